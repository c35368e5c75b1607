import type { SubgraphTransport } from '../engine/engine-types.ts';
import type { SubgraphMeter } from '../telemetry/subgraph-meters.ts';
import { SubgraphFailure } from './subgraph-failure.ts';

/** A transport whose calls are counted and timed, by how they end. */
export function measureCalls<Context>(
  transport: SubgraphTransport<Context>,
  meterOf: (subgraph: string) => SubgraphMeter,
): SubgraphTransport<Context> {
  return {
    async send(call) {
      const startedAtMs = performance.now();
      let outcome = 'ok';
      try {
        return await transport.send(call);
      } catch (error) {
        outcome = error instanceof SubgraphFailure ? error.code : 'SUBGRAPH_ERROR';
        throw error;
      } finally {
        meterOf(call.subgraph).answered(outcome, (performance.now() - startedAtMs) / 1_000);
      }
    },
  };
}
