import { errorsOf, type GraphAnswer } from './graph-answer.ts';
import type { GraphError } from './graph-error.ts';

/** One operation that is to be answered for as long as the signal stands. */
export interface LiveRequest {
  readonly text: string;
  readonly variables: unknown;
  readonly signal: AbortSignal;
}

export interface LiveListener {
  /** It has been asked for. */
  onOpen(): void;
  onAnswer(answer: GraphAnswer<unknown>): void;
  /** The server asks to come back after so many milliseconds. */
  onDelay(afterMs: number): void;
}

/** What became of one try. 'broken': come back later. 'refused': the server would refuse it again. */
export type LiveEnd =
  | { readonly kind: 'complete' | 'broken' }
  | { readonly kind: 'refused'; readonly errors: readonly GraphError[] };

/** Asks once, and settles when that is over; whether to ask again is for who calls. Never rejects. */
export type LiveTransport = (request: LiveRequest, listener: LiveListener) => Promise<LiveEnd>;

/** A server that is overloaded, about to end, or out of order may be another the next time. */
const passing: ReadonlySet<string> = new Set([
  'TOO_MANY_STREAMS',
  'NOT_READY',
  'OVERLOADED',
  'RATE_LIMITED',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_ERROR',
  'INTERNAL_SERVER_ERROR',
]);

export function endOf(errors: readonly GraphError[]): LiveEnd {
  return errors.some(({ code }) => passing.has(code)) ? { kind: 'broken' } : { kind: 'refused', errors };
}

/** Null: it is an answer. An answer of nothing but errors ends the operation. */
export function endOfAnswer({ data, errors }: GraphAnswer<unknown>): LiveEnd | null {
  return data === null && errors.length > 0 ? endOf(errors) : null;
}

/** What was sent as an answer, whatever it is. */
export function answerOf(sent: unknown): GraphAnswer<unknown> {
  const { data, errors } = (sent ?? {}) as { data?: unknown; errors?: unknown };
  return { data: data ?? null, errors: errorsOf(errors) };
}

/** Undefined is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
