import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createLogger } from '@dateline/service-kit/logger';
import { graphql, parse } from 'graphql';
import { readStandaloneEnv } from '../../src/env.ts';
import { createGateway } from '../../src/gateway.ts';
import { readConfig } from '../../src/standalone/config.ts';
import { readFlags } from '../../src/standalone/flags.ts';
import { standaloneSettings } from '../../src/standalone/standalone-settings.ts';
import { startServer } from '../subgraph-server.ts';
import { audience, issuer, startKeySet } from './key-set.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes", "@policy"])';

const book = (id: string) => ({
  id,
  title: `title ${id}`,
  price: `price ${id}`,
  margin: `margin ${id}`,
  note: `note ${id}`,
  shelf: `shelf ${id}`,
});

const parts = {
  catalogue: {
    typeDefs: parse(`${link}
      type Query { book(id: ID!): Book books: [Book!]! }
      type Mutation { reprice(id: ID!): Book @requiresScopes(scopes: [["trade", "write"]]) }
      type Book @key(fields: "id") { id: ID! title: String }`),
    resolvers: {
      Query: { book: (_: unknown, { id }: { id: string }) => book(id), books: () => [book('1'), book('2')] },
      Mutation: { reprice: (_: unknown, { id }: { id: string }) => book(id) },
    },
  },
  stock: {
    typeDefs: parse(`${link}
      type Book @key(fields: "id") {
        id: ID! shelf: String note: String @authenticated
        price: String @requiresScopes(scopes: [["trade"]]) margin: String @policy(policies: [["owner"]])
      }`),
    resolvers: { Book: { __resolveReference: ({ id }: { id: string }) => book(id) } },
  },
};

/** A gateway alone over real HTTP, with every cache and all sharing on, before a graph that protects some of its fields. */
export async function startProtectedHouse() {
  const keys = await startKeySet();
  const key = await keys.addKey('k1');
  const received: { readonly subgraph: string; readonly query: string; readonly headers: object }[] = [];
  const servers = await Promise.all(
    Object.entries(parts).map(async ([name, module]) => {
      const schema = buildSubgraphSchema([module]);
      const server = await startServer(async ({ body, headers }, response) => {
        const { query, variables } = JSON.parse(body);
        received.push({ subgraph: name, query, headers });
        const answer = await graphql({ schema, source: query, variableValues: variables });
        response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=60' });
        response.end(JSON.stringify(answer));
      });
      return { name, typeDefs: module.typeDefs, url: server.url, server };
    }),
  );
  const { supergraphSdl, errors } = composeServices(servers);
  if (!supergraphSdl) throw new Error(`The graph does not compose: ${errors?.join('\n')}`);
  const folder = mkdtempSync(join(tmpdir(), 'protected-'));
  const supergraphFile = join(folder, 'supergraph.graphql');
  const configFile = join(folder, 'config.json');
  writeFileSync(supergraphFile, supergraphSdl);
  writeFileSync(
    configFile,
    JSON.stringify({
      identity: {
        jwksUrl: keys.url,
        issuer,
        audience,
        algorithms: ['RS256'],
        policies: { owner: { roles: ['proprietor'] } },
        policiesClaim: 'granted',
      },
      sharing: { subgraphCalls: true, requests: true },
      entityCache: { maxBytes: 1_000_000 },
      responseCache: { maxBytes: 1_000_000 },
    }),
  );
  const flags = readFlags(['--supergraph', supergraphFile, '--config', configFile, '--port', '0']);
  if (!flags) throw new Error('No help was asked for.');
  const env = readStandaloneEnv({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });
  const settings = standaloneSettings(flags, readConfig(configFile), env);
  const service = await createGateway({ settings, logger: createLogger('gateway', 'silent'), playground: null });
  const origin = await service.listen();

  return {
    origin,
    received,
    key,
    async ask(query: string, token: string | null = null, headers: Record<string, string> = {}) {
      const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization, ...headers },
        body: JSON.stringify({ query }),
      });
      // biome-ignore lint/suspicious/noExplicitAny: tests read deep into answers whose shape each of them knows
      const answer = (await response.json()) as { readonly data?: any; readonly errors?: readonly any[] };
      return { status: response.status, headers: response.headers, ...answer };
    },
    async close() {
      await service.drain();
      keys.close();
      await Promise.all(servers.map(({ server }) => server.close()));
      rmSync(folder, { recursive: true });
    },
  };
}
