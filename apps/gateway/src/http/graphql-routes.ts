import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { Playground } from '@dateline/playground/playground';
import type { Logger } from '@dateline/service-kit/logger';
import type { Viewer } from '@dateline/service-kit/viewer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayContext } from '../context.ts';
import type { Authenticate } from '../identity/authenticate.ts';
import { checkGraphqlRequest } from './graphql-request.ts';
import { badRequest } from './http-refusal.ts';
import { sendPage, wantsPage } from './playground-routes.ts';

export interface GraphqlRoutesOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly authenticate: Authenticate;
  readonly playground: Playground | null;
  readonly maxJsonDepth: number;
  readonly timeoutMs: number;
  readonly logger: Logger;
}

/** /graphql: a page for people, an answer for programs. Who asks is known before the body is read. */
export function addGraphqlRoutes(http: FastifyInstance, options: GraphqlRoutesOptions): void {
  const { apollo, authenticate, playground, maxJsonDepth, timeoutMs, logger } = options;
  const viewers = new WeakMap<FastifyRequest, Viewer | null>();

  const execute = fastifyApolloHandler(apollo, {
    context: async (request, reply) => ({
      requestId: request.id,
      viewer: viewers.get(request) ?? null,
      logger: logger.child({ requestId: request.id }),
      signal: AbortSignal.any([closedEarly(reply), AbortSignal.timeout(timeoutMs)]),
      nameOperation(name: string) {
        request.operationName = name;
      },
    }),
  });

  http.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    exposeHeadRoute: false,
    async onRequest(request, reply) {
      if (playground && wantsPage(request)) return sendPage(reply, playground);
      viewers.set(request, await authenticate(request.headers.authorization));
    },
    preHandler: async (request) => checkGraphqlRequest(request, { maxDepth: maxJsonDepth }),
    handler: execute,
  });
  http.route({
    method: ['PUT', 'PATCH', 'DELETE', 'HEAD'],
    url: '/graphql',
    async onRequest(_request, reply) {
      reply.header('allow', 'GET, POST, OPTIONS');
      throw badRequest('Ask by GET or by POST.', 405);
    },
    handler: async () => undefined,
  });
}

/** Aborted when the connection closes before the answer went out. */
function closedEarly({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
