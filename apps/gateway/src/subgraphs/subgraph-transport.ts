import type { ReadinessCheck } from '@dateline/service-kit/readiness';
import { requestIdHeader } from '@dateline/service-kit/request-id';
import { signViewer } from '@dateline/service-kit/viewer-signature';
import type { SubgraphCall, SubgraphReply, SubgraphTransport } from '../engine/engine-types.ts';
import type { CallContext } from './call-context.ts';
import { createSubgraphClient, type SubgraphClient } from './subgraph-client.ts';
import { SubgraphFailure } from './subgraph-failure.ts';

/** One subgraph as it is reached. */
export interface SubgraphEndpoint {
  /** Where its graph stands. */
  readonly url: string;
  /** Speak HTTP/2 with it; over `http:` with prior knowledge. */
  readonly http2: boolean;
  /** From the wait for a connection to the last byte of the answer. */
  readonly queryTimeoutMs: number;
  readonly mutationTimeoutMs: number;
}

export interface SubgraphTransportOptions {
  /** By the subgraph's name in the supergraph. */
  readonly endpoints: ReadonlyMap<string, SubgraphEndpoint>;
  /** Open connections to one subgraph. */
  readonly connections: number;
  /** An answer with more is cut. */
  readonly maxBytes: number;
  /** Null: no subgraph is told who asks. */
  readonly viewerSigningSecret: string | null;
}

/** The one way to the subgraphs. */
export interface HttpTransport extends SubgraphTransport<CallContext> {
  /** @param timeoutMs what is left of its deadline; by default all of it */
  send(call: SubgraphCall<CallContext>, timeoutMs?: number): Promise<SubgraphReply>;
  /** Which subgraphs cannot answer now, by name. */
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
  close(): Promise<void>;
}

/** A probe of a subgraph for /readyz; shorter than the probe of the gateway itself. */
const probeTimeoutMs = 1_000;

/**
 * Posts each call to its subgraph: with who asks under a signature, with the request id, and with nothing of the client's
 * own headers. What comes back is text of a 200, or of a 400 that tells the client what is wrong, within its deadline and its
 * size.
 */
export function createSubgraphTransport(options: SubgraphTransportOptions): HttpTransport {
  const { endpoints, connections, maxBytes, viewerSigningSecret: secret } = options;
  const clients = new Map<string, SubgraphClient>();
  for (const [name, { url, http2 }] of endpoints) {
    clients.set(name, createSubgraphClient({ url, http2, connections, maxBytes }));
  }

  return {
    async send({ subgraph, body, kind, watch, context: { requestId, viewer, lifetime } }, timeoutMs) {
      const client = clients.get(subgraph);
      const endpoint = endpoints.get(subgraph);
      if (!client || !endpoint)
        throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the supergraph names no such subgraph', {
          trouble: 'HELD_BACK',
        });
      const headers = ['accept', 'application/json', 'content-type', 'application/json', requestIdHeader, requestId];
      if (watch?.traceparent) headers.push('traceparent', watch.traceparent);
      if (secret !== null) headers.push(...signature(signViewer(viewer, { subgraph, secret, body, now: new Date() })));
      return client.post({
        headers,
        body,
        timeoutMs: timeoutMs ?? deadlineOf(endpoint, kind),
        lifetime,
        repeatable: kind === 'query',
      });
    },
    checks: Object.fromEntries([...clients].map(([name, client]) => [name, () => client.probe(probeTimeoutMs)])),
    async close() {
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}

/** How long a call may take, in milliseconds. */
export function deadlineOf(endpoint: SubgraphEndpoint, kind: SubgraphCall<unknown>['kind']): number {
  return kind === 'mutation' ? endpoint.mutationTimeoutMs : endpoint.queryTimeoutMs;
}

const signature = (headers: Readonly<Record<string, string>>): string[] => Object.entries(headers).flat();
