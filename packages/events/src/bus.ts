import type { DomainEvent } from './domain-event.ts';

/** An event as the bus holds it: with its place in the one order of all events. */
export interface BusEvent {
  readonly position: number;
  /** Null when it is of a type that this process does not know yet: written by a newer one, and not for us. */
  readonly event: DomainEvent | null;
}

/** An event on its way: carried as it was written, also when its type is newer than the process that carries it. */
export interface CarriedEvent {
  readonly id: string;
  readonly type: string;
  /** RFC 3339. */
  readonly at: string;
  readonly payload: unknown;
}

/** Where events go. Delivers at least once, in order; two transports are planned: Postgres (here) and Redis Streams. */
export interface Bus {
  /** Adds events; one that is there already (same id) is passed over. */
  publish(events: readonly CarriedEvent[]): Promise<void>;
  /** At most `limit` events after a position, oldest first. */
  read(afterPosition: number, limit: number): Promise<readonly BusEvent[]>;
  /** Calls back whenever something was published; resolves to how to stop. */
  listen(onPublished: () => void): Promise<() => Promise<void>>;
}
