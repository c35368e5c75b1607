import type { GraphQLFormattedError } from 'graphql';
import { badRequest, HttpRefusal } from '../../http-refusal.ts';
import type { LiveConnection } from '../live-connections.ts';
import { atInstant } from '../live-expiry.ts';
import type { LiveLimits } from '../live-limits.ts';
import type { LiveOperations, LiveRequest, LiveSubscription } from '../live-operations.ts';
import type { EventStream } from './event-stream.ts';
import { completeEventOf, nextEventOf } from './event-text.ts';

export interface SharedStreamOptions {
  readonly token: string;
  readonly address: string;
  readonly limits: Pick<LiveLimits, 'maxOperations' | 'bufferMaxBytes' | 'reservationTimeoutMs'>;
  readonly onGone: (stream: SharedStream) => void;
}

/** An operation was refused before anything else was said of it. */
export interface RefusedOperation {
  readonly errors: readonly GraphQLFormattedError[];
  readonly status: number;
}

/**
 * Single connection mode: one stream for many operations, which are begun and ended by requests of their own that show its
 * token. It is reserved before it is opened; what happens in between waits for it, within the buffer's size.
 */
export class SharedStream implements LiveConnection {
  readonly transport = 'sse';
  readonly token: string;
  readonly address: string;
  readonly #limits: SharedStreamOptions['limits'];
  readonly #operations = new Map<string, LiveSubscription | null>();
  readonly #reservation: NodeJS.Timeout;
  #stream: EventStream | null = null;
  #endsAtMs = Number.POSITIVE_INFINITY;
  #callOffEnd: () => void = () => undefined;
  #waiting: string[] = [];
  #waitingBytes = 0;
  #onGone: SharedStreamOptions['onGone'] | null;

  constructor({ token, address, limits, onGone }: SharedStreamOptions) {
    this.token = token;
    this.address = address;
    this.#limits = limits;
    this.#onGone = onGone;
    this.#reservation = setTimeout(() => this.gone(), limits.reservationTimeoutMs).unref();
  }

  get isOpened(): boolean {
    return this.#stream !== null;
  }

  /** The stream is there, its head is sent. */
  attach(stream: EventStream): void {
    clearTimeout(this.#reservation);
    this.#stream = stream;
    for (const event of this.#waiting) stream.send(event);
    this.#waiting = [];
  }

  /** A token that took part in it ends: so does it. */
  endAt(instantMs: number | undefined): void {
    // The first to end is what counts: a client that begins one operation after the other makes no timer for each.
    if (instantMs === undefined || instantMs >= this.#endsAtMs) return;
    this.#callOffEnd();
    this.#endsAtMs = instantMs;
    this.#callOffEnd = atInstant(instantMs, () => this.goAway());
  }

  /**
   * Begins an operation under the client's name for it.
   *
   * @throws HttpRefusal when there can be none of this name, or no more at all.
   */
  begin<Context>(
    id: string,
    asked: LiveRequest,
    { operations, context }: { readonly operations: LiveOperations<Context>; readonly context: Context },
  ): RefusedOperation | null {
    if (this.#operations.has(id)) throw badRequest('There is an operation of this operationId already.', 409);
    if (this.#operations.size >= this.#limits.maxOperations) throw new HttpRefusal(429, 'TOO_MANY_STREAMS');
    let refused: RefusedOperation | null = null;
    let isBegun = false;
    let isOver = false;
    const over = () => {
      isOver = true;
      if (isBegun) this.#operations.delete(id);
    };
    this.#operations.set(id, null);
    const subscription = operations.subscribe(asked, context, {
      next: (answer) => this.#send(nextEventOf(id, answer.json)),
      complete: () => {
        over();
        this.#send(completeEventOf(id));
      },
      refuse: (errors, status) => {
        over();
        // The request that began it is still to be answered, and can say it better.
        if (!isBegun) refused = { errors, status };
        else {
          this.#send(nextEventOf(id, JSON.stringify({ errors })));
          this.#send(completeEventOf(id));
        }
      },
    });
    isBegun = true;
    if (isOver) this.#operations.delete(id);
    else if (this.#onGone) this.#operations.set(id, subscription);
    else subscription.stop();
    return refused;
  }

  stop(id: string): void {
    const subscription = this.#operations.get(id);
    this.#operations.delete(id);
    subscription?.stop();
  }

  beat(): void {
    this.#stream?.beat();
  }

  goAway(): void {
    if (this.#stream) this.#stream.goAway();
    else this.gone();
  }

  cut(): void {
    if (this.#stream) this.#stream.cut();
    else this.gone();
  }

  /** Its client has gone, or never came. */
  gone(): void {
    const onGone = this.#onGone;
    if (!onGone) return;
    this.#onGone = null;
    clearTimeout(this.#reservation);
    this.#callOffEnd();
    const open = [...this.#operations.values()];
    this.#operations.clear();
    this.#waiting = [];
    onGone(this);
    for (const subscription of open) subscription?.stop();
  }

  #send(event: string): void {
    if (this.#stream) this.#stream.send(event);
    else if (this.#onGone) this.#keep(event);
  }

  #keep(event: string): void {
    this.#waitingBytes += Buffer.byteLength(event);
    if (this.#waiting.length > 0 && this.#waitingBytes > this.#limits.bufferMaxBytes) this.gone();
    else this.#waiting.push(event);
  }
}
