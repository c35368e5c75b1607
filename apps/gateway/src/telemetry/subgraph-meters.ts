import type { Meters } from '@dateline/service-kit/meters';
import type { BreakerState, SubgraphEvents } from './events.ts';

/** What counts the calls to one subgraph; each is an increment. */
export interface SubgraphMeter extends SubgraphEvents {
  /** Over, with `ok` or the code that it failed with. */
  answered(outcome: string, seconds: number): void;
  /** An error with this code, of the call as a whole or within its answer. */
  erred(code: string): void;
}

const breakerValues: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

/** Of every subgraph by its name; the same one every time. */
export function createSubgraphMeters({ counter, histogram, read }: Meters): (name: string) => SubgraphMeter {
  const seconds = histogram({
    name: 'gateway_subgraph_request_duration_seconds',
    help: 'Time that a call to a subgraph took, with its retries, by how it ended: ok, or the code of its failure.',
  });
  const errors = counter({
    name: 'gateway_subgraph_errors_total',
    help: 'Errors of calls to a subgraph and in its answers, by the code that clients are told.',
  });
  const shared = counter({
    name: 'gateway_subgraph_shared_total',
    help: 'Calls answered by the same call of somebody else that was under way.',
  });
  const retries = counter({
    name: 'gateway_subgraph_retries_total',
    help: 'Calls sent once more (sent), or not because the budget for that was spent (withheld).',
  });
  const refused = counter({
    name: 'gateway_subgraph_refused_total',
    help: 'Calls that were not sent: the breaker was open, or too many were under way.',
  });
  const breakers = new Map<string, BreakerState>();
  read({ name: 'gateway_subgraph_breaker_state', help: '0: closed, 1: half open, 2: open.', isWorst: true }, () =>
    [...breakers].map(([subgraph, state]) => [{ subgraph }, breakerValues[state]]),
  );
  const meters = new Map<string, SubgraphMeter>();

  return (subgraph) => {
    const known = meters.get(subgraph);
    if (known) return known;
    const made = make(subgraph);
    meters.set(subgraph, made);
    return made;
  };

  function make(subgraph: string): SubgraphMeter {
    const ok = seconds.of({ subgraph, outcome: 'ok' });
    const sharedHere = shared.of({ subgraph });
    const sent = retries.of({ subgraph, outcome: 'sent' });
    const withheld = retries.of({ subgraph, outcome: 'withheld' });
    const refusals = {
      breaker: refused.of({ subgraph, reason: 'breaker' }),
      bulkhead: refused.of({ subgraph, reason: 'bulkhead' }),
    };
    breakers.set(subgraph, 'closed');
    return {
      answered: (outcome, value) => (outcome === 'ok' ? ok : seconds.of({ subgraph, outcome })).observe(value),
      erred: (code) => void errors.of({ subgraph, code }).value++,
      shared: () => void sharedHere.value++,
      retried: () => void sent.value++,
      retryWithheld: () => void withheld.value++,
      refused: (because) => void refusals[because].value++,
      breakerTurned: (state) => void breakers.set(subgraph, state),
    };
  }
}
