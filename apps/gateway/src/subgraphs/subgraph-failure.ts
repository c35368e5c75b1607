import type { CutReason } from '../lifetime.ts';

export type SubgraphFailureCode = 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_ERROR';

/**
 * What was wrong, for those who decide what to do about it (shaping/):
 * - UNREACHED: there was no connection, so the subgraph has seen nothing of the call.
 * - BROKEN: the connection ended before the answer did.
 * - DOWN: 502, 503 or 504. FAULTY: another 5xx. BUSY: 429.
 * - TOO_LATE: no whole answer in time.
 * - ANSWER: it answered, and nothing can be made of it.
 * - GONE: nobody waits for it any more.
 * - HELD_BACK: we did not send it.
 */
export type Trouble =
  | 'UNREACHED'
  | 'BROKEN'
  | 'DOWN'
  | 'FAULTY'
  | 'BUSY'
  | 'TOO_LATE'
  | 'ANSWER'
  | 'GONE'
  | 'HELD_BACK';

export interface SubgraphFailureOptions extends ErrorOptions {
  /** ANSWER by default. */
  readonly trouble?: Trouble;
  /** For how long the subgraph asked to be left alone. */
  readonly retryAfterMs?: number | undefined;
}

/** A whole fetch from a subgraph came to nothing. The message is for the log only. */
export class SubgraphFailure extends Error {
  override readonly name = 'SubgraphFailure';
  readonly code: SubgraphFailureCode;
  readonly trouble: Trouble;
  readonly retryAfterMs: number | undefined;

  constructor(code: SubgraphFailureCode, message: string, options: SubgraphFailureOptions = {}) {
    super(message, options);
    this.code = code;
    this.trouble = options.trouble ?? 'ANSWER';
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** What a call is told that was cut from our side. */
export function cutFailure(reason: CutReason): SubgraphFailure {
  return reason === 'TOO_LATE'
    ? new SubgraphFailure('SUBGRAPH_TIMEOUT', 'no whole answer in time', { trouble: 'TOO_LATE' })
    : new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the client went away', { trouble: 'GONE' });
}
