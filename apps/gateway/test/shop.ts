import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])';

const products = {
  typeDefs: parse(`${link}
    type Query { products: [Product!]! }
    type Mutation { addProduct(name: String!): Product! }
    type Product @key(fields: "upc") { upc: ID! name: String! }`),
  resolvers: {
    Query: { products: () => [1, 2, 3].map((upc) => ({ upc: String(upc), name: `Chair ${upc}` })) },
    Mutation: { addProduct: (_: unknown, { name }: { name: string }) => ({ upc: '4', name }) },
  },
};

const reviews = {
  typeDefs: parse(`${link}
    type Product @key(fields: "upc") { upc: ID! stars: Int! }`),
  resolvers: { Product: { __resolveReference: ({ upc }: { upc: string }) => ({ upc, stars: Number(upc) + 1 }) } },
};

interface ShopRequest {
  readonly subgraph: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Shop {
  /** Composed, with the subgraphs' addresses in it. */
  readonly supergraph: string;
  readonly received: readonly ShopRequest[];
  close(): Promise<void>;
}

/** A graph that has nothing to do with the house: two subgraphs over real HTTP, as anybody's might be. */
export async function startShop(): Promise<Shop> {
  const received: ShopRequest[] = [];
  const parts = await Promise.all(
    Object.entries({ products, reviews }).map(async ([name, module]) => {
      const schema = buildSubgraphSchema([module]);
      const server = createServer(async (request, response) => {
        received.push({ subgraph: name, headers: request.headers });
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
        const answer = await graphql({ schema, source: query, variableValues: variables });
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      return { name, typeDefs: module.typeDefs, url: `http://127.0.0.1:${port}/graphql`, server };
    }),
  );
  const { supergraphSdl, errors } = composeServices(parts);
  if (!supergraphSdl) throw new Error(`The shop does not compose: ${errors?.join('\n')}`);
  return {
    supergraph: supergraphSdl,
    received,
    async close() {
      for (const { server } of parts) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
