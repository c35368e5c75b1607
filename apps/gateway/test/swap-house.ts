import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createLogger } from '@dateline/service-kit/logger';
import { graphql, parse } from 'graphql';
import { readStandaloneEnv } from '../src/env.ts';
import { createGateway } from '../src/gateway.ts';
import { readConfig } from '../src/standalone/config.ts';
import { standaloneSettings } from '../src/standalone/standalone-settings.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const parts = {
  a: 'type Query { item: Item items: [Item!]! } type Mutation { touch: Item } type Item @key(fields: "id") { id: ID! name: String }',
  b: 'type Item @key(fields: "id") { id: ID! note: String }',
};

/** A graph of two subgraphs whose every answer bears its mark. */
export async function startMarkedGraph(mark: string, more = '') {
  const state = { received: 0, hold: null as Promise<void> | null };
  const item = (id = '1') => ({ id, name: mark, note: mark });
  const resolvers: Record<string, object> = {
    a: { Query: { item: () => item(), items: () => [item('1'), item('2')] }, Mutation: { touch: () => item() } },
    b: { Item: { __resolveReference: ({ id }: { id: string }) => item(id) } },
  };
  const servers = await Promise.all(
    Object.entries(parts).map(async ([name, sdl]) => {
      const typeDefs = parse(`${link}\n${sdl}\n${name === 'a' ? more : ''}`);
      const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers[name] as never }]);
      const server = createServer(async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        state.received++;
        const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
        if (name === 'a') await state.hold;
        const answer = await graphql({ schema, source: query, variableValues: variables });
        const headers = { 'content-type': 'application/json', 'cache-control': 'max-age=60' };
        response.writeHead(200, headers).end(JSON.stringify(answer));
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return { name, typeDefs, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
    }),
  );
  const { supergraphSdl } = composeServices(servers);
  if (!supergraphSdl) throw new Error('The graph does not compose.');
  return {
    mark,
    state,
    sdl: supergraphSdl,
    close() {
      for (const { server } of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

export type MarkedGraph = Awaited<ReturnType<typeof startMarkedGraph>>;

/** A gateway over a file that a test writes anew. */
export async function startSwapping(first: string, config: object = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-swap-'));
  const file = join(folder, 'supergraph.graphql');
  const configFile = join(folder, 'config.json');
  writeFileSync(file, first);
  writeFileSync(configFile, JSON.stringify(config));
  const log: Record<string, unknown>[] = [];
  const env = { ...readStandaloneEnv({ NODE_ENV: 'test' }), LOG_LEVEL: 'info' } as const;
  const gateway = await createGateway({
    settings: standaloneSettings(
      { supergraphFile: file, port: 0, configFile, workers: 1 },
      readConfig(configFile),
      env,
    ),
    logger: createLogger('gateway', 'info', { write: (line) => void log.push(JSON.parse(line)) }),
    playground: null,
  });
  const origin = await gateway.listen();
  return {
    origin,
    log,
    async ask(query: string): Promise<string> {
      const answer = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return answer.text();
    },
    async serve(sdl: string): Promise<void> {
      writeFileSync(file, sdl);
      await gateway.reload();
    },
    async close() {
      await gateway.drain();
      rmSync(folder, { recursive: true });
    },
  };
}
