import type { PurgeLog, PurgeMark } from './purge-log.ts';

/** An answer that is being made, for whoever asks for the same meanwhile. */
export interface Flight<Result> {
  /** The viewer whom it is made for. */
  readonly ownKey: string;
  readonly mark: PurgeMark;
  readonly result: Promise<Result>;
}

/** One flight per key, but that a request made after a purge never joins a flight begun before it. */
export interface Flights<Result> {
  /** The flight that a request of now may join. */
  find(key: string): Flight<Result> | undefined;
  begin(key: string, ownKey: string, make: (mark: PurgeMark) => Promise<Result>): Flight<Result>;
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
      // A tick later, so that the flight is there before its making can end.
      const result = Promise.resolve(mark).then(make).finally(land);
      const flight: Flight<Result> = { ownKey, mark, result };
      flights.set(key, flight);
      return flight;
    },
    get count() {
      return flights.size;
    },
  };
}
