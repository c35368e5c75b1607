import { z } from 'zod';
import { httpUrl } from '../env.ts';

const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** `key=value` pairs, separated by commas and percent-encoded, as OpenTelemetry has them. */
const pairs = z.string().transform((text) =>
  Object.fromEntries(
    text
      .split(',')
      .map((pair) => pair.split('='))
      .flatMap(([key = '', ...value]) => (key.trim() ? [[key.trim(), decode(value.join('=').trim())]] : [])),
  ),
);

/** OpenTelemetry's own variables, under its own names. */
export const tracingEnv = {
  /** Where an OTLP receiver listens for HTTP; traces go to `/v1/traces` below it. Without it nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: pairs.optional(),
  OTEL_SERVICE_NAME: z.string().optional(),
  OTEL_RESOURCE_ATTRIBUTES: pairs.optional(),
  OTEL_TRACES_SAMPLER: z.enum(samplers).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};

type TracingEnv = z.infer<z.ZodObject<typeof tracingEnv>>;

export interface TracingSettings {
  /** The receiver's address for traces. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the service calls itself; its own name by default. */
  readonly serviceName: string | undefined;
  readonly resource: Readonly<Record<string, string>>;
  readonly sampler: (typeof samplers)[number];
  /** Of traces that begin here, for the samplers by ratio. */
  readonly ratio: number;
}

/** Null: nothing is traced, and nothing for it is loaded. */
export function tracingOf(env: TracingEnv): TracingSettings | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = env;
  if (!endpoint) return null;
  return {
    url: `${endpoint}/v1/traces`,
    headers: env.OTEL_EXPORTER_OTLP_HEADERS ?? {},
    serviceName: env.OTEL_SERVICE_NAME,
    resource: env.OTEL_RESOURCE_ATTRIBUTES ?? {},
    sampler: env.OTEL_TRACES_SAMPLER,
    ratio: env.OTEL_TRACES_SAMPLER_ARG,
  };
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
