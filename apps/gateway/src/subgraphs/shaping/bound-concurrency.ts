import type { SubgraphReply } from '../../engine/engine-types.ts';
import type { CutReason } from '../../lifetime.ts';
import type { SubgraphEvents } from '../../telemetry/events.ts';
import { cutFailure, SubgraphFailure } from '../subgraph-failure.ts';
import type { Policy, Send } from './policy.ts';

export interface BoundConcurrencyOptions {
  readonly maxConcurrent: number;
  readonly maxQueued: number;
  readonly events: Pick<SubgraphEvents, 'refused'>;
}

type Call = Parameters<Send>[0];

/**
 * A bulkhead: so many calls to a subgraph at a time, a few more wait their turn, any other fails at once. So a slow
 * subgraph holds a bounded part of the gateway, and its neighbours do not feel it. Who waits may leave, and waits no longer
 * than their deadline.
 */
export function boundConcurrency({ maxConcurrent, maxQueued, events }: BoundConcurrencyOptions): Policy {
  return (next) => {
    let running = 0;
    /** In the order in which they came. */
    const queue = new Set<() => void>();

    return (call, deadlineAt) => {
      if (running < maxConcurrent) return run(call, deadlineAt);
      if (queue.size < maxQueued) return waitForTurn(call, deadlineAt);
      events.refused('bulkhead');
      return Promise.reject(heldBack('SUBGRAPH_UNAVAILABLE', 'too many calls are under way, and wait'));
    };

    function run(call: Call, deadlineAt: number): Promise<SubgraphReply> {
      running++;
      const reply = next(call, deadlineAt);
      reply.then(end, end);
      return reply;
    }

    function end(): void {
      running--;
      const [first] = queue;
      first?.();
    }

    function waitForTurn(call: Call, deadlineAt: number): Promise<SubgraphReply> {
      const { lifetime } = call.context;
      return new Promise((resolve, reject) => {
        const leave = () => {
          queue.delete(start);
          clearTimeout(deadline);
          lifetime.forget(onCut);
        };
        const start = () => {
          leave();
          run(call, deadlineAt).then(resolve, reject);
        };
        const onCut = (reason: CutReason) => {
          leave();
          reject(cutFailure(reason));
        };
        const deadline = setTimeout(() => {
          leave();
          reject(heldBack('SUBGRAPH_TIMEOUT', 'its turn did not come in time'));
        }, deadlineAt - performance.now());
        queue.add(start);
        lifetime.onCut(onCut);
      });
    }
  };
}

const heldBack = (code: 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT', reason: string): SubgraphFailure =>
  new SubgraphFailure(code, reason, { trouble: 'HELD_BACK' });
