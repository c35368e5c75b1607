import type { Span } from '@dateline/service-kit/tracing/tracing';
import type { CallObserver } from '../../engine/run/plan-observer.ts';
import type { RequestObserver } from '../request-observer.ts';

/**
 * Tells a request's span what becomes of the request: an inner span for each thing that takes its time (parse, validate, plan,
 * compile), a client span for each call to a subgraph, which the subgraph goes on with. No variables, tokens or texts of
 * documents: they may hold what is somebody's own.
 */
export function traceRequest(span: Span): RequestObserver {
  const startedAtMs = performance.now();
  const subgraphs = new Map<number, { readonly subgraph: string; readonly operation: string }>();

  function phase(name: string, startMs: number, endMs: number): void {
    if (span.isSampled) span.begin({ name, kind: 'inner', startMs }).end({ endMs });
  }

  return {
    explains: false,
    readsPastCaches: false,
    running({ kind, name }) {
      span.name(name === null ? kind : `${kind} ${name}`);
      span.set({ 'graphql.operation.type': kind, ...(name === null ? {} : { 'graphql.operation.name': name }) });
    },
    phase,
    planned({ program, planMs, compileMs, readyAtMs }) {
      for (const { index, node } of program.calls) subgraphs.set(index, node);
      if (readyAtMs < startedAtMs) return;
      const plannedAtMs = readyAtMs - compileMs;
      phase('plan', plannedAtMs - planMs, plannedAtMs);
      phase('compile', plannedAtMs, readyAtMs);
    },
    kept: ({ outcome }) => span.set({ 'dateline.cache.outcome': outcome }),
    completed: ({ length }) => span.set({ 'dateline.errors': length }),
    callSpared: () => undefined,
    callBegan(call, entities, sentBytes) {
      const { subgraph = '', operation = 'query' } = subgraphs.get(call) ?? {};
      if (!span.isSampled) return passOn(span);
      const attributes = {
        'graphql.operation.type': operation,
        'dateline.subgraph': subgraph,
        'dateline.entities.asked': entities.asked,
        'dateline.entities.kept': entities.kept,
        'http.request.body.size': sentBytes,
      };
      return followCall(span.begin({ name: `${subgraph} ${operation}`, kind: 'client', attributes }));
    },
  };
}

/** What is not sampled is still told to be part of a trace: or a subgraph would begin one of its own. */
const passOn = ({ traceparent }: Span): CallObserver => ({
  traceparent,
  retried: () => undefined,
  shared: () => undefined,
  answered: () => undefined,
  erred: () => undefined,
  failed: () => undefined,
  done: () => undefined,
});

function followCall(span: Span): CallObserver {
  let retries = 0;
  let outcome = 'OK';
  let fault: string | undefined;
  return {
    traceparent: span.traceparent,
    retried: () => span.set({ 'dateline.retries': ++retries }),
    shared: () => span.set({ 'dateline.shared': true }),
    answered: ({ bytes }) => span.set({ 'http.response.body.size': bytes }),
    erred(errors) {
      outcome = 'ERRORS';
      span.set({ 'dateline.errors': errors.length });
    },
    failed(error, isStale) {
      outcome = isStale ? 'STALE' : 'FAILED';
      fault = String(error.extensions?.['code']);
    },
    done() {
      span.set({ 'dateline.outcome': outcome });
      span.end(fault === undefined ? {} : { fault });
    },
  };
}
