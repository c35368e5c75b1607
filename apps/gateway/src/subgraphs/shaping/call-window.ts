const bucketCount = 10;
const bucketMs = 1_000;

/** How many calls were made in the last ten seconds, and how many of them failed: counted by the second, in constant space. */
export class CallWindow {
  readonly #calls = new Uint32Array(bucketCount);
  readonly #failures = new Uint32Array(bucketCount);
  #bucket = 0;
  calls = 0;
  failures = 0;

  /** @param now milliseconds of a clock that never goes back */
  record(now: number, failed: boolean): void {
    this.#moveTo(Math.floor(now / bucketMs));
    const at = this.#bucket % bucketCount;
    this.#calls[at] = (this.#calls[at] ?? 0) + 1;
    this.calls++;
    if (!failed) return;
    this.#failures[at] = (this.#failures[at] ?? 0) + 1;
    this.failures++;
  }

  clear(): void {
    this.#calls.fill(0);
    this.#failures.fill(0);
    this.calls = 0;
    this.failures = 0;
  }

  #moveTo(bucket: number): void {
    if (bucket === this.#bucket) return;
    if (bucket - this.#bucket >= bucketCount) this.clear();
    else for (let passed = this.#bucket + 1; passed <= bucket; passed++) this.#forget(passed % bucketCount);
    this.#bucket = bucket;
  }

  #forget(at: number): void {
    this.calls -= this.#calls[at] ?? 0;
    this.failures -= this.#failures[at] ?? 0;
    this.#calls[at] = 0;
    this.#failures[at] = 0;
  }
}
