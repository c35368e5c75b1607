import { Refusal } from '../errors/refusal.ts';
import type { LiveEvents } from '../telemetry/events.ts';

export interface SubscriptionLimits {
  /** In this process. */
  readonly maxSubscriptions: number;
  readonly maxSubscriptionsPerClient: number;
}

const message = 'Too many subscriptions are open.';

/** How many subscriptions there are, and of whom. Each client asks for a bounded part of them. */
export class SubscriptionCounts {
  readonly #limits: SubscriptionLimits;
  readonly #byClient = new Map<string, number>();
  readonly #events: Pick<LiveEvents, 'subscribed' | 'unsubscribed'>;
  #all = 0;

  constructor(limits: SubscriptionLimits, events: Pick<LiveEvents, 'subscribed' | 'unsubscribed'>) {
    this.#limits = limits;
    this.#events = events;
  }

  get all(): number {
    return this.#all;
  }

  /**
   * One more. Gives what is to be called once when it is over.
   *
   * @throws Refusal
   */
  take(client: string): () => void {
    const { maxSubscriptions, maxSubscriptionsPerClient } = this.#limits;
    const own = this.#byClient.get(client) ?? 0;
    if (own >= maxSubscriptionsPerClient) throw new Refusal('TOO_MANY_STREAMS', { message, status: 429 });
    if (this.#all >= maxSubscriptions) throw new Refusal('TOO_MANY_STREAMS', { message, status: 503 });
    this.#all++;
    this.#events.subscribed();
    this.#byClient.set(client, own + 1);
    return () => this.#giveBack(client);
  }

  #giveBack(client: string): void {
    this.#all--;
    this.#events.unsubscribed();
    const left = (this.#byClient.get(client) ?? 0) - 1;
    if (left > 0) this.#byClient.set(client, left);
    else this.#byClient.delete(client);
  }
}
