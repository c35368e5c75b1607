import type { GatewaySettings, SubgraphSettings } from '../settings.ts';
import type { SubgraphEndpoint } from './subgraph-transport.ts';

/** Subgraphs and settings do not fit. The message says which, and what to do. */
export class EndpointError extends Error {
  override readonly name = 'EndpointError';
}

type Settings = Pick<GatewaySettings, 'subgraphs' | 'subgraphQueryTimeoutMs' | 'subgraphMutationTimeoutMs'>;

/**
 * How each subgraph of a supergraph is reached: at the address of the settings, else at the supergraph's own.
 *
 * @throws EndpointError
 */
export function resolveEndpoints(
  addresses: ReadonlyMap<string, string>,
  { subgraphs, subgraphQueryTimeoutMs, subgraphMutationTimeoutMs }: Settings,
): Map<string, SubgraphEndpoint> {
  const unknown = Object.keys(subgraphs).find((name) => !addresses.has(name) && isSaid(subgraphs[name]));
  if (unknown !== undefined) {
    const known = [...addresses.keys()].join(', ');
    throw new EndpointError(`The settings know a subgraph "${unknown}", the supergraph does not. It has: ${known}.`);
  }
  const endpoints = new Map<string, SubgraphEndpoint>();
  for (const [name, address] of addresses) {
    const { url = address, http2 = false, timeoutMs } = subgraphs[name] ?? {};
    if (!URL.canParse(url) || !/^https?:/.test(url)) {
      const what = url === '' ? 'has no address' : `has the address "${url}", which is no http:// or https:// URL`;
      throw new EndpointError(`The subgraph "${name}" ${what}. Say its url in the settings, or compose with one.`);
    }
    endpoints.set(name, {
      url,
      http2,
      queryTimeoutMs: timeoutMs ?? subgraphQueryTimeoutMs,
      mutationTimeoutMs: timeoutMs ?? subgraphMutationTimeoutMs,
    });
  }
  return endpoints;
}

const isSaid = (settings: SubgraphSettings | undefined): boolean =>
  Object.values(settings ?? {}).some((value) => value !== undefined);
