/** What a subgraph's subscriptions listen to; a test publishes, and sees who listens. */
export class EventSourceOf<Event> {
  readonly #listeners = new Set<(event: Event | null) => void>();

  get listeners(): number {
    return this.#listeners.size;
  }

  publish(event: Event): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** The subgraph says that there is no more. */
  complete(): void {
    for (const listener of this.#listeners) listener(null);
  }

  /** An iterator that ends as soon as it is told to, also while it waits. */
  subscribe(): AsyncIterableIterator<Event> {
    const waiting: (Event | null)[] = [];
    let wake: () => void = () => undefined;
    let isOver = false;
    const listener = (event: Event | null) => {
      waiting.push(event);
      wake();
    };
    const end = () => {
      isOver = true;
      this.#listeners.delete(listener);
      wake();
    };
    this.#listeners.add(listener);
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next() {
        while (waiting.length === 0 && !isOver) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        const event = isOver ? null : waiting.shift();
        if (event) return { done: false, value: event };
        end();
        return { done: true, value: undefined };
      },
      async return() {
        end();
        return { done: true, value: undefined };
      },
    };
  }
}
