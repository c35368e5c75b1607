import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])';

const catalogue = {
  typeDefs: parse(`${link}
    type Query { book: Book }
    type Mutation { reprint: Book }
    type Book @key(fields: "code") { code: String! sizes: [[Int!]] }`),
  resolvers: {
    Query: { book: () => ({ code: 'b1', sizes: [[1, 2], [3]] }) },
    Mutation: { reprint: () => ({ code: 'b2', sizes: [[4]] }) },
    Book: { __resolveReference: ({ code }: { code: string }) => ({ code }) },
  },
};

const dates = {
  typeDefs: parse(`${link}
    interface Dated { year: Int! }
    type Book implements Dated @key(fields: "code") { code: String! year: Int! }`),
  resolvers: { Book: { __resolveReference: ({ code }: { code: string }) => ({ code, year: 1851 }) } },
};

const labels = {
  typeDefs: parse(`${link}
    type Label { text: String }
    type Book @key(fields: "code") @key(fields: "id") {
      id: ID!
      code: String!
      label: Label @requires(fields: "sizes")
      sizes: [[Int!]] @external
    }`),
  resolvers: {
    Book: {
      __resolveReference: (book: object) => book,
      label: ({ code, sizes }: { code: string; sizes: number[][] }) => ({ text: `${code}: ${JSON.stringify(sizes)}` }),
    },
  },
};

export interface Books {
  /** Composed, with the subgraphs' addresses in it. */
  readonly supergraph: string;
  close(): Promise<void>;
}

/**
 * Three subgraphs over HTTP. Asked for a label by way of Dated, which the catalogue does not know, Hive's planner 0.0.38
 * panics: it does not expect @requires of an entity that has two keys in a place like this.
 */
export async function startBooks(): Promise<Books> {
  const parts = await Promise.all(
    Object.entries({ catalogue, dates, labels }).map(async ([name, module]) => {
      const schema = buildSubgraphSchema([module]);
      const server = createServer(async (request, response) => {
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
  if (!supergraphSdl) throw new Error(`The books do not compose: ${errors?.join('\n')}`);
  return {
    supergraph: supergraphSdl,
    async close() {
      for (const { server } of parts) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
