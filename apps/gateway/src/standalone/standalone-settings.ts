import { tracingOf } from '@dateline/service-kit/tracing/tracing-settings';
import { admissionOf } from '../admission/admission-settings.ts';
import { readDocumentManifest } from '../admission/document-manifest.ts';
import type { StandaloneEnv } from '../env.ts';
import { usualStreamSettings } from '../http/live/stream-settings.ts';
import type { SheddingSettings } from '../http/shedding/shedding-settings.ts';
import type { IdentitySettings } from '../identity/token-rules.ts';
import type { GatewaySettings } from '../settings.ts';
import { type ShapingSettings, shapingOf } from '../subgraphs/shaping/shaping-settings.ts';
import { type Config, limitsOf } from './config.ts';
import type { Flags } from './flags.ts';

/** An answer of a subgraph with more is cut. */
const subgraphMaxBytes = 50_000_000;

/** Wide: a benchmark asks as many at once as it likes. */
const aloneShaping: ShapingSettings = {
  retries: true,
  attemptTimeoutMs: null,
  breaker: true,
  maxConcurrent: 1_000,
  maxQueued: 10_000,
};
const aloneShedding: SheddingSettings = { maxInFlight: 10_000, maxEventLoopDelayMs: 0 };

/** A gateway alone, before any supergraph: nobody signs in, subgraphs are not told who asks, nothing is kept unless said. */
export function standaloneSettings(flags: Flags, config: Config, env: StandaloneEnv): GatewaySettings {
  return {
    nodeEnv: env.NODE_ENV,
    host: env.HOST,
    port: flags.port,
    drainDelayMs: env.DRAIN_DELAY_MS,
    supergraph: {
      file: flags.supergraphFile,
      url: null,
      authorization: null,
      pollMs: config.supergraphPollSeconds * 1_000,
    },
    connections: { maxConnections: 0, maxConnectionsPerAddress: 0 },
    subgraphs: config.subgraphs,
    subgraphQueryTimeoutMs: 10_000,
    subgraphMutationTimeoutMs: 10_000,
    subgraphConnections: 100,
    subgraphMaxBytes,
    shaping: shapingOf(config.shaping, aloneShaping),
    shedding: {
      maxInFlight: config.shedding.maxInFlight ?? aloneShedding.maxInFlight,
      maxEventLoopDelayMs: config.shedding.maxEventLoopDelayMs ?? aloneShedding.maxEventLoopDelayMs,
    },
    viewerSigningSecret: null,
    identity: identityOf(config, env),
    introspection: config.introspection ?? env.NODE_ENV !== 'production',
    corsOrigins: config.cors ?? ['*'],
    requestTimeoutMs: 14_000,
    limits: limitsOf(config),
    admission: admissionOf(env),
    sharing: {
      subgraphCalls: config.sharing.subgraphCalls ?? true,
      requests: config.sharing.requests ?? false,
      subscriptions: config.sharing.subscriptions ?? true,
    },
    entityCache: config.entityCache || null,
    responseCache: config.responseCache || null,
    staleSeconds: { whileRevalidate: 0, ifError: 86_400 },
    redisUrl: env.REDIS_URL ?? null,
    warmOperations: env.WARM_OPERATIONS_FILE ? readDocumentManifest(env.WARM_OPERATIONS_FILE) : [],
    telemetry: {
      explainedTo: (config.explain ?? env.NODE_ENV !== 'production') ? 'everybody' : [],
      tracing: tracingOf(env),
    },
    live: config.live,
    streams: { ...usualStreamSettings, ...config.streams },
    planner: config.planner,
    purging: { databaseUrl: null, operatorToken: null },
    overrideLabels: config.overrideLabels,
  };
}

/** Subgraphs are told nothing of who asks: whom a token is believed of matters for what the supergraph protects. */
function identityOf({ identity }: Config, { NODE_ENV: nodeEnv }: StandaloneEnv): IdentitySettings | null {
  if (!identity) return null;
  const { policiesClaim = null, ...rest } = identity;
  return { ...rest, nodeEnv, devIssuerKeyFile: undefined, needsName: false, policiesClaim };
}
