/** When each text came to each subscriber. A text that nobody has told, or that comes twice to one, is wrong. */
export class Receipts {
  readonly #times = new Map<string, Float64Array>();
  readonly #received = new Map<string, number>();
  readonly #count: number;
  #awaited: { readonly text: string; readonly onAll: () => void } | null = null;
  #repeated = 0;

  /** @param count of subscribers */
  constructor(count: number) {
    this.#count = count;
  }

  take(subscriber: number, text: string, atMs: number): void {
    let times = this.#times.get(text);
    if (!times) {
      times = new Float64Array(this.#count);
      this.#times.set(text, times);
    }
    if (times[subscriber] !== 0) this.#repeated++;
    times[subscriber] = atMs;
    const received = (this.#received.get(text) ?? 0) + 1;
    this.#received.set(text, received);
    if (received === this.#count && text === this.#awaited?.text) this.#awaited.onAll();
  }

  /** The times of a text, when all have it or the time is up. */
  async of(text: string, deadlineMs: number): Promise<readonly number[]> {
    if (this.#received.get(text) !== this.#count) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deadlineMs);
        const onAll = () => {
          clearTimeout(timer);
          resolve();
        };
        this.#awaited = { text, onAll };
      });
    }
    return [...(this.#times.get(text) ?? [])].filter((atMs) => atMs > 0);
  }

  /** How much has come beside the texts that were told, and one of them. */
  wrongBeside(told: readonly string[]): { readonly wrong: number; readonly sample: string | null } {
    const strange = [...this.#received].filter(([text]) => !told.includes(text));
    const wrong = strange.reduce((sum, [, received]) => sum + received, this.#repeated);
    return { wrong, sample: strange[0]?.[0] ?? null };
  }
}
