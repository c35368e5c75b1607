import { fileURLToPath } from 'node:url';
import {
  EnvironmentError,
  httpUrl,
  parseEnv,
  port,
  postgresUrl,
  processEnv,
  signingSecret,
} from '@dateline/service-kit/env';
import { tracingEnv } from '@dateline/service-kit/tracing/tracing-settings';
import { z } from 'zod';
import { admissionSettings, aloneAdmission } from './admission/admission-settings.ts';
import { streamSettings } from './http/live/stream-settings.ts';
import { policyRulesSchema } from './identity/granted-policies.ts';
import { defaultTokenAlgorithms, tokenAlgorithm } from './identity/token-algorithms.ts';
import { limitSettings } from './limits/limit-settings.ts';
import { liveSettings } from './live/live-settings.ts';
import { telemetryEnv } from './telemetry/telemetry-settings.ts';

const committedSupergraph = fileURLToPath(import.meta.resolve('@dateline/graph-types/supergraph.graphql'));

const committedDocuments = fileURLToPath(import.meta.resolve('@dateline/graph-types/persisted-documents.json'));

const commaList = z.string().transform((list) =>
  list
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
const parsedJson = (text: string, context: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
};
const onOrOff = z.enum(['on', 'off']).optional();
const milliseconds = (defaultMs: number) => z.coerce.number().int().min(50).max(14_000).default(defaultMs);

const cacheBytes = (defaultBytes: number) => z.coerce.number().int().min(0).max(8_000_000_000).default(defaultBytes);

/** Every setting of the gateway. README.md lists them; a test holds it to this. */
export const settings = {
  ...processEnv,
  GATEWAY_PORT: port(4000),
  /** Processes on the one port, one for each core that the gateway may have. */
  GATEWAY_WORKERS: z.coerce.number().int().min(1).max(128).default(1),
  SUPERGRAPH_FILE: z.string().default(committedSupergraph),
  /** Where a supergraph is to be had over HTTP; the file stands in for it as long as it has never answered. */
  SUPERGRAPH_URL: httpUrl.optional(),
  /** Of the Authorization header to that address. */
  SUPERGRAPH_AUTHORIZATION: z.string().min(1).max(4_000).optional(),
  /** How often the file, or the address, is looked at; 0: on SIGHUP only. */
  SUPERGRAPH_POLL_SECONDS: z.coerce.number().int().min(0).max(86_400).default(5),
  /** Where each subgraph's graph stands; the supergraph file's own addresses by default. */
  ARTICLES_URL: httpUrl.optional(),
  MEDIA_SUBGRAPH_URL: httpUrl.optional(),
  COMMENTS_URL: httpUrl.optional(),
  VIEWER_SIGNING_SECRET: signingSecret,
  /** The newsroom's own issuer. Exactly one of this and DEV_ISSUER_KEY_FILE, or nobody can sign in. */
  JWKS_URL: httpUrl.optional(),
  DEV_ISSUER_KEY_FILE: z.string().optional(),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().optional(),
  JWT_ALGORITHMS: commaList.pipe(z.array(tokenAlgorithm).min(1)).default([...defaultTokenAlgorithms]),
  /** The claim of a token that names policies which the issuer has granted. */
  JWT_POLICIES_CLAIM: z.string().min(1).max(200).optional(),
  /** JSON: policy → `{"roles": […], "scopes": […]}` that grant it. */
  AUTHORIZATION_POLICIES: z.string().max(100_000).transform(parsedJson).pipe(policyRulesSchema).optional(),
  PLAYGROUND: onOrOff,
  INTROSPECTION: onOrOff,
  /** `*`, or the origins whose pages may ask, separated by commas. */
  CORS_ORIGINS: commaList.default(['*']),
  /** All fetches of one request together; shorter than a drain may take. */
  REQUEST_TIMEOUT_MS: milliseconds(14_000),
  SUBGRAPH_TIMEOUT_MS: milliseconds(2_000),
  SUBGRAPH_MUTATION_TIMEOUT_MS: milliseconds(10_000),
  SUBGRAPH_CONNECTIONS: z.coerce.number().int().min(1).max(1_000).default(100),
  SUBGRAPH_MAX_BYTES: z.coerce.number().int().min(1_000).max(100_000_000).default(5_000_000),
  SUBGRAPH_RETRIES: z.enum(['on', 'off']).default('on'),
  /** What the first sending of a query may take of its deadline; without it all, and one too late is not sent again. */
  SUBGRAPH_ATTEMPT_TIMEOUT_MS: z.coerce.number().int().min(50).max(14_000).optional(),
  SUBGRAPH_BREAKER: z.enum(['on', 'off']).default('on'),
  SUBGRAPH_MAX_CONCURRENT: z.coerce.number().int().min(1).max(10_000).default(100),
  SUBGRAPH_MAX_QUEUED: z.coerce.number().int().min(0).max(100_000).default(1_000),
  /** Open connections of clients; 0: no bound of our own. */
  MAX_CONNECTIONS: z.coerce.number().int().min(0).max(1_000_000).default(20_000),
  /** Of one address. 0, no bound, is for a gateway behind a proxy: all come from there. */
  MAX_CONNECTIONS_PER_ADDRESS: z.coerce.number().int().min(0).max(1_000_000).default(0),
  MAX_IN_FLIGHT: z.coerce.number().int().min(1).max(100_000).default(1_000),
  /** For half a second without a break; 0 turns it off. */
  MAX_EVENT_LOOP_DELAY_MS: z.coerce.number().int().min(0).max(10_000).default(500),
  /** Identical calls to a subgraph that are under way at the same time are made once. */
  /** Answers that are kept, as bytes; 0 turns it off. */
  RESPONSE_CACHE_MAX_BYTES: cacheBytes(64_000_000),
  /** Entities that are kept between plan and subgraph; 0 turns it off. */
  ENTITY_CACHE_MAX_BYTES: cacheBytes(16_000_000),
  STALE_WHILE_REVALIDATE_SECONDS: z.coerce.number().int().min(0).max(86_400).default(30),
  STALE_IF_ERROR_SECONDS: z.coerce.number().int().min(0).max(604_800).default(86_400),
  /** Processes with one Redis share answers; without it each keeps its own. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** A manifest of persisted operations, to be compiled before the gateway is ready. */
  WARM_OPERATIONS_FILE: z.string().optional(),
  SHARE_SUBGRAPH_CALLS: z.enum(['on', 'off']).default('on'),
  /** The same for whole queries. */
  SHARE_REQUESTS: z.enum(['on', 'off']).default('on'),
  /** Of the database where the house's events are, as a role that may read them. Without it no event purges the caches. */
  GATEWAY_DATABASE_URL: postgresUrl.optional(),
  /** What an operator shows to POST /cache/purge. Without it there is no such address. */
  CACHE_PURGE_TOKEN: signingSecret.optional(),
  ...admissionSettings,
  /** What our own clients send is known; a gateway alone lists nothing. */
  PERSISTED_DOCUMENTS_FILE: admissionSettings.PERSISTED_DOCUMENTS_FILE.unwrap().default([committedDocuments]),
  ...telemetryEnv,
  /** How the subgraphs are asked for subscriptions; server-sent events by default. */
  SUBGRAPH_SUBSCRIPTIONS: z.enum(['sse', 'ws']).optional(),
  ...liveSettings,
  ...streamSettings,
  ...limitSettings,
};

type Parsed = z.infer<z.ZodObject<typeof settings>>;

export type GatewayEnv = Omit<Parsed, 'PLAYGROUND' | 'INTROSPECTION'> & {
  readonly PLAYGROUND: boolean;
  readonly INTROSPECTION: boolean;
};

/** Throws an EnvironmentError that names everything at fault. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): GatewayEnv {
  const env = parseEnv('gateway', settings, source);
  const faults = issuerFaults(env);
  if (faults.length > 0) throw new EnvironmentError('gateway', faults);
  const open = env.NODE_ENV !== 'production';
  return {
    ...env,
    PLAYGROUND: env.PLAYGROUND ? env.PLAYGROUND === 'on' : open,
    INTROSPECTION: env.INTROSPECTION ? env.INTROSPECTION === 'on' : open,
  };
}

/** Of a gateway alone; the rest is in its flags and its file. A log line for each request is for a house. */
const standaloneEnvironment = {
  ...processEnv,
  LOG_LEVEL: processEnv.LOG_LEVEL.unwrap().default('warn'),
  REDIS_URL: settings.REDIS_URL,
  WARM_OPERATIONS_FILE: settings.WARM_OPERATIONS_FILE,
  ...aloneAdmission,
  ...tracingEnv,
};

export type StandaloneEnv = z.infer<z.ZodObject<typeof standaloneEnvironment>>;

/** Throws an EnvironmentError that names everything at fault. */
export function readStandaloneEnv(source: Readonly<Record<string, string | undefined>> = process.env): StandaloneEnv {
  return parseEnv('gateway', standaloneEnvironment, source);
}

function issuerFaults(env: Parsed): string[] {
  const faults: string[] = [];
  if (env.DEV_ISSUER_KEY_FILE && env.NODE_ENV === 'production') {
    faults.push('DEV_ISSUER_KEY_FILE: is refused when NODE_ENV is production; set JWKS_URL');
  }
  if (env.DEV_ISSUER_KEY_FILE && env.JWKS_URL) {
    faults.push('JWKS_URL: is set beside DEV_ISSUER_KEY_FILE; set only one of them');
  }
  if (env.JWKS_URL && !env.JWT_ISSUER) faults.push('JWT_ISSUER: is missing, and JWKS_URL needs it');
  if (env.JWKS_URL && !env.JWT_AUDIENCE) faults.push('JWT_AUDIENCE: is missing, and JWKS_URL needs it');
  return faults;
}
