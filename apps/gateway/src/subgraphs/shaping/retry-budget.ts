/** What one call adds: so at most a tenth of all traffic is sent again. */
const perCall = 0.1;
/** As many retries as quiet times may leave for bad ones. */
const maxSaved = 20;

/**
 * A bucket of tokens that traffic fills and retries empty. When a subgraph fails altogether, sending all again would
 * double its load just then; with a budget it is a tenth more.
 */
export class RetryBudget {
  /** One to begin with: who has just started may try again too. */
  #tokens = 1;

  /** A call was made. */
  deposit(): void {
    this.#tokens = Math.min(maxSaved, this.#tokens + perCall);
  }

  /** False: it is spent. */
  withdraw(): boolean {
    // A tenth ten times is not quite one in binary.
    if (this.#tokens < 1 - 1e-9) return false;
    this.#tokens -= 1;
    return true;
  }
}
