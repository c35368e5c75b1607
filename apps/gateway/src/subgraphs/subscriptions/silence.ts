/** Notices when the other side has said nothing for too long. */
export class Silence {
  readonly #maxMs: number;
  readonly #onTooLong: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(maxMs: number, onTooLong: () => void) {
    this.#maxMs = maxMs;
    this.#onTooLong = onTooLong;
  }

  /** Something was heard, or we listen again. */
  heard(): void {
    if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(this.#onTooLong, this.#maxMs).unref();
  }

  /** We do not listen. */
  ignore(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
