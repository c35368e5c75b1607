import { z } from 'zod';

/** Every fault of an environment at once, so that a person mends it in one go. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly faults: readonly string[];

  constructor(service: string, faults: readonly string[]) {
    super(`${service} cannot start, its environment is wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/**
 * Parses the environment of a process once, at its door. An empty string counts as unset.
 * Throws an EnvironmentError that names every variable at fault, never its value: values may be secrets.
 */
export function parseEnv<Shape extends z.ZodRawShape>(
  service: string,
  shape: Shape,
  source: Readonly<Record<string, string | undefined>>,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = z.object(shape).safeParse(given);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(
    service,
    parsed.error.issues.map(
      (issue) =>
        `${issue.path.join('.')}: ${given[String(issue.path[0])] === undefined ? 'is missing' : issue.message}`,
    ),
  );
}

/** A TCP port; 0 asks the system for a free one. */
export const port = (defaultPort: number) => z.coerce.number().int().min(0).max(65_535).default(defaultPort);

/** A secret that signs something: at least 32 characters, so that it cannot be guessed. */
export const signingSecret = z.string().min(32, 'must have at least 32 characters');

export const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' });

export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' })
  .transform((url) => url.replace(/\/+$/, ''));

/** What every process reads, whatever it does. */
export const processEnv = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** The address to listen on. Loopback by default: a subgraph is nobody's business but the gateway's. */
  HOST: z.string().default('127.0.0.1'),
  /** How long a drain says 'not ready' before it stops listening: longer than the load balancer's probe interval. */
  DRAIN_DELAY_MS: z.coerce.number().int().min(0).max(60_000).default(0),
};
