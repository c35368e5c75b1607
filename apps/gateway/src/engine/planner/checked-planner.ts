import type { Supergraph } from '../supergraph/supergraph.ts';
import { checkPlan } from './check-plan.ts';
import { type JoinFacts, readJoinFacts } from './join-facts.ts';
import { PlannerRefusal } from './native/planner-refusal.ts';
import { isLabelOn } from './override-labels.ts';
import type { Plan } from './plan.ts';
import type { Planner, PlanRequest } from './planner.ts';
import { signRequires } from './sign-requires.ts';

/** What a checked planner is made of. */
export interface CheckedPlanners {
  readonly first: Planner;
  /** Made when it is first needed; null where there is none. Rejects when it cannot be made. */
  readonly second: (() => Promise<Planner>) | null;
}

/** Neither planner's plan is right. The message says what is wrong with each. */
export class NoRightPlan extends Error {
  override readonly name = 'NoRightPlan';
}

/** Planning took longer than it may. */
export class PlanningTooLate extends Error {
  override readonly name = 'PlanningTooLate';
}

const isTooLate = (cause: unknown): boolean => cause instanceof PlannerRefusal && cause.reason === 'PLANNER_TOO_LATE';

/**
 * A planner whose plans have been held against the supergraph, whichever planner made them. What the first cannot plan,
 * or plans wrong, is planned by the second; what neither can is refused: no plan is better than one that answers wrong.
 */
export function createCheckedPlanner(
  { first, second }: CheckedPlanners,
  { document, schema }: Pick<Supergraph, 'document' | 'schema'>,
  overrideLabels: readonly string[],
): Planner {
  const labels = new Set(overrideLabels);
  let facts: JoinFacts | null = null;
  let secondMade: Promise<Planner> | null = null;

  return {
    name: first.name,
    overridePercentages: first.overridePercentages,
    check: checkOne,
    async plan(request) {
      const planned = await attempt(first, request);
      if (planned.fault === null) return planned.plan;
      // What one planner could not do in its time costs too much, whatever the other would say.
      if (isTooLate(planned.cause)) throw new PlanningTooLate(planned.fault, { cause: planned.cause });
      if (!second) throw new NoRightPlan(planned.fault, { cause: planned.cause });
      secondMade ??= second();
      const again = await attempt(secondMade, request);
      if (again.fault === null) return again.plan;
      if (isTooLate(again.cause)) throw new PlanningTooLate(again.fault, { cause: again.cause });
      throw new NoRightPlan(`${planned.fault}; ${again.fault}`, { cause: again.cause ?? planned.cause });
    },
  };

  function checkOne(plan: Plan, request: PlanRequest): void {
    facts ??= readJoinFacts(document);
    checkPlan(plan, request, { facts, schema, isOn: (label) => isLabelOn(label, labels, request.percentage) });
  }

  async function attempt(making: Planner | Promise<Planner>, request: PlanRequest): Promise<Attempt> {
    let name = 'no planner';
    try {
      const planner = await making;
      name = planner.name;
      facts ??= readJoinFacts(document);
      const plan = signRequires(await planner.plan(request), facts, schema);
      checkOne(plan, request);
      return { plan, fault: null };
    } catch (cause) {
      return { plan: null, fault: `${name}: ${cause instanceof Error ? cause.message : String(cause)}`, cause };
    }
  }
}

interface Attempt {
  readonly plan: Plan;
  readonly fault: string | null;
  readonly cause?: unknown;
}
