import type { CutReason } from '../lifetime.ts';

export type SubgraphFailureCode = 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_ERROR';

/** A whole fetch from a subgraph came to nothing. The message is for the log only. */
export class SubgraphFailure extends Error {
  override readonly name = 'SubgraphFailure';
  readonly code: SubgraphFailureCode;

  constructor(code: SubgraphFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What a call is told that was cut from our side. */
export function cutFailure(reason: CutReason): SubgraphFailure {
  return reason === 'TOO_LATE'
    ? new SubgraphFailure('SUBGRAPH_TIMEOUT', 'no whole answer in time')
    : new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the client went away');
}
