import { type TracingSettings, tracingEnv, tracingOf } from '@dateline/service-kit/tracing/tracing-settings';
import { type Role, roles } from '@dateline/service-kit/viewer';
import { z } from 'zod';

/** Who may see how an answer came about. An empty list: nobody. */
export type ExplainedTo = 'everybody' | readonly Role[];

export interface TelemetrySettings {
  readonly explainedTo: ExplainedTo;
  /** Null: nothing is traced. */
  readonly tracing: TracingSettings | null;
}

const roleList = z
  .string()
  .transform((list) => list.split(',').map((role) => role.trim()))
  .pipe(z.array(z.enum(roles)).min(1));

export const telemetryEnv = {
  /** `on` for everybody, `off`, or the roles that may have answers explained; by default on, but in production these. */
  EXPLAIN: z.union([z.enum(['on', 'off']), roleList]).optional(),
  ...tracingEnv,
};

/** The newsroom's own, in production. */
const trusted: readonly Role[] = ['STAFF', 'EDITOR'];

type TelemetryEnv = z.infer<z.ZodObject<typeof telemetryEnv>> & { readonly NODE_ENV: string };

export function telemetryOf(env: TelemetryEnv): TelemetrySettings {
  return { explainedTo: explainedTo(env), tracing: tracingOf(env) };
}

function explainedTo({ EXPLAIN, NODE_ENV }: TelemetryEnv): ExplainedTo {
  if (EXPLAIN === 'on') return 'everybody';
  if (EXPLAIN === 'off') return [];
  return EXPLAIN ?? (NODE_ENV === 'production' ? trusted : 'everybody');
}
