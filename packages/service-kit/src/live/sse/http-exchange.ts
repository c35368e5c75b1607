import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that may become a stream. */
export interface HttpExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** From here on the answer is written by the stream and not by the router. */
  readonly takeOver: () => void;
}
