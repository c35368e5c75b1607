import type { Supergraph } from '../supergraph/supergraph.ts';
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
 * every machine, and does not know @fromContext. Each is loaded only when it is used.
 */
export async function choosePlanner(
  { sdl, features }: Pick<Supergraph, 'sdl' | 'features'>,
  { planner, overrideLabels }: PlannerWish,
): Promise<ChosenPlanner> {
  const options = { supergraphSdl: sdl, overrideLabels, timeoutMs };
  const apollo = async (insteadBecause: string | null): Promise<ChosenPlanner> => {
    const { createApolloPlanner } = await import('./apollo-planner.ts');
    return { planner: createApolloPlanner(options), insteadBecause };
  };
  if (planner === 'apollo') return apollo(null);
  if (features.has('context')) return apollo('the supergraph uses @fromContext, which Hive does not plan');
  try {
    const { createHivePlanner } = await import('./hive-planner.ts');
    return { planner: createHivePlanner(options), insteadBecause: null };
  } catch (error) {
    if (isNotForThisMachine(error)) return apollo('there is no native planner for this machine');
    throw error;
  }
}

function isNotForThisMachine(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return (
    ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'].includes(code) || /native binding/i.test(message)
  );
}
