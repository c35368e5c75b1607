import type { Plan } from './plan.ts';

export type PlannerName = 'hive' | 'apollo';

export interface PlanRequest {
  /** A valid operation, one alone, with neither @skip nor @include, and no introspection at its root. */
  readonly document: string;
  readonly operationName: string | null;
  /** From 0 to below 100: a progressive @override of `percent(n)` is on when this is below n. */
  readonly percentage: number;
}

/** Makes plans over one supergraph. */
export interface Planner {
  readonly name: PlannerName;
  /** The n of every `percent(n)` in the supergraph. */
  readonly overridePercentages: readonly number[];
  /** Rejects when there is no way to get a field that the schema promises, or planning takes too long. */
  plan(request: PlanRequest): Promise<Plan>;
  /** Throws unless a plan answers what was asked for; for plans that were changed after they were made. */
  readonly check?: (plan: Plan, request: PlanRequest) => void;
}

export interface PlannerOptions {
  readonly supergraphSdl: string;
  /** Labels of progressive @override that are on, beside those of `percent(n)`. */
  readonly overrideLabels: readonly string[];
}
