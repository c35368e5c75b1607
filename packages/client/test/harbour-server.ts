import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, HeaderMap } from '@apollo/server';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

interface Context {
  readonly token: string | null;
}

const ansel = {
  id: 'h1',
  name: 'Ansel',
  depth: 'DEEP',
  openedAt: null,
  ships: [
    { __typename: 'Ferry', name: 'Kestrel', seats: 120 },
    { __typename: 'Tug', name: 'Bo' },
  ],
};

const resolvers = {
  Query: { harbour: (_root: unknown, { name }: { name: string }) => (name.startsWith('Ansel') ? ansel : null) },
  Mutation: { moor: () => ansel },
  Harbour: {
    weather: () => {
      throw new Error('no weather');
    },
    token: (_harbour: unknown, _arguments: unknown, { token }: Context) => token,
  },
};

/** A real Apollo Server on a free port, with its CSRF guard and automatic persisted queries on, that remembers what came. */
export async function startHarbourServer({ persistedQueries = true } = {}) {
  const apollo = new ApolloServer<Context>({
    typeDefs: readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'),
    resolvers,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    ...(persistedQueries ? {} : { persistedQueries: false as const }),
  });
  await apollo.start();
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    seen.push({ method: request.method ?? '', url: request.url ?? '', body, headers: request.headers });
    await answer(apollo, request, body, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await apollo.stop();
    },
  };
}

async function answer(apollo: ApolloServer<Context>, request: IncomingMessage, body: string, response: ServerResponse) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  const {
    status,
    headers: answered,
    body: result,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? 'GET',
      headers,
      search: new URL(request.url ?? '/', 'http://localhost').search,
      body: body === '' ? undefined : JSON.parse(body),
    },
    context: async () => ({ token: request.headers.authorization ?? null }),
  });
  response.writeHead(status ?? 200, Object.fromEntries(answered));
  response.end(result.kind === 'complete' ? result.string : '');
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
