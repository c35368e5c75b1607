/** Why a request is over before its answer is. */
export type CutReason = 'CLIENT_GONE' | 'TOO_LATE';

type Listener = (reason: CutReason) => void;

/**
 * How long work for one request is worth doing. It does what an AbortSignal does at a tenth of its cost: a request listens
 * once for each call to a subgraph, and those are counted in microseconds.
 */
export class Lifetime {
  #reason: CutReason | null = null;
  readonly #listeners = new Set<Listener>();

  /** Null as long as somebody waits. */
  get cutBy(): CutReason | null {
    return this.#reason;
  }

  /** Ends it; what comes after the first time changes nothing. */
  cut(reason: CutReason): void {
    if (this.#reason) return;
    this.#reason = reason;
    for (const listener of this.#listeners) listener(reason);
    this.#listeners.clear();
  }

  /** Calls back when it is cut, at once when it was already. */
  onCut(listener: Listener): void {
    if (this.#reason) listener(this.#reason);
    else this.#listeners.add(listener);
  }

  /** For work that is done. */
  forget(listener: Listener): void {
    this.#listeners.delete(listener);
  }
}
