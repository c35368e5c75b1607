// Apollo's planner in a process of its own: it plans in one go, for as long as that takes, and nobody else is to wait for it.
import { createApolloPlanner } from '../apollo-planner.ts';
import type { Planner } from '../planner.ts';
import { servePlans } from './serve-plans.ts';

/** The labels that are on are those of one gateway: they do not change. */
type PlannerWith = (overrideLabels: readonly string[]) => Planner;

servePlans<PlannerWith>(async () => ({
  load(supergraphSdl) {
    let planner: Planner | null = null;
    return (overrideLabels) => {
      planner ??= createApolloPlanner({ supergraphSdl, overrideLabels });
      return planner;
    };
  },
  plan: (plannerWith, { labels, document, operationName, percentage }) =>
    plannerWith(labels).plan({ document, operationName, percentage }),
}));
