/** What the planner's process is told. */
export type ToPlannerProcess =
  | { readonly kind: 'load'; readonly graph: number; readonly sdl: string }
  /** The graph is not asked about for now; it is loaded again before it is. */
  | { readonly kind: 'drop'; readonly graph: number }
  | (PlanQuestion & { readonly kind: 'plan'; readonly id: number; readonly graph: number });

/** What to plan, over one graph. */
export interface PlanQuestion {
  readonly document: string;
  readonly operationName: string | null;
  /** Of progressive overrides that are on. */
  readonly labels: readonly string[];
  readonly percentage: number;
}

/** What it tells. A plan is in the planner's own form; null: nothing needs to be fetched. */
export type FromPlannerProcess =
  /** It has started, and can plan from now on. Said once, and first. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'planned'; readonly id: number; readonly node: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly why: string }
  /** It can never plan here: there is no native code for this machine. */
  | { readonly kind: 'unfit'; readonly why: string };
