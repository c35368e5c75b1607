import { type CutReason, Lifetime } from '../lifetime.ts';

interface Flight<Value> {
  readonly value: Promise<Value>;
  readonly lifetime: Lifetime;
  waiting: number;
}

/**
 * Work that is asked for again while it is under way is done once. Each who waits may leave without harm to the others;
 * the work is cut when nobody waits any more.
 */
export class SharedFlights<Value> {
  readonly #flights = new Map<string, Flight<Value>>();
  readonly #leave: (reason: CutReason) => Error;

  /** @param leave what one who was cut is told. */
  constructor(leave: (reason: CutReason) => Error) {
    this.#leave = leave;
  }

  /** `key` must hold all that the value depends on, who may see it included. */
  join(key: string, own: Lifetime, start: (lifetime: Lifetime) => Promise<Value>): Promise<Value> {
    if (own.cutBy) return Promise.reject(this.#leave(own.cutBy));
    const flight = this.#flights.get(key) ?? this.#take(key, start);
    flight.waiting++;
    return new Promise((resolve, reject) => {
      const onCut = (reason: CutReason) => {
        reject(this.#leave(reason));
        flight.waiting--;
        if (flight.waiting > 0) return;
        this.#land(key, flight);
        flight.lifetime.cut(reason);
      };
      own.onCut(onCut);
      const settle = () => own.forget(onCut);
      flight.value.then(settle, settle);
      flight.value.then(resolve, reject);
    });
  }

  /** From now on nobody joins what has begun before; who has joined stays. */
  closeAll(): void {
    this.#flights.clear();
  }

  #take(key: string, start: (lifetime: Lifetime) => Promise<Value>): Flight<Value> {
    const lifetime = new Lifetime();
    const flight: Flight<Value> = { value: start(lifetime), lifetime, waiting: 0 };
    this.#flights.set(key, flight);
    const land = () => this.#land(key, flight);
    flight.value.then(land, land);
    return flight;
  }

  #land(key: string, flight: Flight<Value>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}
