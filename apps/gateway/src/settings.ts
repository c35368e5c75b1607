import type { ConnectionBounds } from '@dateline/service-kit/bound-connections';
import type { AdmissionSettings } from './admission/admission-settings.ts';
import type { StreamSettings } from './http/live/stream-settings.ts';
import type { SheddingSettings } from './http/shedding/shedding-settings.ts';
import type { IdentitySettings } from './identity/token-rules.ts';
import type { LimitSettings } from './limits/limit-settings.ts';
import type { LiveSettings } from './live/live-settings.ts';
import type { ShapingSettings, ShapingWords } from './subgraphs/shaping/shaping-settings.ts';
import type { SupergraphPlace } from './supergraph-source/choose-source.ts';
import type { TelemetrySettings } from './telemetry/telemetry-settings.ts';

/** How one subgraph is reached, where that is said beside the supergraph. */
export interface SubgraphSettings {
  /** Where its graph stands; the supergraph's own address by default. */
  readonly url?: string | undefined;
  /** HTTP/2; over `http:` with prior knowledge (h2c). HTTP/1.1 by default. */
  readonly http2?: boolean | undefined;
  /** For queries and mutations alike; the settings' own by default. */
  readonly timeoutMs?: number | undefined;
  /** How its subscriptions are asked for: over server-sent events by default. */
  readonly subscriptions?: 'sse' | 'ws' | undefined;
  /** Where, if not at its graph; http: or https: for both. */
  readonly subscriptionsUrl?: string | undefined;
  /** In place of what the settings say for all of them. */
  readonly shaping?: ShapingWords | undefined;
}

/**
 * All that a gateway can be told. The house's comes from its environment (house-settings.ts), that of a gateway alone from
 * flags and a file (standalone/): from here on there is one way.
 */
export interface GatewaySettings {
  readonly nodeEnv: 'development' | 'test' | 'production';
  readonly host: string;
  readonly port: number;
  readonly drainDelayMs: number;
  readonly supergraph: SupergraphPlace;
  readonly connections: ConnectionBounds;
  /** By name. */
  readonly subgraphs: Readonly<Record<string, SubgraphSettings>>;
  readonly subgraphQueryTimeoutMs: number;
  readonly subgraphMutationTimeoutMs: number;
  /** Open connections to one subgraph. */
  readonly subgraphConnections: number;
  /** An answer of a subgraph with more is cut. */
  readonly subgraphMaxBytes: number;
  /** Retries, circuit breaker and bulkhead of each subgraph. */
  readonly shaping: ShapingSettings;
  /** From where on new work is turned away. */
  readonly shedding: SheddingSettings;
  /** Null: subgraphs are not told who asks. */
  readonly viewerSigningSecret: string | null;
  /** Whose tokens are believed. Null: nobody signs in, and no token is looked at. */
  readonly identity: IdentitySettings | null;
  readonly introspection: boolean;
  readonly corsOrigins: readonly string[];
  /** All fetches of one request together. */
  readonly requestTimeoutMs: number;
  readonly limits: LimitSettings;
  /** Who comes in, with which documents, how often. */
  readonly admission: AdmissionSettings;
  /** What is done once for all who ask for it at the same time. */
  readonly sharing: { readonly subgraphCalls: boolean; readonly requests: boolean; readonly subscriptions: boolean };
  readonly entityCache: { readonly maxBytes: number } | null;
  readonly responseCache: { readonly maxBytes: number; readonly defaultMaxAgeSeconds: number } | null;
  /** How much older than its age an answer may be given: while it is made anew, and when a subgraph is down. */
  readonly staleSeconds: { readonly whileRevalidate: number; readonly ifError: number };
  /** Of a Redis (or Valkey) through which processes share answers; null: each keeps its own. */
  readonly redisUrl: string | null;
  /** Operations that are compiled before the gateway is ready. */
  readonly warmOperations: readonly { readonly query: string; readonly operationName: string | null }[];
  /** What purges the caches beside their ages: the bus in a database, and an operator's token. */
  readonly purging: { readonly databaseUrl: string | null; readonly operatorToken: string | null };
  readonly telemetry: TelemetrySettings;
  readonly live: LiveSettings;
  /** What streams and sockets of clients may take. */
  readonly streams: StreamSettings;
  readonly planner: 'hive' | 'apollo';
  /** Labels of progressive overrides that are on. */
  readonly overrideLabels: readonly string[];
}
