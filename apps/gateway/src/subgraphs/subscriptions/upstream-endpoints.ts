import type { GatewaySettings } from '../../settings.ts';
import type { SubgraphEndpoint } from '../subgraph-transport.ts';
import type { UpstreamEndpoint } from './upstream-transport.ts';

/** How each subgraph's subscriptions are reached: at its graph, over server-sent events, unless the settings say otherwise. */
export function upstreamEndpoints(
  endpoints: ReadonlyMap<string, SubgraphEndpoint>,
  subgraphs: GatewaySettings['subgraphs'],
): Map<string, UpstreamEndpoint> {
  return new Map(
    [...endpoints].map(([name, { url, http2, queryTimeoutMs }]) => {
      const { subscriptions: protocol = 'sse', subscriptionsUrl = url } = subgraphs[name] ?? {};
      return [name, { url: subscriptionsUrl, http2, protocol, openTimeoutMs: queryTimeoutMs }];
    }),
  );
}
