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
