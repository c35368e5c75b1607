import type { LiveAnswer } from '@dateline/service-kit/live/live-operations';

export interface AnswerLineOptions {
  /** Answers that are made at the same time. */
  readonly maxAtOnce: number;
  readonly deliver: (answer: LiveAnswer) => void;
}

interface Place {
  readonly make: () => Promise<LiveAnswer>;
  readonly bytes: number;
  answer: LiveAnswer | null;
}

/** Answers to events: several are made at a time, and all are delivered in the order of their events. */
export class AnswerLine {
  readonly #maxAtOnce: number;
  readonly #deliver: (answer: LiveAnswer) => void;
  /** Those not yet delivered, the oldest first. */
  #places: Place[] = [];
  #begun = 0;
  #running = 0;
  #bytes = 0;
  #onMoved: () => void = () => undefined;

  constructor({ maxAtOnce, deliver }: AnswerLineOptions) {
    this.#maxAtOnce = maxAtOnce;
    this.#deliver = deliver;
  }

  get length(): number {
    return this.#places.length;
  }

  /** Of the events that wait. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Told whenever something was delivered. */
  set onMoved(listener: () => void) {
    this.#onMoved = listener;
  }

  /** @param make never rejects. */
  push(make: () => Promise<LiveAnswer>, bytes: number): void {
    this.#places.push({ make, bytes, answer: null });
    this.#bytes += bytes;
    this.#begin();
  }

  /** Nothing more is made or delivered. */
  drop(): void {
    this.#places = [];
    this.#begun = 0;
    this.#bytes = 0;
  }

  #begin(): void {
    while (this.#running < this.#maxAtOnce) {
      const place = this.#places[this.#begun];
      if (!place) return;
      this.#begun++;
      this.#running++;
      void place.make().then((answer) => {
        this.#running--;
        place.answer = answer;
        this.#move();
        this.#begin();
      });
    }
  }

  #move(): void {
    let hasMoved = false;
    for (;;) {
      const [first] = this.#places;
      if (!first?.answer) break;
      this.#places.shift();
      this.#begun--;
      this.#bytes -= first.bytes;
      hasMoved = true;
      this.#deliver(first.answer);
    }
    if (hasMoved) this.#onMoved();
  }
}
