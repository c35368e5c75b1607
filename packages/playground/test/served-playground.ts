import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import fastifyApollo from '@as-integrations/fastify';
import Fastify from 'fastify';
import { loadPlayground } from '../src/playground.ts';
import { sampleExplanation } from './sample-explanation.ts';

// Big enough for the explorer to have something to show; the page itself knows no schema.
const typeDefs = `
  "Greets, and tells what reached the server."
  type Query {
    hello(name: String = "reader"): String!
    header(name: String!): String
    article: Article!
  }
  type Article { id: ID! headline: String! section: Section }
  type Section { slug: String! title: String! }
  type Mutation { postComment(body: String!): String! }
`;

const resolvers = {
  Query: {
    hello: (_: unknown, { name }: { name: string }) => `Hello, ${name}`,
    header: (_: unknown, { name }: { name: string }, { headers }: Context) => headers[name.toLowerCase()] ?? null,
    article: () => ({ id: '1', headline: 'A headline', section: { slug: 'news', title: 'News' } }),
  },
  Mutation: { postComment: (_: unknown, { body }: { body: string }) => body },
};

interface Context {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Explains, when asked, each answer with the same words. */
const explaining: ApolloServerPlugin<Context> = {
  async requestDidStart({ request }) {
    const wish = (request.extensions?.['dateline'] as { readonly explain?: unknown } | undefined)?.explain;
    return {
      async willSendResponse({ response, operationName }) {
        const isAsked = wish === true && operationName !== 'Unsaid' && response.body.kind === 'single';
        if (isAsked && response.body.kind === 'single') {
          response.body.singleResult.extensions = { dateline: sampleExplanation };
        }
      },
    };
  },
};

/** The page as the gateway serves it, in front of a small real graph. `await using` closes it. */
export async function servePlayground() {
  const playground = loadPlayground();
  const apollo = new ApolloServer<Context>({ typeDefs, resolvers, introspection: true, plugins: [explaining] });
  await apollo.start();
  const app = Fastify();
  app.get('/graphql', (_request, reply) =>
    reply
      .header('content-security-policy', playground.contentSecurityPolicy)
      .type('text/html; charset=utf-8')
      .send(playground.html),
  );
  app.get<{ Params: { '*': string } }>('/playground/*', (request, reply) => {
    const asset = playground.assets.get(request.params['*']);
    return asset ? reply.type(asset.contentType).send(asset.body) : reply.code(404).send();
  });
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: 'POST',
    context: async ({ headers }) => ({ headers }),
  });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    origin,
    async [Symbol.asyncDispose]() {
      await app.close();
      await apollo.stop();
    },
  };
}
