import type { SubgraphEvents } from '../../telemetry/events.ts';
import { SubgraphFailure, type Trouble } from '../subgraph-failure.ts';
import { pause } from './pause.ts';
import type { Policy } from './policy.ts';
import { RetryBudget } from './retry-budget.ts';

export interface RetryOptions {
  readonly attemptTimeoutMs: number | null;
  readonly events: Pick<SubgraphEvents, 'retried' | 'retryWithheld'>;
  /** From 0 to 1. */
  readonly random?: () => number;
}

/** What may be over in a moment. A subgraph that says 429 is only asked again when it says when. */
const passing: ReadonlySet<Trouble> = new Set(['UNREACHED', 'BROKEN', 'DOWN', 'TOO_LATE']);

/** Full jitter: anything from nothing to this, so that many who failed together do not come back together. */
const maxBackoffMs = 100;
/** With less than this left, no answer would come in time. */
const leastAttemptMs = 20;

/**
 * Sends a query once more when it failed in passing, there is time, and the budget allows it. A mutation is sent once: what
 * failed may have been done.
 */
export function retryQueries({ attemptTimeoutMs, events, random = Math.random }: RetryOptions): Policy {
  const budget = new RetryBudget();

  return (next) => async (call, deadlineAt) => {
    if (call.kind !== 'query') return next(call, deadlineAt);
    budget.deposit();
    const firstDeadlineAt =
      attemptTimeoutMs === null ? deadlineAt : Math.min(deadlineAt, performance.now() + attemptTimeoutMs);
    try {
      return await next(call, firstDeadlineAt);
    } catch (failure) {
      const { lifetime } = call.context;
      const waitMs = lifetime.cutBy === null ? backoffMs(failure, random) : null;
      if (waitMs === null || performance.now() + waitMs + leastAttemptMs > deadlineAt) throw failure;
      if (!budget.withdraw()) {
        events.retryWithheld();
        throw failure;
      }
      await pause(waitMs, lifetime);
      events.retried();
      call.watch?.retried();
      return next(call, deadlineAt);
    }
  };
}

/** Null: it is not sent again. */
function backoffMs(failure: unknown, random: () => number): number | null {
  if (!(failure instanceof SubgraphFailure)) return null;
  const jitterMs = random() * maxBackoffMs;
  const { trouble, retryAfterMs } = failure;
  if (retryAfterMs !== undefined && (trouble === 'BUSY' || trouble === 'DOWN')) return retryAfterMs + jitterMs;
  return passing.has(trouble) ? jitterMs : null;
}
