import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import type { GatewaySettings } from '../../src/settings.ts';
import { startServer } from '../subgraph-server.ts';
import { startTestGateway, withoutCaches } from '../test-gateway.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@external", "@requires", "@shareable"])';

const parts = {
  products: {
    typeDefs: parse(`${link}
      type Query { product(upc: ID!): Product  products: [Product!]! slow: String }
      type Mutation { rename(upc: ID!, name: String!): Product }
      interface Thing { upc: ID! name: String! }
      type Product implements Thing @key(fields: "upc") { upc: ID! name: String! description: String story(kilobytes: Int!): String mass: Int! size: Size! @shareable }
      type Size @shareable { width: Int! }`),
    resolvers: {
      Query: {
        product: (_: unknown, { upc }: { upc: string }) => (upc === '0' ? null : product(upc)),
        products: () => [product('1'), product('2')],
        slow: () => 'slow',
      },
      Mutation: { rename: (_: unknown, { upc, name }: { upc: string; name: string }) => ({ ...product(upc), name }) },
      Product: { __resolveReference: ({ upc }: { upc: string }) => product(upc) },
    },
  },
  reviews: {
    typeDefs: parse(`${link}
      type Product @key(fields: "upc") { upc: ID! stars: Int! reviews: [Review!]! size: Size! @shareable }
      type Size @shareable { width: Int! }
      type Review { id: ID! text: String author: Author! }
      type Author @key(fields: "id") { id: ID! }`),
    resolvers: {
      Product: {
        __resolveReference: ({ upc }: { upc: string }) => ({
          upc,
          stars: () => (upc === '9' ? null : Number(upc) + 1),
          reviews: [1, 2].map((id) => ({ id: `${upc}-${id}`, text: `Review ${id}`, author: { id: `a${id}` } })),
        }),
      },
    },
  },
  authors: {
    typeDefs: parse(`${link}
      type Author @key(fields: "id") { id: ID! name: String! }`),
    resolvers: { Author: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Author ${id}` }) } },
  },
};

const product = (upc: string) => ({
  upc,
  name: `Chair ${upc}`,
  description: `A chair, number ${upc}.`,
  story: ({ kilobytes }: { kilobytes: number }) => 'x'.repeat(1_000 * kilobytes),
  mass: 7,
  size: { width: 40 },
});

export type Part = keyof typeof parts;

/**
 * A shop over real HTTP whose subgraphs can be held: what they were asked waits for the test to let it go. By name, or by a
 * word that stands in the call.
 */
export async function startHeldShop({ settings = {} }: { readonly settings?: Partial<GatewaySettings> } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'held-shop-'));
  const held = new Map<string, (() => void)[]>();
  const calls: { readonly subgraph: string; readonly query: string }[] = [];
  const arrivals = new Set<() => void>();
  const cuts = { count: 0 };
  const servers = await Promise.all(
    Object.entries(parts).map(async ([name, module]) => {
      const schema = buildSubgraphSchema([module]);
      const server = await startServer(async ({ body }, response) => {
        const { query, variables } = JSON.parse(body);
        calls.push({ subgraph: name, query });
        response.once('close', () => {
          if (!response.writableFinished) {
            cuts.count++;
            tell();
          }
        });
        tell();
        const word = [...held.keys()].find((key) => key === name || query.includes(key));
        if (word !== undefined) await new Promise<void>((resolve) => held.get(word)?.push(resolve));
        const answer = await graphql({ schema, source: query, variableValues: variables });
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
      return { name, server, typeDefs: module.typeDefs, url: server.url };
    }),
  );
  const { supergraphSdl, errors } = composeServices(servers);
  if (!supergraphSdl) throw new Error(`The shop does not compose: ${errors?.join('\n')}`);
  const file = join(folder, 'shop.graphql');
  writeFileSync(file, supergraphSdl);
  const gateway = await startTestGateway({
    env: withoutCaches,
    settings: { supergraph: { file, url: null, authorization: null, pollMs: 0 }, subgraphs: {}, ...settings },
  });

  function tell(): void {
    for (const told of arrivals) told();
  }

  return {
    gateway,
    calls,
    cuts,
    callsTo: (subgraph: Part) => calls.filter((call) => call.subgraph === subgraph),
    /** Holds what a subgraph is asked, or what has a word in it. */
    hold(word: string) {
      held.set(word, []);
    },
    letGo(word: string) {
      const waiting = held.get(word) ?? [];
      held.delete(word);
      for (const go of waiting) go();
    },
    letGoAll() {
      for (const word of held.keys()) this.letGo(word);
    },
    /** Resolves when this is so; looked at whenever a subgraph is called, or a call is cut. */
    until: (isSo: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!isSo()) return;
          arrivals.delete(look);
          resolve();
        };
        arrivals.add(look);
        look();
      }),
    async close() {
      this.letGoAll();
      await gateway.close();
      for (const { server } of servers) await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type HeldShop = Awaited<ReturnType<typeof startHeldShop>>;
