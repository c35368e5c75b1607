import type { GraphQLFormattedError } from 'graphql';

/** One operation that a client asks for over a stream; checked to be of this shape, and no further. */
export interface LiveRequest {
  readonly query?: string | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
  /** The name of a persisted document, in place of a query. */
  readonly documentId?: string | null | undefined;
  /** Asked by GET, which may not change anything: a mutation is to be refused, with 405. */
  readonly isSafe?: boolean;
}

/**
 * One answer of a stream: JSON of `data` and `errors`. The same object may be given to thousands of receivers: what a
 * transport makes of it (a frame, an event of a stream) it may keep with the object and write to all.
 */
export interface LiveAnswer {
  readonly json: string;
}

/** Takes what becomes of one operation. After `complete` or `refuse` nothing more comes. */
export interface LiveReceiver {
  next(answer: LiveAnswer): void;
  /** It is over, and all was said. */
  complete(): void;
  /** It came to nothing: the errors are fit for the client to see. `status` is for transports that can still say one. */
  refuse(errors: readonly GraphQLFormattedError[], status: number): void;
}

export interface LiveSubscription {
  /** The receiver wants no more. Idempotent. */
  stop(): void;
}

/**
 * Whatever answers operations over streams: subscriptions with many answers, queries and mutations with one. The transports
 * (SSE, WebSocket) know no more of it than this. `subscribe` never rejects for what the client did: that is `refuse`.
 */
export interface LiveOperations<Context> {
  subscribe(request: LiveRequest, context: Context, receiver: LiveReceiver): LiveSubscription;
}
