import type { LoopDelay } from './loop-delay.ts';
import type { SheddingSettings } from './shedding-settings.ts';

/** Beyond this part of what may be in flight, only what is known and cheap is taken on. */
const highMark = 0.75;

/** Why new work is not taken on. */
export type Excess = 'in-flight' | 'event-loop';

/** How much is being worked on, and whether more can be. */
export class Workload {
  readonly #settings: SheddingSettings;
  readonly #loop: Pick<LoopDelay, 'sustainedMs'>;
  inFlight = 0;

  constructor(settings: SheddingSettings, loop: Pick<LoopDelay, 'sustainedMs'>) {
    this.#settings = settings;
    this.#loop = loop;
  }

  /** Null: more can be taken on. */
  get excess(): Excess | null {
    if (this.inFlight >= this.#settings.maxInFlight) return 'in-flight';
    return this.#isLate ? 'event-loop' : null;
  }

  /** The same for work that costs the most, an operation that nobody has asked for before: it is turned away first. */
  get excessForNew(): Excess | null {
    return this.inFlight >= this.#settings.maxInFlight * highMark ? 'in-flight' : this.excess;
  }

  get #isLate(): boolean {
    const { maxEventLoopDelayMs } = this.#settings;
    return maxEventLoopDelayMs > 0 && this.#loop.sustainedMs > maxEventLoopDelayMs;
  }
}
