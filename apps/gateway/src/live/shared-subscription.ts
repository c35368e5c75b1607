import type { LiveAnswer, LiveReceiver } from '@dateline/service-kit/live/live-operations';
import type { Logger } from '@dateline/service-kit/logger';
import type { GatewayContext } from '../context.ts';
import type { SubgraphReply } from '../engine/engine-types.ts';
import type { EngineSubscription } from '../engine/run/subscription.ts';
import { Lifetime } from '../lifetime.ts';
import { callFailure } from '../subgraphs/call-failure.ts';
import type { SubgraphFailure } from '../subgraphs/subgraph-failure.ts';
import type { Backoff } from '../subgraphs/subscriptions/backoff.ts';
import { openLasting } from '../subgraphs/subscriptions/lasting-upstream.ts';
import type { Upstream, UpstreamTransport } from '../subgraphs/subscriptions/upstream.ts';
import type { LiveEvents } from '../telemetry/events.ts';
import { AnswerLine } from './answer-line.ts';
import type { Refused } from './refused.ts';

export interface SharingOptions {
  readonly transport: UpstreamTransport;
  readonly backoff: Backoff;
  /** For all fetches of one event together. */
  readonly timeoutMs: number;
  /** Of events that wait for their answers, together. */
  readonly maxWaitingBytes: number;
  readonly refusedOf: (error: unknown) => Refused;
  readonly events: Pick<LiveEvents, 'upstreamOpened' | 'upstreamClosed'>;
}

/** Whose subscription it is: of all who share it, the first. */
export type Asker = Pick<GatewayContext, 'requestId' | 'viewer' | 'client' | 'logger' | 'nameOperation'>;

/** Events of one subscription that may wait for their answers. */
const maxWaiting = 64;
/** Of these, answers that are made at the same time. */
const maxAtOnce = 8;

/** What HTTP calls what went wrong behind a gateway. */
const statusOf = { SUBGRAPH_UNAVAILABLE: 503, SUBGRAPH_TIMEOUT: 504, SUBGRAPH_ERROR: 502 } as const;

/**
 * One subscription at a subgraph, and all who have asked for just the same. Each event is made an answer once, and all are
 * given the same object. When more events come than answers are made, nothing more is read: they wait at the subgraph.
 */
export class SharedSubscription {
  readonly #options: SharingOptions;
  readonly #asker: Asker;
  readonly #onOver: () => void;
  readonly #receivers = new Set<LiveReceiver>();
  readonly #underWay = new Set<Lifetime>();
  readonly #line: AnswerLine;
  #upstream: Upstream | null = null;
  #onClosed: () => void = () => undefined;
  #isPaused = false;
  /** It has gone past the cursor that its readers have asked to begin at. */
  #isPastStart = false;
  /** Nobody joins, and no event comes any more; answers may still be on their way. */
  #isOver = false;

  /** @param onOver nobody may join it any more. Called once. */
  constructor(asker: Asker, options: SharingOptions, onOver: () => void) {
    this.#asker = asker;
    this.#options = options;
    this.#onOver = onOver;
    this.#line = new AnswerLine({ maxAtOnce, deliver: (answer) => this.#tellAll((one) => one.next(answer)) });
    this.#line.onMoved = () => this.#moved();
  }

  /** Who joins later hears what happens later; who wants to begin at a cursor cannot do that where events have come. */
  get isJoinable(): boolean {
    return !this.#isPastStart;
  }

