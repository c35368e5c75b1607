import type { DoorEvents } from '../../telemetry/events.ts';
import type { GraphqlExecutor } from '../graphql-executor.ts';
import { overloaded } from './overloaded.ts';
import type { Workload } from './workload.ts';

type Events = Pick<DoorEvents, 'shed'>;

/**
 * Counts what is worked on, and takes no more than can be. It stands behind whatever shares work between clients: who waits
 * for another's answer is no work.
 */
export function boundWork(next: GraphqlExecutor, workload: Workload, events: Events): GraphqlExecutor {
  return {
    async execute(operation, context) {
      const { excess } = workload;
      if (excess) throw overloaded(excess, events);
      workload.inFlight++;
      try {
        return await next.execute(operation, context);
      } finally {
        workload.inFlight--;
      }
    },
  };
}

/** Stands before parsing, validation and planning: when there is much to do, what was never asked for before goes first. */
export function boundNewWork(next: GraphqlExecutor, workload: Workload, events: Events): GraphqlExecutor {
  return {
    async execute(operation, context) {
      const excess = workload.excessForNew;
      if (excess) throw overloaded(excess, events);
      return next.execute(operation, context);
    },
  };
}

/** Counts work that goes on after it has begun to answer, until what is given back is called; once is enough. */
export function takeOnWork(workload: Workload, events: Events): () => void {
  const { excess } = workload;
  if (excess) throw overloaded(excess, events);
  workload.inFlight++;
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    workload.inFlight--;
  };
}
