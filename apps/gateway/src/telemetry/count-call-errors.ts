import type { CallOptions } from '../engine/run/run-plan.ts';
import type { SubgraphMeter } from './subgraph-meters.ts';

type ErrorWords<Context> = Pick<CallOptions<Context>, 'publishErrors' | 'failureOf'>;

/** Counts, by subgraph and code, the errors that clients are told of, where they get their words. */
export function countCallErrors<Context>(
  { publishErrors, failureOf }: ErrorWords<Context>,
  meterOf: (subgraph: string) => SubgraphMeter,
): ErrorWords<Context> {
  return {
    publishErrors(errors, subgraph) {
      const published = publishErrors(errors, subgraph);
      for (const { extensions } of published) meterOf(subgraph).erred(String(extensions?.['code']));
      return published;
    },
    failureOf(cause, subgraph, context) {
      const failure = failureOf(cause, subgraph, context);
      meterOf(subgraph).erred(String(failure.extensions?.['code']));
      return failure;
    },
  };
}
