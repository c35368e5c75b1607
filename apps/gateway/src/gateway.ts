import type { Playground } from '@dateline/playground/playground';
import { createHttpService, type HttpService } from '@dateline/service-kit/http-service';
import type { Logger } from '@dateline/service-kit/logger';
import { startApollo } from './apollo.ts';
import { createApolloExecutor } from './apollo-executor.ts';
import { addCors } from './http/cors.ts';
import { addErrorAnswers } from './http/error-answers.ts';
import { addGraphqlRoutes } from './http/graphql-routes.ts';
import { acceptOnlyJson } from './http/json-body.ts';
import { addPlaygroundAssets } from './http/playground-routes.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { type Authenticate, createAuthenticate } from './identity/authenticate.ts';
import { loadTokenRules } from './identity/token-rules.ts';
import type { GatewaySettings } from './settings.ts';
import { resolveEndpoints } from './subgraphs/endpoints.ts';
import { shareInFlight } from './subgraphs/share-in-flight.ts';
import { createSubgraphTransport } from './subgraphs/subgraph-transport.ts';
import { loadSupergraph } from './supergraph.ts';

export interface GatewayOptions {
  readonly settings: GatewaySettings;
  readonly logger: Logger;
  /** The page for people; null when it is off. */
  readonly playground: Playground | null;
}

/** The front door, put together: from HTTP over identity and limits to the subgraphs. Ready with none of them alive. */
export async function createGateway({ settings, logger, playground }: GatewayOptions): Promise<HttpService> {
  const supergraph = loadSupergraph(settings.supergraphFile);
  const wire = createSubgraphTransport({
    endpoints: resolveEndpoints(supergraph.addresses, settings),
    connections: settings.subgraphConnections,
    maxBytes: settings.subgraphMaxBytes,
    viewerSigningSecret: settings.viewerSigningSecret,
  });
  const transport = settings.sharing.subgraphCalls ? shareInFlight(wire) : wire;
  const apollo = await startApollo({ settings, logger, supergraph, transport });

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
    executor: createApolloExecutor(apollo),
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
