import { admissionOf } from './admission/admission-settings.ts';
import { readDocumentManifest } from './admission/document-manifest.ts';
import type { GatewayEnv } from './env.ts';
import { streamSettingsOf } from './http/live/stream-settings.ts';
import { type LimitSettings, limitSettings } from './limits/limit-settings.ts';
import { liveSettingsOf } from './live/live-settings.ts';
import type { GatewaySettings } from './settings.ts';
import { telemetryOf } from './telemetry/telemetry-settings.ts';

/** The gateway of the house, as its environment says. */
export function houseSettings(env: GatewayEnv): GatewaySettings {
  return {
    nodeEnv: env.NODE_ENV,
    host: env.HOST,
    port: env.GATEWAY_PORT,
    drainDelayMs: env.DRAIN_DELAY_MS,
    supergraph: {
      file: env.SUPERGRAPH_FILE,
      url: env.SUPERGRAPH_URL ?? null,
      authorization: env.SUPERGRAPH_AUTHORIZATION ?? null,
      pollMs: env.SUPERGRAPH_POLL_SECONDS * 1_000,
    },
    connections: {
      maxConnections: env.MAX_CONNECTIONS,
      maxConnectionsPerAddress: env.MAX_CONNECTIONS_PER_ADDRESS,
    },
    subgraphs: {
      articles: { url: env.ARTICLES_URL, subscriptions: env.SUBGRAPH_SUBSCRIPTIONS },
      media: { url: env.MEDIA_SUBGRAPH_URL },
      comments: { url: env.COMMENTS_URL, subscriptions: env.SUBGRAPH_SUBSCRIPTIONS },
    },
    subgraphQueryTimeoutMs: env.SUBGRAPH_TIMEOUT_MS,
    subgraphMutationTimeoutMs: env.SUBGRAPH_MUTATION_TIMEOUT_MS,
    subgraphConnections: env.SUBGRAPH_CONNECTIONS,
    subgraphMaxBytes: env.SUBGRAPH_MAX_BYTES,
    shaping: {
      retries: env.SUBGRAPH_RETRIES === 'on',
      attemptTimeoutMs: env.SUBGRAPH_ATTEMPT_TIMEOUT_MS ?? null,
      breaker: env.SUBGRAPH_BREAKER === 'on',
      maxConcurrent: env.SUBGRAPH_MAX_CONCURRENT,
      maxQueued: env.SUBGRAPH_MAX_QUEUED,
    },
    shedding: { maxInFlight: env.MAX_IN_FLIGHT, maxEventLoopDelayMs: env.MAX_EVENT_LOOP_DELAY_MS },
    viewerSigningSecret: env.VIEWER_SIGNING_SECRET,
    identity: {
      nodeEnv: env.NODE_ENV,
      jwksUrl: env.JWKS_URL,
      devIssuerKeyFile: env.DEV_ISSUER_KEY_FILE,
      issuer: env.JWT_ISSUER,
      audience: env.JWT_AUDIENCE,
      algorithms: env.JWT_ALGORITHMS,
      needsName: true,
      policies: env.AUTHORIZATION_POLICIES ?? {},
      policiesClaim: env.JWT_POLICIES_CLAIM ?? null,
    },
    introspection: env.INTROSPECTION,
    corsOrigins: env.CORS_ORIGINS,
    requestTimeoutMs: env.REQUEST_TIMEOUT_MS,
    limits: limitsOf(env),
    admission: admissionOf(env),
    sharing: {
      subgraphCalls: env.SHARE_SUBGRAPH_CALLS === 'on',
      requests: env.SHARE_REQUESTS === 'on',
      subscriptions: env.SHARE_SUBSCRIPTIONS === 'on',
    },
    entityCache: env.ENTITY_CACHE_MAX_BYTES > 0 ? { maxBytes: env.ENTITY_CACHE_MAX_BYTES } : null,
    responseCache:
      env.RESPONSE_CACHE_MAX_BYTES > 0 ? { maxBytes: env.RESPONSE_CACHE_MAX_BYTES, defaultMaxAgeSeconds: 0 } : null,
    staleSeconds: { whileRevalidate: env.STALE_WHILE_REVALIDATE_SECONDS, ifError: env.STALE_IF_ERROR_SECONDS },
    redisUrl: env.REDIS_URL ?? null,
    warmOperations: env.WARM_OPERATIONS_FILE ? readDocumentManifest(env.WARM_OPERATIONS_FILE) : [],
    purging: { databaseUrl: env.GATEWAY_DATABASE_URL ?? null, operatorToken: env.CACHE_PURGE_TOKEN ?? null },
    telemetry: telemetryOf(env),
    live: liveSettingsOf(env),
    streams: streamSettingsOf(env),
    planner: 'hive',
    overrideLabels: [],
  };
}

function limitsOf(env: GatewayEnv): LimitSettings {
  const names = Object.keys(limitSettings) as (keyof LimitSettings)[];
  return Object.fromEntries(names.map((name) => [name, env[name]])) as LimitSettings;
}
