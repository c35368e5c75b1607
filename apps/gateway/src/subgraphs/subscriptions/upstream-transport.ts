import { requestIdHeader } from '@dateline/service-kit/request-id';
import { signViewer } from '@dateline/service-kit/viewer-signature';
import type { Pool } from 'undici';
import { createConnectionPool } from '../connection-pool.ts';
import { SubgraphFailure } from '../subgraph-failure.ts';
import { SseExchange } from './sse-exchange.ts';
import type { Upstream, UpstreamReceiver, UpstreamRequest, UpstreamTransport } from './upstream.ts';
import { openWsUpstream } from './ws-upstream.ts';

/** How a subgraph's subscriptions are reached. */
export interface UpstreamEndpoint {
  readonly url: string;
  readonly http2: boolean;
  readonly protocol: 'sse' | 'ws';
  /** Until the subgraph has taken a subscription, or refused it. */
  readonly openTimeoutMs: number;
}

export interface UpstreamTransportOptions {
  /** By the subgraph's name in the supergraph. */
  readonly endpoints: ReadonlyMap<string, UpstreamEndpoint>;
  /** Open subscriptions at one subgraph, over HTTP/1.1 a connection each. */
  readonly connections: number;
  /** An event with more breaks its stream. */
  readonly maxBytes: number;
  /** A stream that says nothing for longer, not even a heartbeat, is broken. */
  readonly maxSilenceMs: number;
  /** Null: no subgraph is told who asks. */
  readonly viewerSigningSecret: string | null;
}

/** The way to the subgraphs' subscriptions: by SSE, or by WebSocket where that is said. */
export function createUpstreamTransport(options: UpstreamTransportOptions): UpstreamTransport {
  const { endpoints, connections, maxBytes, maxSilenceMs, viewerSigningSecret: secret } = options;
  const pools = new Map<string, Pool>();

  return {
    open(request, receiver) {
      const endpoint = endpoints.get(request.subgraph);
      if (!endpoint) {
        receiver.refused(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the supergraph names no such subgraph'));
        return { pause() {}, resume() {}, close() {} };
      }
      return endpoint.protocol === 'ws' ? overWs(request, endpoint, receiver) : overSse(request, endpoint, receiver);
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };

  function overSse(request: UpstreamRequest, endpoint: UpstreamEndpoint, receiver: UpstreamReceiver): Upstream {
    const { subgraph, body, requestId, viewer } = request;
    const { origin, pathname, search } = new URL(endpoint.url);
    const headers = ['accept', 'text/event-stream', 'content-type', 'application/json', requestIdHeader, requestId];
    if (secret !== null) {
      const signed = signViewer(viewer, { subgraph, secret, body, now: new Date() });
      headers.push(...Object.entries(signed).flat());
    }
    const exchange = new SseExchange({ maxBytes, maxSilenceMs, openTimeoutMs: endpoint.openTimeoutMs }, receiver);
    poolTo(subgraph, origin, endpoint.http2).dispatch(
      { method: 'POST', path: `${pathname}${search}`, headers, body },
      exchange,
    );
    return exchange;
  }

  function overWs(
    { subgraph, body, requestId, viewer }: UpstreamRequest,
    endpoint: UpstreamEndpoint,
    receiver: UpstreamReceiver,
  ): Upstream {
    const { openTimeoutMs } = endpoint;
    const url = endpoint.url.replace(/^http/, 'ws');
    const payload = () => (secret === null ? {} : signViewer(viewer, { subgraph, secret, body: '', now: new Date() }));
    const headers = { [requestIdHeader]: requestId };
    return openWsUpstream(body, { url, maxBytes, maxSilenceMs, openTimeoutMs, headers, payload }, receiver);
  }

  function poolTo(subgraph: string, origin: string, http2: boolean): Pool {
    const known = pools.get(subgraph) ?? createConnectionPool({ origin, connections, http2 });
    pools.set(subgraph, known);
    return known;
  }
}
