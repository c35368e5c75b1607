import type { LiveReceiver, LiveSubscription } from '@dateline/service-kit/live/live-operations';
import type { GatewayContext } from '../context.ts';
import type { EngineSubscription } from '../engine/run/subscription.ts';
import { type Asker, SharedSubscription, type SharingOptions } from './shared-subscription.ts';

export interface HubOptions extends SharingOptions {
  /** False: each has a subscription of its own. */
  readonly isSharing: boolean;
}

/** Those who ask for the same subscription, brought together. One for each graph that is served. */
export class SubscriptionHub {
  readonly #options: HubOptions;
  readonly #shared = new Map<string, SharedSubscription>();
  readonly #all = new Set<SharedSubscription>();

  constructor(options: HubOptions) {
    this.#options = options;
  }

  /** Subscriptions that are open at subgraphs, or being opened. */
  get size(): number {
    return this.#all.size;
  }

  /**
   * `key` must hold all that the answers depend on, who may see them included.
   *
   * @param prepare is called for the first who asks.
   */
  join(
    key: string,
    asker: Asker,
    receiver: LiveReceiver,
    prepare: () => Promise<EngineSubscription<GatewayContext>>,
  ): LiveSubscription {
    const found = this.#options.isSharing ? this.#shared.get(key) : undefined;
    const known = found?.isJoinable ? found : null;
    const shared = known ?? this.#create(key, asker);
    shared.add(receiver);
    if (!known) void shared.start(prepare());
    return { stop: () => shared.remove(receiver) };
  }

  /** Completes all of them: another graph is served, or none. */
  end(): void {
    for (const shared of [...this.#all]) shared.end();
  }

  #create(key: string, asker: Asker): SharedSubscription {
    const shared = new SharedSubscription(asker, this.#options, () => {
      this.#all.delete(shared);
      if (this.#shared.get(key) === shared) this.#shared.delete(key);
    });
    this.#all.add(shared);
    this.#shared.set(key, shared);
    return shared;
  }
}
