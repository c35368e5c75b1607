import type { Playground } from '@dateline/playground/playground';
import { createHttpService, type HttpService } from '@dateline/service-kit/http-service';
import type { Logger } from '@dateline/service-kit/logger';
import { startApollo } from './apollo.ts';
import { createApolloExecutor } from './apollo-executor.ts';
import { createCompiledExecutor } from './compiled-executor.ts';
import type { GatewayContext } from './context.ts';
import { createEngine } from './engine/engine.ts';
import { choosePlanner } from './engine/planner/choose-planner.ts';
import { createEngineGateway } from './engine-gateway.ts';
import { addCors } from './http/cors.ts';
import { addErrorAnswers } from './http/error-answers.ts';
import { addGraphqlRoutes } from './http/graphql-routes.ts';
import { acceptOnlyJson } from './http/json-body.ts';
import { addPlaygroundAssets } from './http/playground-routes.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { type Authenticate, createAuthenticate } from './identity/authenticate.ts';
import { loadTokenRules } from './identity/token-rules.ts';
import { createOperationStore } from './operations/operation-store.ts';
import type { GatewaySettings } from './settings.ts';
import { callFailure, mismatch } from './subgraphs/call-failure.ts';
import { resolveEndpoints } from './subgraphs/endpoints.ts';
import { publicErrors } from './subgraphs/public-errors.ts';
import { shareInFlight } from './subgraphs/share-in-flight.ts';
import { createSubgraphTransport } from './subgraphs/subgraph-transport.ts';
import { loadSupergraph } from './supergraph.ts';

export interface GatewayOptions {
  readonly settings: GatewaySettings;
  readonly logger: Logger;
  /** The page for people; null when it is off. */
  readonly playground: Playground | null;
}

/** Documents whose compiled form is kept: a thousand long ones, or many thousands as they usually are. */
const maxOperationCharacters = 1_000_000;

/** The front door, put together: from HTTP over identity and limits to the subgraphs. Ready with none of them alive. */
export async function createGateway({ settings, logger, playground }: GatewayOptions): Promise<HttpService> {
  const supergraph = loadSupergraph(settings.supergraphFile);
  const { planner, insteadBecause } = await choosePlanner(supergraph, settings);
  if (insteadBecause) logger.warn({ planner: planner.name }, insteadBecause);
  const wire = createSubgraphTransport({
    endpoints: resolveEndpoints(supergraph.subgraphs, settings),
    connections: settings.subgraphConnections,
    maxBytes: settings.subgraphMaxBytes,
    viewerSigningSecret: settings.viewerSigningSecret,
  });
  const transport = settings.sharing.subgraphCalls ? shareInFlight(wire) : wire;
  const engine = createEngine<GatewayContext>({
    supergraph,
    planner,
    transport,
    publishErrors: publicErrors,
    failureOf: callFailure,
    mismatch,
    maxSelections: settings.limits.MAX_RECURSIVE_SELECTIONS,
  });
  const operations = createOperationStore({
    schema: supergraph.api,
    limits: settings.limits,
    maxCharacters: maxOperationCharacters,
  });
  const gateway = createEngineGateway(engine, operations);
  const apollo = await startApollo({ settings, logger, gateway });

  const service = createHttpService({
    name: 'gateway',
    host: settings.host,
    port: settings.port,
    logger,
    // Apollo Server has started, so the supergraph stands.
    readiness: {},
    degradations: wire.checks,
    drainDelayMs: settings.drainDelayMs,
    bodyMaxBytes: settings.limits.MAX_BODY_BYTES,
    onClose: [() => apollo.stop(), () => wire.close()],
  });
  addErrorAnswers(service.http, logger);
  addSecurityHeaders(service.http);
  addCors(service.http, settings.corsOrigins);
  acceptOnlyJson(service.http, { maxDepth: settings.limits.MAX_JSON_DEPTH });
  if (playground) addPlaygroundAssets(service.http, playground);
  await addGraphqlRoutes(service.http, {
    executor: createCompiledExecutor({ engine, operations, next: createApolloExecutor(apollo) }),
    authenticate: await authenticateBy(settings, logger),
    playground,
    maxJsonDepth: settings.limits.MAX_JSON_DEPTH,
    timeoutMs: settings.requestTimeoutMs,
    logger,
  });
  return service;
}

async function authenticateBy({ identity }: GatewaySettings, logger: Logger): Promise<Authenticate> {
  if (!identity) return async () => null;
  const rules = await loadTokenRules(identity);
  if (!rules) logger.warn('neither JWKS_URL nor DEV_ISSUER_KEY_FILE is set: nobody can sign in');
  return createAuthenticate(rules);
}
