/** How often the loop is looked at. */
const sampleMs = 50;
/** So long, and at least so many times, it must be late without a break. */
const windowMs = 500;
const leastSamples = 3;

interface Sample {
  readonly at: number;
  readonly delayMs: number;
}

/**
 * How late the event loop is when it should run a timer. A single late turn (a plan, a big answer, a busy machine) says
 * nothing; one after the other, for half a second, says that there is more to do than can be done. It is told by its own
 * timer: Node's monitorEventLoopDelay measures at a cost all the time what is asked for here twenty times a second.
 */
export class LoopDelay {
  #samples: Sample[] = [];

  /** What the best of the last half second was, in milliseconds. */
  get sustainedMs(): number {
    if (this.#samples.length < leastSamples) return 0;
    return Math.min(...this.#samples.map(({ delayMs }) => delayMs));
  }

  /** @param at milliseconds of a clock that never goes back */
  record(at: number, delayMs: number): void {
    this.#samples.push({ at, delayMs });
    const newest = this.#samples.length - leastSamples;
    const from = this.#samples.findIndex((sample, index) => index >= newest || sample.at >= at - windowMs);
    this.#samples = this.#samples.slice(from);
  }

  /** Looks from now on, until it is told to stop. It keeps no process alive. */
  watch(): () => void {
    let due = performance.now() + sampleMs;
    const timer = setInterval(() => {
      const now = performance.now();
      this.record(now, Math.max(0, now - due));
      due = now + sampleMs;
    }, sampleMs).unref();
    return () => clearInterval(timer);
  }
}
