import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { createErrorFormatter } from './format-error.ts';
import { HttpRefusal } from './http-refusal.ts';
import type { LiveConnections } from './live/live-connections.ts';
import { createEventStreams, type EventStreams } from './live/sse/event-streams.ts';
import { createLiveSockets } from './live/ws/live-sockets.ts';
import type { Logger } from './logger.ts';
import { isStorableOperation } from './storable-text.ts';
import { createSubgraphDoor, subgraphLiveLimits } from './subgraph-door.ts';
import { createSubgraphLive, type LiveCaller } from './subgraph-live.ts';
import { traceRoute } from './tracing/trace-route.ts';
import type { Tracing } from './tracing/tracing.ts';
import type { Viewer } from './viewer.ts';
import { createViewerVerifier } from './viewer-signature.ts';

/** What every subgraph's context holds, whatever its nouns. */
export interface RequestContext extends BaseContext {
  readonly requestId: string;
  readonly viewer: Viewer | null;
  /** One instant for the whole request, so that its parts agree. */
  readonly now: Date;
  readonly logger: Logger;
  /** Aborted when a subscriber has gone; what is answered at once never is. */
  readonly signal: AbortSignal;
  /** Puts the operation's name into the request's log line. */
  readonly nameOperation: (name: string) => void;
}

export interface SubgraphServerOptions<Context extends RequestContext> {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly viewerSigningSecret: string;
  readonly logger: Logger;
  readonly createContext: (request: RequestContext) => Context;
  readonly clock?: () => Date;
  /** Streams that are open; drained with the service. Without it there are no subscriptions. */
  readonly liveConnections?: LiveConnections;
  /** Closed with the service. */
  readonly tracing?: Tracing | null;
  /**
   * Does this viewer read past all caches? For those who see more than the rest of us, or must see at once what they have
   * just written. Nobody by default.
   */
  readonly readsPastCaches?: (viewer: Viewer | null) => boolean;
}

const onlyItsGateway = 'This subgraph answers only its gateway.';

/** The signal of what is answered at once. */
const never = new AbortController().signal;

/** Resolvers as codegen types them; @apollo/subgraph types its own more loosely. */
type SubgraphModules = Exclude<Parameters<typeof buildSubgraphSchema>[0], { kind: unknown }>;

/** The executable schema of a subgraph from its SDL files and its resolver map. */
export function createSubgraphSchema(sdl: readonly string[], resolvers: object): GraphQLSchema {
  const modules = [{ typeDefs: parse(sdl.join('\n')), resolvers }] as unknown as SubgraphModules;
  return buildSubgraphSchema(modules);
}

/**
 * Mounts POST /graphql: every request must carry the gateway's signature, `_service` and `_entities` too. Apollo Server
 * runs the operation; errors leave by the house's one exit. Who asks there for a stream of events, or for a socket, gets
 * subscriptions.
 */
export async function mountSubgraph<Context extends RequestContext>(
  http: FastifyInstance,
  options: SubgraphServerOptions<Context>,
): Promise<void> {
  const { logger, tracing, clock = () => new Date() } = options;
  if (tracing) {
    traceRoute(http, tracing, '/graphql');
    http.addHook('onClose', async () => tracing.close());
  }
  const verify = createViewerVerifier(options.name, options.viewerSigningSecret);
  const viewers = new WeakMap<FastifyRequest, Viewer | null>();
  const contextOf = (caller: LiveCaller, signal: AbortSignal): Context =>
    options.createContext({ ...caller, signal, now: clock(), logger: logger.child({ requestId: caller.requestId }) });
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    formatError: createErrorFormatter(logger),
    // The gateway sends JSON by POST only, and a browser cannot sign: there is no cross-site request to prevent.
    csrfPrevention: false,
    introspection: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger,
    plugins: [
      operationNamePlugin(),
      storableTextPlugin(),
      // Writes Cache-Control: the least that the answer's types and resolvers allow, no-store where one of them is silent.
      ApolloServerPluginCacheControl({ defaultMaxAge: 0, calculateHttpHeaders: true }),
      pastCachesPlugin(options.readsPastCaches ?? (() => false)),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
  await apollo.start();
  http.addHook('onClose', async () => apollo.stop());

  // The signature covers the body's very bytes, so they are kept beside what is parsed from them.
  const bodies = new WeakMap<FastifyRequest, string>();
  http.removeContentTypeParser('application/json');
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    bodies.set(request, String(body));
    done(null, parseJson(String(body)));
  });

  const bodyOf = (request: FastifyRequest) => bodies.get(request) ?? '';
  const streams = options.liveConnections && mountStreams(options.liveConnections);

  http.post('/graphql', {
    preHandler: async (request, reply) => {
      // Streams have a door of their own, which sockets share.
      if (streams?.takes(request)) return streams.serve(request, reply, bodyOf(request));
      const verification = verify(request.headers, bodyOf(request), clock());
      if (verification.ok) {
        viewers.set(request, verification.viewer);
        return undefined;
      }
      logger.warn({ requestId: request.id, reason: verification.reason }, 'unsigned request refused');
      return reply.code(401).send({
        errors: [{ message: onlyItsGateway, extensions: { code: 'UNAUTHENTICATED' } }],
      });
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => {
        const nameOperation = (name: string) => {
          request.operationName = name;
        };
        return contextOf({ requestId: request.id, viewer: viewers.get(request) ?? null, nameOperation }, never);
      },
    }),
  });

  function mountStreams(connections: LiveConnections): EventStreams {
    const operations = createSubgraphLive({ schema: options.schema, logger, contextOf });
    const door = createSubgraphDoor({ verify, logger, clock });
    const live = { operations, door, connections, limits: subgraphLiveLimits };
    const sockets = createLiveSockets({
      ...live,
      logger,
      addressOf: ({ socket }) => socket.remoteAddress ?? '',
      checkUpgrade({ url = '' }) {
        if (url.split('?', 1)[0] !== '/graphql') throw new HttpRefusal(404, 'NOT_FOUND');
      },
    });
    http.server.on('upgrade', sockets.upgrade);
    return createEventStreams(live);
  }
}

function operationNamePlugin<Context extends RequestContext>(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ contextValue, operationName }) {
          if (operationName) contextValue.nameOperation(operationName);
        },
      };
    },
  };
}

function storableTextPlugin<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, request }) {
          if (isStorableOperation(document, request.variables)) return;
          // 200, so that the gateway takes it for an answer about the client's input and not for a broken subgraph.
          throw new GraphQLError('Text may not hold U+0000 or half a character.', {
            extensions: { code: 'BAD_USER_INPUT', http: { status: 200 } },
          });
        },
      };
    },
  };
}

function pastCachesPlugin<Context extends RequestContext>(
  readsPastCaches: (viewer: Viewer | null) => boolean,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue, overallCachePolicy }) {
      if (readsPastCaches(contextValue.viewer)) overallCachePolicy.restrict({ maxAge: 0 });
    },
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
