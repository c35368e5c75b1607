import type { Lifetime } from '../../lifetime.ts';
import type { SubgraphEvents } from '../../telemetry/events.ts';
import { SubgraphFailure, type Trouble } from '../subgraph-failure.ts';
import type { CallResult, Circuit } from './circuit.ts';
import type { Policy } from './policy.ts';

const faults: ReadonlySet<Trouble> = new Set(['BROKEN', 'DOWN', 'FAULTY', 'TOO_LATE']);

/**
 * Spares a subgraph that fails, and those who would wait for it. A failure is what says that the subgraph is not well: no
 * connection, a broken one, 5xx, no answer in time. None is what one client can bring about for others: an error in an
 * answer, an answer too long, 4xx, a client that goes away.
 */
export function breakCircuit(circuit: Circuit, events: Pick<SubgraphEvents, 'refused'>): Policy {
  return (next) => (call, deadlineAt) => {
    const pass = circuit.enter();
    if (pass === null) {
      events.refused('breaker');
      const reason = 'the circuit is open: it failed too often';
      return Promise.reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', reason, { trouble: 'HELD_BACK' }));
    }
    const reply = next(call, deadlineAt);
    reply.then(
      () => circuit.leave(pass, 'good'),
      (failure: unknown) => circuit.leave(pass, resultOf(failure, call.context.lifetime)),
    );
    return reply;
  };
}

function resultOf(failure: unknown, lifetime: Lifetime): CallResult {
  // Also when the whole request ran out of time: this call may have had none of it.
  if (lifetime.cutBy !== null || !(failure instanceof SubgraphFailure)) return 'unknown';
  if (failure.trouble === 'UNREACHED') return 'unreached';
  if (faults.has(failure.trouble)) return 'failed';
  // It has answered, if only to refuse.
  return failure.trouble === 'ANSWER' || failure.trouble === 'BUSY' ? 'good' : 'unknown';
}
