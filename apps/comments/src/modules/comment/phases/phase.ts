import type { ThreadRow } from '../../thread/thread.ts';

/** Why a text is not taken, as the graph's UserError; `field` is the input field at fault. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly field: 'body' | 'parentId' | 'articleId' | null;
  readonly retryAfterSeconds?: number;
}

/** All that is known of a text by itself. */
export interface TextFacts {
  /** Normalised. */
  readonly text: string;
}

/** All that is known when somebody posts. Phases take what they need of it, and read nothing else. */
export interface PostFacts extends TextFacts {
  /** Null when no article of this id is known here. */
  readonly thread: Pick<ThreadRow, 'state'> | null;
  /** Is the comment that it answers there, in this thread? Also true at the top level. */
  readonly parentStands: boolean;
  /** The author said the same in this thread a short time ago. */
  readonly saidLately: boolean;
  /** How many seconds ago the author posted, for each post within the rate's window; newest first. */
  readonly recentPostAges: readonly number[];
}

/** One question about a comment: pure, in a file of its own. Null when it has nothing against it. */
export type Phase<Facts> = (facts: Facts) => Refusal | null;

/** The first refusal, in the order of the phases. */
export function firstRefusal<Facts>(phases: readonly Phase<Facts>[], facts: Facts): Refusal | null {
  for (const phase of phases) {
    const refusal = phase(facts);
    if (refusal) return refusal;
  }
  return null;
}
