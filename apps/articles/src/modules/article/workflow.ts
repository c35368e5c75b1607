import type { Fault } from './rules.ts';
import type { ArticleStatus } from './store.ts';

/** Where a story stands: its status, but that one with a published correction is CORRECTED, and NONE is not there (yet). */
export type WorkflowState = 'NONE' | ArticleStatus | 'CORRECTED';

export const workflowStates = ['NONE', 'DRAFT', 'SCHEDULED', 'PUBLISHED', 'CORRECTED', 'WITHDRAWN'] as const;

type Refusal = keyof typeof refusals;

/** Why an action may not happen, for the person who wanted it. */
const refusals = {
  NO_ARTICLE: 'There is no such article.',
  ALREADY_THERE: 'The article is there already: change it instead.',
  NOT_SCHEDULED: 'Only a scheduled article can be taken off the schedule.',
  NOT_PUBLISHED: 'Readers do not see this article: change it, or delete the draft.',
  ALREADY_PUBLISHED: 'Readers see this article already: there is nothing to schedule.',
  NOT_A_DRAFT: 'Only a draft can be deleted: take it off the schedule first, or withdraw what readers see.',
  WITHDRAWN: 'A withdrawn article stays as it is: readers and partners were told to forget it. Write a new one.',
} as const;

const may = (to: WorkflowState) => ({ to }) as const;
const no = (refusal: Refusal) => ({ refusal }) as const;

/** Written over what stands: the state stays. */
const rewrite = {
  NONE: no('NO_ARTICLE'),
  DRAFT: may('DRAFT'),
  SCHEDULED: may('SCHEDULED'),
  PUBLISHED: may('PUBLISHED'),
  CORRECTED: may('CORRECTED'),
  WITHDRAWN: no('WITHDRAWN'),
} as const;

/** What only what readers see can have done to it. */
const ofPublished = { NONE: no('NO_ARTICLE'), DRAFT: no('NOT_PUBLISHED'), SCHEDULED: no('NOT_PUBLISHED') } as const;

/** What only a scheduled article can have done to it. */
const ofScheduled = {
  NONE: no('NO_ARTICLE'),
  DRAFT: no('NOT_SCHEDULED'),
  PUBLISHED: no('NOT_SCHEDULED'),
  CORRECTED: no('NOT_SCHEDULED'),
  WITHDRAWN: no('WITHDRAWN'),
} as const;

/** Back behind the curtain: the wire says so, an editor cannot. */
const recalled = (to: 'DRAFT' | 'SCHEDULED') =>
  ({
    NONE: may(to),
    DRAFT: may(to),
    SCHEDULED: may(to),
    PUBLISHED: may(to),
    CORRECTED: may(to),
    WITHDRAWN: no('WITHDRAWN'),
  }) as const;

/** Every action in every state: where it leads, or why it may not happen. Embargoes and revisions are checked beside it. */
const moves = {
  create: {
    NONE: may('DRAFT'),
    DRAFT: no('ALREADY_THERE'),
    SCHEDULED: no('ALREADY_THERE'),
    PUBLISHED: no('ALREADY_THERE'),
    CORRECTED: no('ALREADY_THERE'),
    WITHDRAWN: no('ALREADY_THERE'),
  },
  update: rewrite,
  addLiveEntry: rewrite,
  restore: rewrite,
  /** Now. What is published already stays as it is. One that a wire recalled after a correction is CORRECTED again. */
  publish: {
    NONE: no('NO_ARTICLE'),
    DRAFT: may('PUBLISHED'),
    SCHEDULED: may('PUBLISHED'),
    PUBLISHED: may('PUBLISHED'),
    CORRECTED: may('CORRECTED'),
    WITHDRAWN: no('WITHDRAWN'),
  },
  /** At a time to come; again, for another time. */
  schedule: {
    NONE: no('NO_ARTICLE'),
    DRAFT: may('SCHEDULED'),
    SCHEDULED: may('SCHEDULED'),
    PUBLISHED: no('ALREADY_PUBLISHED'),
    CORRECTED: no('ALREADY_PUBLISHED'),
    WITHDRAWN: no('WITHDRAWN'),
  },
  unschedule: { ...ofScheduled, SCHEDULED: may('DRAFT') },
  /** The set time has come. */
  'publish-due': { ...ofScheduled, SCHEDULED: may('PUBLISHED') },
  correct: { ...ofPublished, PUBLISHED: may('CORRECTED'), CORRECTED: may('CORRECTED'), WITHDRAWN: no('WITHDRAWN') },
  withdraw: { ...ofPublished, PUBLISHED: may('WITHDRAWN'), CORRECTED: may('WITHDRAWN'), WITHDRAWN: no('WITHDRAWN') },
  delete: {
    NONE: no('NO_ARTICLE'),
    DRAFT: may('NONE'),
    SCHEDULED: no('NOT_A_DRAFT'),
    PUBLISHED: no('NOT_A_DRAFT'),
    CORRECTED: no('NOT_A_DRAFT'),
    WITHDRAWN: no('NOT_A_DRAFT'),
  },
  /** A usable version from a wire that does not publish: what readers see, they go on seeing. */
  import: { ...rewrite, NONE: may('DRAFT') },
  /** One that publishes: it ends a schedule of ours. */
  'import-publish': {
    NONE: may('PUBLISHED'),
    DRAFT: may('PUBLISHED'),
    SCHEDULED: may('PUBLISHED'),
    PUBLISHED: may('PUBLISHED'),
    CORRECTED: may('CORRECTED'),
    WITHDRAWN: no('WITHDRAWN'),
  },
  /** One that publishes, and brings a correction of its supplier's. */
  'import-correct': {
    NONE: may('CORRECTED'),
    DRAFT: may('CORRECTED'),
    SCHEDULED: may('CORRECTED'),
    PUBLISHED: may('CORRECTED'),
    CORRECTED: may('CORRECTED'),
    WITHDRAWN: no('WITHDRAWN'),
  },
  /** One that its supplier withholds. */
  'import-recall': recalled('DRAFT'),
  /** One under an embargo that is still to end. */
  'import-hold': recalled('SCHEDULED'),
  /** A kill, for good. One of an item that never came makes no article. */
  'import-kill': {
    NONE: no('NO_ARTICLE'),
    DRAFT: may('WITHDRAWN'),
    SCHEDULED: may('WITHDRAWN'),
    PUBLISHED: may('WITHDRAWN'),
    CORRECTED: may('WITHDRAWN'),
    WITHDRAWN: may('WITHDRAWN'),
  },
} as const satisfies Record<
  string,
  Record<WorkflowState, { readonly to: WorkflowState } | { readonly refusal: Refusal }>
>;

export type WorkflowAction = keyof typeof moves;

export const workflowActions = Object.keys(moves) as readonly WorkflowAction[];

/** Where an action leads from a state, or the fault that its caller is answered. Pure: the one place that knows. */
export function moveFrom(
  state: WorkflowState,
  action: WorkflowAction,
): { readonly to: WorkflowState } | { readonly fault: Fault } {
  const move = moves[action][state];
  if ('to' in move) return move;
  return { fault: { code: move.refusal, message: refusals[move.refusal], path: ['id'] } };
}

/** The same as a fault or nothing, by the status alone: no rule tells PUBLISHED from CORRECTED. */
export function faultOfMove(status: ArticleStatus, action: WorkflowAction): Fault | null {
  const move = moveFrom(status, action);
  return 'fault' in move ? move.fault : null;
}