  /** Opens it once it is known what is to be opened. */
  async start(prepared: Promise<EngineSubscription<GatewayContext>>): Promise<void> {
    try {
      const subscription = await prepared;
      if (!this.#isOver) this.#open(subscription);
    } catch (error) {
      const { errors, status } = this.#options.refusedOf(error);
      this.#finish((one) => one.refuse(errors, status));
    }
  }

  add(receiver: LiveReceiver): void {
    this.#receivers.add(receiver);
  }

  /** With the last one it is closed at once. */
  remove(receiver: LiveReceiver): void {
    if (!this.#receivers.delete(receiver) || this.#receivers.size > 0) return;
    this.#endUpstream();
    this.#line.drop();
    for (const lifetime of this.#underWay) lifetime.cut('CLIENT_GONE');
  }

  /** All are told what has happened until now, and that it is over. */
  end(): void {
    this.#endUpstream();
    this.#completeWhenEmpty();
  }

  #open(subscription: EngineSubscription<GatewayContext>): void {
    const { transport, backoff, events } = this.#options;
    const { subgraph } = subscription;
    events.upstreamOpened(subgraph);
    this.#onClosed = () => events.upstreamClosed(subgraph);
    const { requestId, viewer } = this.#asker;
    const request = { ...subscription, requestId, viewer };
    this.#upstream = openLasting(transport, request, backoff, {
      event: (event) => {
        this.#isPastStart = subscription.startsAfter !== null;
        this.#take(subscription, event, event.text.length);
      },
      complete: () => this.end(),
      reopening: ({ code, message: reason }) =>
        this.#asker.logger.warn({ subgraph, code, reason }, 'a subscription at a subgraph is opened again'),
      lost: (failure, wasOpen) => {
        if (wasOpen) this.#take(subscription, failure, 0);
        else this.#refuse(failure, subgraph);
        this.end();
      },
    });
    if (this.#isOver) this.#upstream.close();
  }

  #take(subscription: EngineSubscription<GatewayContext>, event: SubgraphReply | SubgraphFailure, bytes: number): void {
    if (this.#isOver) return;
    this.#line.push(() => this.#answer(subscription, event), bytes);
    if (this.#isPaused || !this.#isFull) return;
    this.#isPaused = true;
    this.#upstream?.pause();
  }

  get #isFull(): boolean {
    return this.#line.length >= maxWaiting || this.#line.bytes >= this.#options.maxWaitingBytes;
  }

  async #answer(
    subscription: EngineSubscription<GatewayContext>,
    event: SubgraphReply | SubgraphFailure,
  ): Promise<LiveAnswer> {
    const lifetime = new Lifetime();
    this.#underWay.add(lifetime);
    const deadline = setTimeout(() => lifetime.cut('TOO_LATE'), this.#options.timeoutMs);
    try {
      const { text } = await subscription.answer(event, this.#contextOf(lifetime));
      return { json: text };
    } catch (error) {
      return { json: JSON.stringify({ errors: this.#options.refusedOf(error).errors, data: null }) };
    } finally {
      clearTimeout(deadline);
      this.#underWay.delete(lifetime);
    }
  }

  #contextOf(lifetime: Lifetime): GatewayContext {
    const { requestId, viewer, client, logger, nameOperation } = this.#asker;
    return { requestId, viewer, client, logger, nameOperation, lifetime };
  }

  #refuse(failure: SubgraphFailure, subgraph: string): void {
    const error = callFailure(failure, subgraph, this.#contextOf(new Lifetime()));
    this.#finish((one) => one.refuse([error], statusOf[failure.code]));
  }

  #moved(): void {
    if (this.#isOver) this.#completeWhenEmpty();
    else if (this.#isPaused && !this.#isFull) {
      this.#isPaused = false;
      this.#upstream?.resume();
    }
  }

  #completeWhenEmpty(): void {
    if (this.#line.length === 0) this.#finish((one) => one.complete());
  }

  /** The last word to all. */
  #finish(tell: (receiver: LiveReceiver) => void): void {
    this.#endUpstream();
    const receivers = [...this.#receivers];
    this.#receivers.clear();
    for (const receiver of receivers) this.#tell(receiver, tell);
  }

  #endUpstream(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#upstream?.close();
    this.#onClosed();
    this.#onOver();
  }

  #tellAll(tell: (receiver: LiveReceiver) => void): void {
    for (const receiver of this.#receivers) this.#tell(receiver, tell);
  }

  /** One that fails does not keep the others from hearing it. */
  #tell(receiver: LiveReceiver, tell: (receiver: LiveReceiver) => void): void {
    try {
      tell(receiver);
    } catch (error) {
      this.#receivers.delete(receiver);
      const { logger }: { readonly logger: Logger } = this.#asker;
      logger.error({ err: error }, 'a receiver of a subscription failed');
    }
  }
}
