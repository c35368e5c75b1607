/** One entry of an answer's `errors` (GraphQL over HTTP, and GraphQL §7.1.2), with its code taken out of the extensions. */
export interface GraphError {
  readonly message: string;
  /** 'NOT_FOUND', 'PERSISTED_QUERY_NOT_FOUND' …; empty when the server gave none. docs/errors.md lists ours. */
  readonly code: string;
  /** Where in the data the field stands that is null because of this. */
  readonly path: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/**
 * Why no answer came at all. NETWORK: the server was not reached or hung up. TIMEOUT: not within `timeoutMs`.
 * HTTP: it answered with a status and no GraphQL body (`status`, and `retryAfterSeconds` where it said so).
 * BAD_ANSWER: something that is no GraphQL answer. An aborted `signal` is no failure of the server: its own reason is thrown.
 */
export class GraphRequestError extends Error {
  readonly kind: 'NETWORK' | 'TIMEOUT' | 'HTTP' | 'BAD_ANSWER';
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    kind: GraphRequestError['kind'],
    message: string,
    more: { readonly cause?: unknown; readonly status?: number; readonly retryAfterSeconds?: number | undefined } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'GraphRequestError';
    this.kind = kind;
    this.status = more.status;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}
