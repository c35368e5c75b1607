import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { usualStreamSettings } from '../http/live/stream-settings.ts';
import { policyRulesSchema } from '../identity/granted-policies.ts';
import { defaultTokenAlgorithms, tokenAlgorithm } from '../identity/token-algorithms.ts';
import { type LimitSettings, limitSettings } from '../limits/limit-settings.ts';
import { usualLiveSettings } from '../live/live-settings.ts';
import { UsageError } from './usage-error.ts';

const bytes = z.int().min(1);
const timeoutMs = z.int().min(1).max(600_000);
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' });

const shaping = z.strictObject({
  retries: z.boolean().optional(),
  attemptTimeoutMs: timeoutMs.optional(),
  breaker: z.boolean().optional(),
  maxConcurrent: z.int().min(1).optional(),
  maxQueued: z.int().min(0).optional(),
});

type CamelCase<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${Lowercase<First>}${Capitalize<CamelCase<Rest>>}`
  : Lowercase<Name>;
type LimitName = keyof LimitSettings;

/** MAX_BODY_BYTES is maxBodyBytes in a file. */
const inFile = (name: string) => name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const limitNames = Object.keys(limitSettings) as LimitName[];
// A benchmark may go as deep and as wide as it likes: here a limit has a default and no ceiling.
const limitShape = Object.fromEntries(limitNames.map((name) => [inFile(name), z.int().min(1).optional()])) as {
  [Name in LimitName as CamelCase<Name>]: z.ZodOptional<z.ZodInt>;
};

const configSchema = z.strictObject({
  introspection: z.boolean().optional(),
  explain: z.boolean().optional(),
  supergraphPollSeconds: z.int().min(0).max(86_400).default(0),
  cors: z.array(z.string().min(1)).optional(),
  subgraphs: z
    .record(
      z.string(),
      z.strictObject({
        url: httpUrl.optional(),
        http2: z.boolean().optional(),
        timeoutMs: timeoutMs.optional(),
        subscriptions: z.enum(['sse', 'ws']).optional(),
        subscriptionsUrl: httpUrl.optional(),
        shaping: shaping.optional(),
      }),
    )
    .default({}),
  shaping: shaping.default({}),
  shedding: z
    .strictObject({ maxInFlight: z.int().min(1).optional(), maxEventLoopDelayMs: z.int().min(0).optional() })
    .default({}),
  sharing: z
    .strictObject({
      subgraphCalls: z.boolean().optional(),
      requests: z.boolean().optional(),
      subscriptions: z.boolean().optional(),
    })
    .default({}),
  entityCache: z.strictObject({ maxBytes: bytes }).or(z.literal(false)).default(false),
  responseCache: z
    .strictObject({ maxBytes: bytes, defaultMaxAgeSeconds: z.int().min(0).default(0) })
    .or(z.literal(false))
    .default(false),
  identity: z
    .strictObject({
      jwksUrl: httpUrl,
      issuer: z.string().min(1),
      audience: z.string().min(1),
      algorithms: z
        .array(tokenAlgorithm)
        .min(1)
        .default([...defaultTokenAlgorithms]),
      policies: policyRulesSchema.default({}),
      policiesClaim: z.string().min(1).max(200).optional(),
    })
    .optional(),
  limits: z.strictObject(limitShape).default({}),
  live: z
    .strictObject({
      maxSubscriptions: z.int().min(1).default(usualLiveSettings.maxSubscriptions),
      maxSubscriptionsPerClient: z.int().min(1).default(usualLiveSettings.maxSubscriptionsPerClient),
      maxSilenceMs: z.int().min(100).max(3_600_000).default(usualLiveSettings.maxSilenceMs),
    })
    .prefault({}),
  streams: z
    .strictObject({
      heartbeatMs: z.int().min(1_000).max(60_000).default(usualStreamSettings.heartbeatMs),
      bufferMaxBytes: bytes.default(usualStreamSettings.bufferMaxBytes),
      maxConnections: z.int().min(1).default(usualStreamSettings.maxConnections),
      maxConnectionsPerAddress: z.int().min(1).default(usualStreamSettings.maxConnectionsPerAddress),
      maxOperations: z.int().min(1).default(usualStreamSettings.maxOperations),
      maxFrameBytes: bytes.default(usualStreamSettings.maxFrameBytes),
    })
    .prefault({}),
  planner: z.enum(['hive', 'apollo']).default('hive'),
  overrideLabels: z.array(z.string().min(1)).default([]),
});

export type Config = z.infer<typeof configSchema>;

/** No file: everything by default. Throws a UsageError that names all that is wrong. */
export function readConfig(file: string | null): Config {
  const parsed = configSchema.safeParse(file === null ? {} : parseFile(file));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap((issue) => describe(issue));
  throw new UsageError(
    `The settings in ${file} are wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\nSee "Alone" in apps/gateway/README.md.`,
  );
}

/** What a gateway alone is asked by default is not the public: benchmarks and audits go deep and wide. */
const aloneLimits: Partial<LimitSettings> = {
  MAX_TOKENS: 20_000,
  MAX_RECURSIVE_SELECTIONS: 10_000,
  MAX_DEPTH: 50,
  MAX_ALIASES: 1_000,
  MAX_DIRECTIVES: 1_000,
  MAX_ROOT_FIELDS: 200,
  MAX_MUTATION_FIELDS: 50,
  MAX_COST: 10_000_000,
};

/** The limits of a file, under the names that the gateway uses; wide ones where it says nothing. */
export function limitsOf({ limits }: Config): LimitSettings {
  const given = limits as Readonly<Record<string, number | undefined>>;
  const entries = limitNames.map((name) => [
    name,
    given[inFile(name)] ?? aloneLimits[name] ?? limitSettings[name].parse(undefined),
  ]);
  return Object.fromEntries(entries) as LimitSettings;
}

function parseFile(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : String(code);
    throw new UsageError(`The settings ${file} cannot be read: ${why}.`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`The settings ${file} are not JSON: ${(error as Error).message}.`, { cause: error });
  }
}

function describe(issue: z.core.$ZodIssue): string[] {
  const place = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${[...issue.path, key].join('.')}: there is no such setting`);
  }
  if (issue.code === 'invalid_union') {
    // The object form says more of what is wrong than "or false" does.
    const [first = []] = issue.errors;
    const inner = first.flatMap((nested) => describe({ ...nested, path: [...issue.path, ...nested.path] }));
    return inner.length > 0 ? inner : [`${place}: is not of its type`];
  }
  return [`${place || 'the file'}: ${issue.message}`];
}
