import { setTimeout } from 'node:timers/promises';
import {
  type Context,
  type Span as OtelSpan,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { type TraceParent, writeTraceParent } from './trace-parent.ts';
import type { Span, SpanBeginning, Tracing } from './tracing.ts';
import type { TracingSettings } from './tracing-settings.ts';

const lastWordsMs = 2_000;

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, inner: SpanKind.INTERNAL } as const;

/** Traces by OpenTelemetry, to an OTLP receiver over HTTP as JSON. Whose span is whose is said, not guessed from the stack. */
export function createOtlpTracing(settings: TracingSettings, service: string): Tracing {
  const { url, headers, serviceName = service, resource } = settings;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ ...resource, 'service.name': serviceName }),
    sampler: samplerOf(settings),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url, headers: { ...headers } }) })],
  });
  const tracer = provider.getTracer('dateline');

  function begin({ name, kind, attributes = {}, startMs }: SpanBeginning, parent: Context): Span {
    const startTime = epochMs(startMs ?? performance.now());
    return wrap(tracer.startSpan(name, { kind: kinds[kind], attributes, startTime }, parent));
  }

  function wrap(span: OtelSpan): Span {
    const { traceId, spanId, traceFlags } = span.spanContext();
    const isSampled = (traceFlags & TraceFlags.SAMPLED) !== 0;
    return {
      isSampled,
      traceparent: writeTraceParent({ traceId, spanId, isSampled }),
      name: (name) => void span.updateName(name),
      set: (attributes) => void span.setAttributes(attributes),
      begin: (beginning) => begin(beginning, trace.setSpan(ROOT_CONTEXT, span)),
      end({ fault, endMs } = {}) {
        if (fault !== undefined) {
          span.setAttribute('error.type', fault);
          span.setStatus({ code: SpanStatusCode.ERROR });
        }
        span.end(epochMs(endMs ?? performance.now()));
      },
    };
  }

  return {
    begin: (beginning, parent) => begin(beginning, parent ? remote(parent) : ROOT_CONTEXT),
    // A receiver that is away is tried again and again: a process that ends waits for it so long and no longer.
    close: () =>
      Promise.race([provider.shutdown().catch(() => undefined), setTimeout(lastWordsMs, undefined, { ref: false })]),
  };
}

/** OpenTelemetry takes a number for milliseconds of the epoch, unless it is small enough to be of performance.now(). */
const epochMs = (ms: number): number => performance.timeOrigin + ms;

function remote({ traceId, spanId, isSampled }: TraceParent): Context {
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function samplerOf({ sampler, ratio }: TracingSettings): Sampler {
  const root = rootSampler(sampler.replace('parentbased_', ''), ratio);
  return sampler.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}

function rootSampler(name: string, ratio: number): Sampler {
  if (name === 'always_off') return new AlwaysOffSampler();
  return name === 'traceidratio' ? new TraceIdRatioBasedSampler(ratio) : new AlwaysOnSampler();
}
