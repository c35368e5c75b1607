export type PlannerRefusalReason =
  /** It, and it alone, ended the process. */
  | 'PLANNER_DIED'
  /** It took too long, to be planned or to get its turn. */
  | 'PLANNER_TOO_LATE'
  | 'PLANNER_BUSY'
  /** The process has died too often and is left alone for a while. */
  | 'PLANNER_RESTS'
  /** There is no native code for this machine. */
  | 'PLANNER_UNFIT'
  | 'PLANNER_CLOSED';

/** The planner's process gives no plan, for a reason that is not the operation's. */
export class PlannerRefusal extends Error {
  override readonly name = 'PlannerRefusal';
  readonly reason: PlannerRefusalReason;

  constructor(reason: PlannerRefusalReason) {
    super(reason);
    this.reason = reason;
  }
}
