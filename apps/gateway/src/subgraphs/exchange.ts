import type { Dispatcher } from 'undici';
import type { SubgraphReply } from '../engine/engine-types.ts';
import { isClientFacing } from './public-errors.ts';
import { retryAfterMs } from './retry-after.ts';
import { SubgraphFailure, type Trouble } from './subgraph-failure.ts';

/**
 * What an exchange came to. `broken`: the connection failed. It was stale when it had brought answers before and not a
 * byte of this one: most likely the other side closed it, idle, while our request was on its way. It was not reached when
 * there was no connection at all.
 */
export type Outcome =
  | { readonly kind: 'reply'; readonly reply: SubgraphReply }
  | { readonly kind: 'failure'; readonly failure: SubgraphFailure }
  | { readonly kind: 'broken'; readonly stale: boolean; readonly reached: boolean; readonly cause: Error };

/** The connection of an exchange. */
export interface Carrier {
  /** How many answers it has brought since it was opened. */
  answers: number;
}

/** One request and its answer on a connection, as undici tells of them. It ends once. */
export class Exchange implements Dispatcher.DispatchHandler {
  carrier: Carrier | undefined;
  readonly #maxBytes: number;
  readonly #onEnd: (outcome: Outcome) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #status = 0;
  #cacheControl: string | undefined;
  #retryAfter: string | undefined;
  #ended = false;

  constructor(maxBytes: number, onEnd: (outcome: Outcome) => void) {
    this.#maxBytes = maxBytes;
    this.#onEnd = onEnd;
  }

  /** Ends it from our side. One that has not begun is not sent any more when its turn comes. */
  cut(failure: SubgraphFailure): void {
    if (this.#ended) return;
    this.#end({ kind: 'failure', failure });
    this.#controller?.abort(failure);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#ended) controller.abort(new SubgraphFailure('SUBGRAPH_TIMEOUT', 'nobody waits for it any more'));
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.#status = status;
    this.#cacheControl = textOf(headers['cache-control']);
    if (status !== 200) this.#retryAfter = textOf(headers['retry-after']);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.byteLength;
    if (this.#bytes > this.#maxBytes) {
      this.cut(new SubgraphFailure('SUBGRAPH_ERROR', `the answer is over ${this.#maxBytes} bytes`));
      return;
    }
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#ended) return;
    if (this.carrier) this.carrier.answers++;
    const [first, ...more] = this.#chunks;
    const bytes = more.length > 0 ? Buffer.concat(this.#chunks) : first;
    const text = bytes?.toString() ?? '';
    if (this.#status === 200 || (this.#status === 400 && tellsClient(text))) {
      this.#end({ kind: 'reply', reply: { text, cacheControl: this.#cacheControl } });
    } else {
      this.#end({ kind: 'failure', failure: refusedWith(this.#status, this.#retryAfter) });
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    const stale = this.#status === 0 && (this.carrier?.answers ?? 0) > 0;
    this.#end({ kind: 'broken', stale, reached: this.#controller !== undefined, cause });
  }

  #end(outcome: Outcome): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#chunks = [];
    this.#onEnd(outcome);
  }
}

const textOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(', ') : header;

/**
 * A request that GraphQL refuses, for a variable of a scalar of the subgraph's own perhaps, is answered 400 with its errors.
 * Where none of them is for the client (a subgraph of another schema than the supergraph's), it is a fault that the log hears of.
 */
function tellsClient(text: string): boolean {
  try {
    const { errors } = JSON.parse(text) as { readonly errors?: unknown };
    return Array.isArray(errors) && errors.some((error) => isClientFacing(error?.extensions?.code));
  } catch {
    return false;
  }
}

export function refusedWith(status: number, retryAfter?: string): SubgraphFailure {
  const trouble = troubleOf(status);
  const code = trouble === 'DOWN' || trouble === 'BUSY' ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_ERROR';
  const options = { trouble, retryAfterMs: retryAfterMs(retryAfter, Date.now()) };
  return new SubgraphFailure(code, `answered HTTP ${status}`, options);
}

function troubleOf(status: number): Trouble {
  if (status === 502 || status === 503 || status === 504) return 'DOWN';
  if (status === 429) return 'BUSY';
  return status >= 500 ? 'FAULTY' : 'ANSWER';
}
