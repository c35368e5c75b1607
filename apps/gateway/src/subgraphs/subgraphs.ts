import type { ReadinessCheck } from '@dateline/service-kit/readiness';
import type { GatewayEnv } from '../env.ts';
import { createSubgraphClient, type SubgraphClient } from './subgraph-client.ts';

/** A probe of a subgraph for /readyz; shorter than the probe of the gateway itself. */
const probeTimeoutMs = 1_000;

export interface Subgraphs {
  /** The subgraph's one client: at the address of the environment, else at the supergraph's own. */
  clientOf(name: string, supergraphUrl: string | undefined): SubgraphClient;
  /** Which subgraphs cannot answer now. The gateway is ready without them: it answers what the others give. */
  readonly checks: () => Readonly<Record<string, ReadinessCheck>>;
  close(): Promise<void>;
}

export function createSubgraphs(env: GatewayEnv): Subgraphs {
  const urls: Readonly<Record<string, string | undefined>> = {
    articles: env.ARTICLES_URL,
    media: env.MEDIA_SUBGRAPH_URL,
    comments: env.COMMENTS_URL,
  };
  const clients = new Map<string, SubgraphClient>();

  return {
    clientOf(name, supergraphUrl) {
      const url = urls[name] ?? supergraphUrl;
      if (!url) throw new Error(`The supergraph names no address for ${name}.`);
      const client =
        clients.get(name) ??
        createSubgraphClient({ url, connections: env.SUBGRAPH_CONNECTIONS, maxBytes: env.SUBGRAPH_MAX_BYTES });
      clients.set(name, client);
      return client;
    },
    checks: () => Object.fromEntries([...clients].map(([name, client]) => [name, () => client.probe(probeTimeoutMs)])),
    async close() {
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}
