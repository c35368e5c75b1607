import type { TraceParent } from './trace-parent.ts';
import type { TracingSettings } from './tracing-settings.ts';

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

export interface SpanBeginning {
  readonly name: string;
  /** `server`: a request that came in. `client`: one that goes out. `inner`: work between them. */
  readonly kind: 'server' | 'client' | 'inner';
  readonly attributes?: SpanAttributes;
  /** By performance.now(); now by default. */
  readonly startMs?: number;
}

/** One span that has begun. What is not sampled keeps nothing, and is only passed on. */
export interface Span {
  readonly isSampled: boolean;
  /** For who continues the trace: as a header. */
  readonly traceparent: string;
  name(name: string): void;
  set(attributes: SpanAttributes): void;
  begin(beginning: SpanBeginning): Span;
  /** `fault`: what went wrong, in one word. `endMs` by performance.now(); now by default. */
  end(options?: { readonly fault?: string; readonly endMs?: number }): void;
}

/** Begins traces, or goes on with those of others, and sends them to their receiver by and by. */
export interface Tracing {
  begin(beginning: SpanBeginning, parent: TraceParent | null): Span;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Null: off. Only with settings is OpenTelemetry loaded at all. */
export async function loadTracing(settings: TracingSettings | null, service: string): Promise<Tracing | null> {
  if (!settings) return null;
  const { createOtlpTracing } = await import('./otlp-tracing.ts');
  return createOtlpTracing(settings, service);
}
