import type { Contender } from '../contenders/contender.ts';
import type { Operation } from '../load/operation.ts';
import type { GoalPlan, GoalResult } from '../measure/goal.ts';
import type { RowPlan } from '../measure/row.ts';

/** A table, before it is measured. */
export interface SectionPlan {
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly RowPlan[];
  readonly goals: readonly GoalPlan[];
}

/** What the sections before the shop are made of. */
export interface ShopParts {
  readonly publicOperation: Operation;
  readonly taggedOperation: Operation;
  /** Floors, for the operation that they answer. */
  readonly bytesFloor: Contender;
  readonly replayFloor: Contender;
  readonly taggedReplayFloor: Contender;
  /** How many waves of subgraph calls our gateway needs for the public operation. */
  readonly waves: number;
}

/** A section that measures in a way of its own, after it was measured. */
export interface SectionOutcome {
  readonly title: string;
  readonly intro: string;
  readonly table: string;
  readonly goals: readonly GoalResult[];
}
