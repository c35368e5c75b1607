import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { GatewayContext } from './context.ts';
import type { GraphqlExecutor, GraphqlRequest } from './http/graphql-executor.ts';

/** Apollo Server as what stands behind the front. It is told always that the client takes graphql-response+json. */
export function createApolloExecutor(apollo: ApolloServer<GatewayContext>): GraphqlExecutor {
  return {
    async execute(operation, context) {
      const {
        status = 200,
        headers,
        body,
      } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: operation.method,
          headers: new HeaderMap([
            ['content-type', 'application/json'],
            ['accept', 'application/graphql-response+json'],
          ]),
          search: operation.method === 'GET' ? searchOf(operation.read()) : '',
          body: bodyOf(operation.read(), operation.method),
        },
        context: async () => context,
      });
      // Only an incremental answer would come in parts, and nobody can ask for one here.
      if (body.kind !== 'complete') throw new Error('Apollo Server answers in parts.');
      const allow = headers.get('allow');
      // Apollo Server ends its text with a line feed, the engine does not: one answer has one text, whoever wrote it.
      const text = body.string.trimEnd();
      return { status, body: text, ...(allow ? { headers: { allow } } : {}) };
    },
  };
}

/** A GET is read again by Apollo Server, from its address: from one that has the text of the document in it. */
function searchOf({ query, operationName, variables, extensions }: GraphqlRequest): string {
  const search = new URLSearchParams({ query: query ?? '' });
  if (operationName) search.set('operationName', operationName);
  if (variables) search.set('variables', JSON.stringify(variables));
  if (extensions) search.set('extensions', JSON.stringify(extensions));
  return `?${search}`;
}

function bodyOf(request: object, method: 'GET' | 'POST'): object | undefined {
  return method === 'GET' ? undefined : request;
}
