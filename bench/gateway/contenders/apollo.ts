import type { Contender, Place } from './contender.ts';
import { peerFile, peersFolder } from './peers.ts';

interface ApolloSettings {
  readonly client: 'stock' | 'undici';
  readonly responseCache: boolean;
  /** The file that signs for the house's subgraphs, and its secret; the shop needs none. */
  readonly signing?: { readonly module: string; readonly secret: string };
}

export function apollo(id: string, title: string, settings: ApolloSettings): Contender {
  const launch = ({ supergraphFile: supergraph, port }: Place) => ({
    args: [
      peerFile('apollo.mjs'),
      JSON.stringify({
        ...settings,
        supergraph,
        port,
        signing: settings.signing && { module: settings.signing.module },
      }),
    ],
    env: {
      APOLLO_TELEMETRY_DISABLED: '1',
      // As in production: Apollo's development mode adds stack traces and checks.
      NODE_ENV: 'production',
      ...(settings.signing ? { VIEWER_SIGNING_SECRET: settings.signing.secret } : {}),
    },
    cwd: peersFolder,
    path: '/',
  });
  return { id, title, launch };
}

export const apolloStock = apollo('apollo-stock', 'Apollo Server + @apollo/gateway, stock', {
  client: 'stock',
  responseCache: false,
});
export const apolloUndici = apollo('apollo-undici', 'the same with undici to the subgraphs', {
  client: 'undici',
  responseCache: false,
});
export const apolloResponseCache = apollo('apollo-response-cache', "Apollo Server's response cache, hit", {
  client: 'stock',
  responseCache: true,
});
