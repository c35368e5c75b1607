import { type CutReason, Lifetime } from '../lifetime.ts';
import type { PurgeLog, PurgeMark } from './purge-log.ts';

/** An answer that is being made, for whoever asks for the same meanwhile. */
export interface Flight<Result> {
  /** The viewer whom it is made for. */
  readonly ownKey: string;
  readonly mark: PurgeMark;
  readonly result: Promise<Result>;
  /**
   * Waits for it, as long as `own` is not cut or, without one, whatever happens. When the last one has left, the making is
   * cut, and who asks then begins anew. What comes back ends the listening.
   */
  hold(own: Lifetime | null): () => void;
}

/** One flight per key, but that a request made after a purge never joins a flight begun before it. */
export interface Flights<Result> {
  /** The flight that a request of now may join. */
  find(key: string): Flight<Result> | undefined;
  begin(key: string, ownKey: string, make: (mark: PurgeMark, lifetime: Lifetime) => Promise<Result>): Flight<Result>;
  readonly count: number;
}

export function createFlights<Result>(purges: PurgeLog): Flights<Result> {
  const flights = new Map<string, Flight<Result>>();
  return {
    find(key) {
      const flight = flights.get(key);
      return flight && purges.isCurrent(flight.mark) ? flight : undefined;
    },
    begin(key, ownKey, make) {
      const mark = purges.mark();
      const land = () => {
        if (flights.get(key) === flight) flights.delete(key);
      };
      const lifetime = new Lifetime();
      let waiting = 0;
      // A tick later, so that the flight is there before its making can end.
      const result = Promise.resolve()
        .then(() => make(mark, lifetime))
        .finally(land);
      const hold = (own: Lifetime | null) => {
        waiting++;
        const leave = (reason: CutReason) => {
          waiting--;
          if (waiting > 0) return;
          land();
          lifetime.cut(reason);
        };
        own?.onCut(leave);
        return () => own?.forget(leave);
      };
      const flight: Flight<Result> = { ownKey, mark, result, hold };
      flights.set(key, flight);
      return flight;
    },
    get count() {
      return flights.size;
    },
  };
}
