import type { Supergraph } from '../supergraph/supergraph.ts';
import { createCheckedPlanner } from './checked-planner.ts';
import { createHivePlanner } from './hive-planner.ts';
import type { PlannerProcesses } from './native/planner-processes.ts';
import type { Planner, PlannerName } from './planner.ts';
import { createRemoteApolloPlanner } from './remote-apollo-planner.ts';

export interface ChosenPlanner {
  readonly planner: Planner;
  /** Why it is not the one that was asked for; null when it is. */
  readonly insteadBecause: string | null;
}

export interface PlannerWish {
  readonly planner: PlannerName;
  readonly overrideLabels: readonly string[];
}

/**
 * The planner that was asked for, or the other where that one cannot do it: Hive's does not know @fromContext. Plans are
 * held against the supergraph; where there is none, or it is wrong, the other planner is asked. Each is started only when
 * it is used, in a process of its own: there it may fail in every way, and take as long as it is let.
 */
export async function choosePlanner(
  supergraph: Supergraph,
  wish: PlannerWish,
  processes: PlannerProcesses,
): Promise<ChosenPlanner> {
  const { sdl, features } = supergraph;
  const { overrideLabels } = wish;
  const options = { supergraphSdl: sdl, overrideLabels };
  const hive = async () => createHivePlanner(options, processes.hive);
  const apollo = async () => createRemoteApolloPlanner(options, processes.apollo);
  const chosen = (first: Planner, second: (() => Promise<Planner>) | null, insteadBecause: string | null) => ({
    planner: createCheckedPlanner({ first, second }, supergraph, overrideLabels),
    insteadBecause: wish.planner === first.name ? null : insteadBecause,
  });

  if (features.has('context')) {
    return chosen(await apollo(), null, 'the supergraph uses @fromContext, which Hive does not plan');
  }
  return wish.planner === 'apollo' ? chosen(await apollo(), hive, null) : chosen(await hive(), apollo, null);
}
