import type { PlannerProcess } from './native/planner-process.ts';
import { overridePercentagesOf } from './override-labels.ts';
import type { Plan } from './plan.ts';
import type { Planner, PlannerOptions } from './planner.ts';

/** Apollo's planner in a process of its own (native/apollo-main.ts), which is cut off when an operation takes it too long. */
export function createRemoteApolloPlanner(
  { supergraphSdl, overrideLabels }: PlannerOptions,
  process: PlannerProcess<Plan>,
): Planner {
  const graph = process.open(supergraphSdl);
  return {
    name: 'apollo',
    overridePercentages: overridePercentagesOf(supergraphSdl),
    plan: ({ document, operationName, percentage }) =>
      graph.plan({ document, operationName, labels: overrideLabels, percentage }),
  };
}
