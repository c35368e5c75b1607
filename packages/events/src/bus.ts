import type { DomainEvent } from './domain-event.ts';

/** An event as the bus holds it: with its place in the one order of all events. */
export interface BusEvent {
  readonly position: number;
  /** Null when it is of a type that this process does not know yet: written by a newer one, and not for us. */
  readonly event: DomainEvent | null;
}

/** Where events go. Delivers at least once, in order; two transports are planned: Postgres (here) and Redis Streams. */
export interface Bus {
  /** Adds events; one that is there already (same id) is passed over. */
  publish(events: readonly DomainEvent[]): Promise<void>;
  /** At most `limit` events after a position, oldest first. */
  read(afterPosition: number, limit: number): Promise<readonly BusEvent[]>;
  /** Calls back whenever something was published; resolves to how to stop. */
  listen(onPublished: () => void): Promise<() => Promise<void>>;
}
