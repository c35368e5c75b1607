import type { Playground } from '@dateline/playground/playground';
import { createHttpService, type HttpService } from '@dateline/service-kit/http-service';
import { createLiveConnections } from '@dateline/service-kit/live/live-connections';
import type { Logger } from '@dateline/service-kit/logger';
import { createMetricsRegistry } from '@dateline/service-kit/meters';
import { loadTracing } from '@dateline/service-kit/tracing/tracing';
import { hasRole } from '@dateline/service-kit/viewer';
import { createAdmission } from './admission/admission.ts';
import { createCaches } from './caches.ts';
import type { Siblings } from './cluster/siblings.ts';
import { startGraphs } from './graphs.ts';
import { addCors } from './http/cors.ts';
import { addErrorAnswers } from './http/error-answers.ts';
import { addGraphqlRoutes } from './http/graphql-routes.ts';
import { createGraphqlShortcut } from './http/graphql-shortcut.ts';
import { acceptOnlyJson } from './http/json-body.ts';
import { addLive } from './http/live/add-live.ts';
import { addPlaygroundAssets } from './http/playground-routes.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { createShedding } from './http/shedding/shedding.ts';
import { type Authenticate, createAuthenticate } from './identity/authenticate.ts';
import { loadTokenRules } from './identity/token-rules.ts';
import { addPurgeRoute } from './invalidation/purge-route.ts';
import { startInvalidation } from './invalidation/start-invalidation.ts';
import { knownAnswers } from './response-cache/ready-answer.ts';
import type { GatewaySettings } from './settings.ts';
import { chooseSource } from './supergraph-source/choose-source.ts';
import { followSupergraph } from './supergraph-source/follow-supergraph.ts';
import { readCacheCounts } from './telemetry/cache-meters.ts';
import { countOperations, createGatewayMetrics } from './telemetry/gateway-metrics.ts';
import { traceShortcut } from './telemetry/tracing/trace-shortcut.ts';

export interface GatewayOptions {
  readonly settings: GatewaySettings;
  readonly logger: Logger;
  /** The page for people; null when it is off. */
  readonly playground: Playground | null;
  /** The other workers of a cluster; null, or left out, for a gateway that is alone. */
  readonly siblings?: Siblings | null;
}

/** The gateway's service, which can be told to read its supergraph again. */
export interface Gateway extends HttpService {
  /** Serves the supergraph, the documents and the keys as they are now; keeps to those before that cannot be used. Rejects then. */
  reload(): Promise<void>;
}

/** The front door, put together: from HTTP over identity, limits and caches to the subgraphs. Ready with none of them alive. */
export async function createGateway({ settings, logger, playground, siblings }: GatewayOptions): Promise<Gateway> {
  const source = chooseSource(settings.supergraph, logger);
  const supergraph = await source.load();
  const caches = await createCaches(settings, logger);
  const { limits, redisUrl } = settings;
  const registry = createMetricsRegistry();
  siblings?.countIn(registry);
  const metrics = createGatewayMetrics(registry);
  const events = metrics.door;
  const admission = await createAdmission({ settings: settings.admission, limits, redisUrl, logger, events });
  const known = [...settings.warmOperations, ...admission.listed].flatMap(({ operationName }) => operationName ?? []);
  metrics.knowOperations(known);
  readCacheCounts(metrics.meters, caches);
  const tracing = await loadTracing(settings.telemetry.tracing, 'gateway');
  const { corsOrigins } = settings;
  const shedding = createShedding({ settings: settings.shedding, corsOrigins, events });
  const graphs = await startGraphs({ settings, logger, supergraph, caches, admission, shedding, metrics });
  // Flights first: what is asked for from here on is asked for anew, and may be kept.
  const purgeable = [graphs.flights, ...caches.purgeable];
  const invalidation = startInvalidation({ databaseUrl: settings.purging.databaseUrl, logger, caches: purgeable });

  const kept = caches.responses && createGraphqlShortcut(knownAnswers(caches.responses), settings, admission);
  const connections = createLiveConnections(settings.streams, metrics.live);

  const service = createHttpService({
    name: 'gateway',
    host: settings.host,
    port: settings.port,
    logger,
    registry,
    onAnswered: countOperations(metrics),
    // Apollo Server has started, so the supergraph stands.
    readiness: {},
    get degradations() {
      return { supergraph: async () => refusalOf(), ...graphs.checks, ...invalidation.checks };
    },
    ...(siblings ? { metrics: siblings.metrics } : {}),
    drainDelayMs: settings.drainDelayMs,
    bodyMaxBytes: settings.limits.MAX_BODY_BYTES,
    connections: settings.connections,
    shortcut: shedding.atTheDoor(kept && tracing ? traceShortcut(kept, tracing) : kept),
    // Streams first: their clients come back. Operations that are ended before would be over for them.
    onDrain: [() => connections.drain(), () => graphs.live.end()],
    onClose: [
      async () => followed.stop(),
      async () => shedding.close(),
      () => invalidation.stop(),
      () => graphs.close(),
      () => admission.close(),
      () => caches.close(),
      async () => tracing?.close(),
    ],
  });
  addErrorAnswers(service.http, logger, metrics.operationErred);
  addSecurityHeaders(service.http);
  addCors(service.http, settings.corsOrigins);
  acceptOnlyJson(service.http, { maxDepth: settings.limits.MAX_JSON_DEPTH });
  if (playground) addPlaygroundAssets(service.http, playground);
  addPurgeRoute(service.http, {
    token: settings.purging.operatorToken,
    logger,
    caches: purgeable,
    siblings: siblings ?? null,
  });
  const { MAX_JSON_DEPTH: maxJsonDepth, MAX_BODY_BYTES, MAX_EDITOR_BODY_BYTES } = settings.limits;
  const identity = { authenticate: await authenticateBy(settings, logger), identify: admission.identify };
  const streams = addLive(service.http, {
    ...identity,
    operations: graphs.live,
    connections,
    settings: settings.streams,
    maxJsonDepth,
    corsOrigins,
    logger,
  });
  await addGraphqlRoutes(service.http, {
    ...identity,
    executor: graphs.executor,
    playground,
    streams,
    maxBodyBytesOf: (viewer) => Math.max(MAX_BODY_BYTES, hasRole(viewer, 'EDITOR') ? MAX_EDITOR_BODY_BYTES : 0),
    maxJsonDepth,
    timeoutMs: settings.requestTimeoutMs,
    logger,
    onError: metrics.operationErred,
    tracing,
  });
  const followed = followSupergraph({
    source,
    serve: (next) => graphs.reload(next),
    logger,
    events: metrics.graph,
  });
  const refusalOf = () => (followed.refusal() === null ? null : 'the newest was refused, the one before is served');
  return Object.assign(service, {
    async reload() {
      // One that is refused does not keep the other out.
      const refused = await graphs.reloadDocuments().then(
        () => null,
        (error: unknown) => ({ error }),
      );
      await followed.reload();
      if (refused) throw refused.error;
    },
  });
}

async function authenticateBy({ identity }: GatewaySettings, logger: Logger): Promise<Authenticate> {
  if (!identity) return async () => null;
  const rules = await loadTokenRules(identity);
  if (!rules) logger.warn('neither JWKS_URL nor DEV_ISSUER_KEY_FILE is set: nobody can sign in');
  return createAuthenticate(rules);
}
