import type { Playground } from '@dateline/playground/playground';
import { createHttpService, type HttpService } from '@dateline/service-kit/http-service';
import type { Logger } from '@dateline/service-kit/logger';
import { startApollo } from './apollo.ts';
import type { GatewayEnv } from './env.ts';
import { addCors } from './http/cors.ts';
import { addErrorAnswers } from './http/error-answers.ts';
import { addGraphqlRoutes } from './http/graphql-routes.ts';
import { acceptOnlyJson } from './http/json-body.ts';
import { addPlaygroundAssets } from './http/playground-routes.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { createAuthenticate } from './identity/authenticate.ts';
import { loadTokenRules } from './identity/token-rules.ts';
import { createSubgraphs } from './subgraphs/subgraphs.ts';
import { loadSupergraph } from './supergraph.ts';

export interface GatewayOptions {
  readonly env: GatewayEnv;
  readonly logger: Logger;
  /** The page for people; null when it is off. */
  readonly playground: Playground | null;
}

/** The front door, put together: from HTTP over identity and limits to the subgraphs. Ready with none of them alive. */
export async function createGateway({ env, logger, playground }: GatewayOptions): Promise<HttpService> {
  const subgraphs = createSubgraphs(env);
  const apollo = await startApollo({ env, logger, supergraph: loadSupergraph(env.SUPERGRAPH_FILE), subgraphs });
  const rules = await loadTokenRules(env);
  if (!rules) logger.warn('neither JWKS_URL nor DEV_ISSUER_KEY_FILE is set: nobody can sign in');

  const service = createHttpService({
    name: 'gateway',
    host: env.HOST,
    port: env.GATEWAY_PORT,
    logger,
    // Apollo Server has started, so the supergraph stands.
    readiness: {},
    degradations: subgraphs.checks(),
    drainDelayMs: env.DRAIN_DELAY_MS,
    bodyMaxBytes: env.MAX_BODY_BYTES,
    onClose: [() => apollo.stop(), () => subgraphs.close()],
  });
  addErrorAnswers(service.http, logger);
  addSecurityHeaders(service.http);
  addCors(service.http, env.CORS_ORIGINS);
  acceptOnlyJson(service.http, { maxDepth: env.MAX_JSON_DEPTH });
  if (playground) addPlaygroundAssets(service.http, playground);
  addGraphqlRoutes(service.http, {
    apollo,
    authenticate: createAuthenticate(rules),
    playground,
    maxJsonDepth: env.MAX_JSON_DEPTH,
    timeoutMs: env.REQUEST_TIMEOUT_MS,
    logger,
  });
  return service;
}
