/** A plan would answer wrong. The message says where, for the log. */
export class PlanFault extends Error {
  override readonly name = 'PlanFault';
}
