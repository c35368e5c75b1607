import type { Supergraph } from '../supergraph/supergraph.ts';
import { createCheckedPlanner } from './checked-planner.ts';
import type { Planner, PlannerName } from './planner.ts';

export interface ChosenPlanner {
  readonly planner: Planner;
  /** Why it is not the one that was asked for; null when it is. */
  readonly insteadBecause: string | null;
}

export interface PlannerWish {
  readonly planner: PlannerName;
  readonly overrideLabels: readonly string[];
}

/** A plan that takes longer is given up: some operations within every limit would take seconds. */
const timeoutMs = 5_000;

/**
 * The planner that was asked for, or the other where that one cannot do it: Hive's is native code that is not built for
 * every machine, and does not know @fromContext. Each is loaded only when it is used. Plans are held against the
 * supergraph; where one planner's is wrong the other is asked.
 */
export async function choosePlanner(supergraph: Supergraph, wish: PlannerWish): Promise<ChosenPlanner> {
  const { sdl, features } = supergraph;
  const { overrideLabels } = wish;
  const options = { supergraphSdl: sdl, overrideLabels, timeoutMs };
  const hive = async () => (await import('./hive-planner.ts')).createHivePlanner(options);
  const apollo = async () => (await import('./apollo-planner.ts')).createApolloPlanner(options);
  const chosen = (first: Planner, second: (() => Promise<Planner>) | null, insteadBecause: string | null) => ({
    planner: createCheckedPlanner({ first, second }, supergraph, overrideLabels),
    insteadBecause: wish.planner === first.name ? null : insteadBecause,
  });

  if (features.has('context')) {
    return chosen(await apollo(), null, 'the supergraph uses @fromContext, which Hive does not plan');
  }
  if (wish.planner === 'apollo') return chosen(await apollo(), hive, null);
  try {
    return chosen(await hive(), apollo, null);
  } catch (error) {
    if (!isNotForThisMachine(error)) throw error;
    return chosen(await apollo(), null, 'there is no native planner for this machine');
  }
}

function isNotForThisMachine(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return (
    ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'].includes(code) || /native binding/i.test(message)
  );
}
