import type { Sql } from 'postgres';
import type { DomainEvent } from './domain-event.ts';
import { parseStored, type StoredEvent } from './postgres-bus.ts';

/** The last event that was seen on the bus, by its position and its id: a database put back may count on from elsewhere. */
export interface BusPlace {
  readonly position: number;
  /** Null on a bus that is empty as yet. */
  readonly eventId: string | null;
}

/** What stands after a place. */
export interface Following {
  readonly events: readonly (DomainEvent | null)[];
  /** Of each of them, in the same order. */
  readonly places: readonly BusPlace[];
  /** Of the last of them. */
  readonly place: BusPlace;
  readonly more: boolean;
}

/** Where the bus ends now. */
export async function lastPlace(sql: Sql): Promise<BusPlace> {
  const [row] = await sql<StoredEvent[]>`
    /* bus.lastPlace */ select position, id from bus.events order by position desc limit 1`;
  return row ? placeOf(row) : { position: 0, eventId: null };
}

/**
 * At most `limit` events after a place, oldest first. Null when the place itself is not there any more: then what followed
 * it may be gone too. It is read in the same statement, and positions become visible in their order (see createPostgresBus).
 */
export async function readFrom(sql: Sql, place: BusPlace, limit: number): Promise<Following | null> {
  const rows = await sql<StoredEvent[]>`
    /* bus.readFrom */ select position, id, type, at, payload from bus.events
    where position >= ${place.position} order by position limit ${limit + 1}`;
  if (place.eventId !== null && rows[0]?.id !== place.eventId) return null;
  const following = place.eventId === null ? rows.slice(0, limit) : rows.slice(1);
  const places = following.map(placeOf);
  return {
    events: following.map(parseStored),
    places,
    place: places.at(-1) ?? place,
    more: following.length === limit,
  };
}

/** Where a row stands. */
export function placeOf({ position, id }: Pick<StoredEvent, 'position' | 'id'>): BusPlace {
  return { position: Number(position), eventId: id };
}
