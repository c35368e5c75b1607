import type { ProgramNode } from '../compile/positions.ts';
import type { RequestState } from '../run/request-state.ts';
import type { PlanRun, Step } from '../run/run-plan.ts';
import type { CallSet } from './needed-calls.ts';

/** Makes some of a program's calls. What another part has made, or makes just now, is not made again. */
export type RunCalls = (calls: CallSet) => Promise<void>;

/** For one request. Calls keep the order that the plan gives them. */
export function createCallRunner<Context>(
  node: ProgramNode | null,
  steps: readonly Step<Context>[],
  run: PlanRun<Context>,
  state: RequestState,
): RunCalls {
  const made = new Map<number, Promise<unknown> | undefined>();
  return async (calls) => {
    if (node) await runNode(node, calls);
  };

  async function runNode(planned: ProgramNode, calls: CallSet): Promise<void> {
    if (planned.kind === 'call') {
      if (calls.has(planned.call.index)) await runCall(planned.call.index);
    } else if (planned.kind === 'parallel') {
      await Promise.all(planned.nodes.map((next) => runNode(next, calls)));
    } else {
      for (const next of planned.nodes) await runNode(next, calls);
    }
  }

  function runCall(index: number): Promise<unknown> | undefined {
    if (!made.has(index)) made.set(index, steps[index]?.(run, state));
    return made.get(index);
  }
}
