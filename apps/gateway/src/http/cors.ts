import type { FastifyInstance } from 'fastify';

const requestHeaders = [
  'authorization',
  'content-type',
  'x-request-id',
  'x-api-key',
  'x-graphql-event-stream-token',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'apollographql-client-name',
  'apollographql-client-version',
].join(', ');

/** What a page of another site may read of an answer, beside its body. */
export const exposedHeaders = 'x-request-id, retry-after, ratelimit, ratelimit-policy';

const preflightMaxAgeSeconds = 86_400;

/**
 * Which pages' scripts may ask the graph: the given origins, or any (`*`). Never with cookies: the gateway knows none, a
 * token is put in a header by who holds it.
 */
export function addCors(http: FastifyInstance, origins: readonly string[]): void {
  const any = origins.includes('*');
  http.addHook('onRequest', (request, reply, next) => {
    const { origin } = request.headers;
    if (!any) reply.header('vary', 'origin');
    if (origin !== undefined && (any || origins.includes(origin))) {
      reply
        .header('access-control-allow-origin', any ? '*' : origin)
        .header('access-control-expose-headers', exposedHeaders);
    }
    next();
  });
  http.options('/graphql', async (_request, reply) =>
    reply
      .code(204)
      .header('access-control-allow-methods', 'GET, POST, PUT, DELETE')
      .header('access-control-allow-headers', requestHeaders)
      .header('access-control-max-age', String(preflightMaxAgeSeconds))
      .send(),
  );
}
