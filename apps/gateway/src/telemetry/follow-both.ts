import type { CallObserver } from '../engine/run/plan-observer.ts';
import type { RequestObserver } from './request-observer.ts';

/** Two who follow one request: its trace, and its explanation. */
export function followBoth(trace: RequestObserver | null | undefined, other: RequestObserver): RequestObserver {
  if (!trace) return other;
  const both = [trace, other] as const;
  return {
    explains: other.explains,
    readsPastCaches: other.readsPastCaches,
    running: (operation) => each(both, (one) => one.running(operation)),
    phase: (name, startMs, endMs) => each(both, (one) => one.phase(name, startMs, endMs)),
    planned: (facts) => each(both, (one) => one.planned(facts)),
    kept: (facts) => each(both, (one) => one.kept(facts)),
    completed: (errors) => each(both, (one) => one.completed(errors)),
    callSpared: (call, kept) => each(both, (one) => one.callSpared(call, kept)),
    callBegan: (call, entities, bytes) =>
      callByBoth(trace.callBegan(call, entities, bytes), other.callBegan(call, entities, bytes)),
  };
}

function callByBoth(trace: CallObserver, other: CallObserver): CallObserver {
  const both = [trace, other] as const;
  return {
    traceparent: trace.traceparent,
    retried: () => each(both, (one) => one.retried()),
    shared: () => each(both, (one) => one.shared()),
    answered: (reply) => each(both, (one) => one.answered(reply)),
    erred: (errors) => each(both, (one) => one.erred(errors)),
    failed: (error, isStale) => each(both, (one) => one.failed(error, isStale)),
    done: () => each(both, (one) => one.done()),
  };
}

function each<One>(both: readonly One[], tell: (one: One) => void): void {
  for (const one of both) tell(one);
}
