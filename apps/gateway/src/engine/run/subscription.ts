import type { WrittenAnswer } from '../compile/compile-operation.ts';
import type { SubgraphReply } from '../engine-types.ts';
import type { Opening } from './opening.ts';
import type { PlanRun } from './run-plan.ts';

/** A subscription, planned and compiled: what opens it at its subgraph, and what becomes of its events. */
export interface EngineSubscription<Context> {
  readonly subgraph: string;
  /** JSON, to be sent to the subgraph. */
  readonly body: string;
  /** To go on behind a cursor; null where this subscription has none. */
  readonly bodyAfter: ((cursor: string) => string) | null;
  /** The cursor that the client itself begins at. */
  readonly startsAfter: string | null;
  /** The cursor that an event bears, by its data. */
  cursorOf(data: unknown): string | null;
  /** What the client is to see of one event; of an error, when no more events come. */
  answer(event: SubgraphReply | Error, context: Context): Promise<WrittenAnswer>;
}

export interface SubscriptionParts<Context> extends Pick<PlanRun<Context>, 'variables' | 'coerced'> {
  readonly opening: Opening;
  readonly run: (run: PlanRun<Context>) => Promise<WrittenAnswer>;
}

export function subscriptionOf<Context>({
  opening: { subgraph, body, resume },
  run,
  variables,
  coerced,
}: SubscriptionParts<Context>): EngineSubscription<Context> {
  return {
    subgraph,
    body: body(variables),
    bodyAfter: resume && ((cursor) => resume.bodyAfter(cursor, variables)),
    startsAfter: resume === null ? null : resume.startOf(coerced),
    cursorOf: (data) => (resume === null ? null : resume.cursorOf(data)),
    // An event tells of something new: nothing that was kept before it belongs to it.
    answer: (event, context) => run({ context, variables, coerced, cacheControls: [], entities: null, event }),
  };
}
