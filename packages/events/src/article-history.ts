import type { Sql } from 'postgres';
import { type BusPlace, placeOf } from './bus-place.ts';
import type { DomainEvent, EventType } from './domain-event.ts';
import { parseStored, type StoredEvent } from './postgres-bus.ts';

/** An event and where it stands on the bus. */
export interface PlacedEvent {
  readonly event: DomainEvent;
  readonly place: BusPlace;
}

export interface HistoryOptions {
  readonly articleId: string;
  readonly types: readonly EventType[];
  readonly after: BusPlace;
  /** More than so many are not told at all: who missed as much asks for the whole anew. */
  readonly maxEvents: number;
}

/**
 * What happened to one article after a place, oldest first. Null when that cannot be said: the place is not on the bus any
 * more (rows removed, another database), or more than `maxEvents` happened. One statement, so that both are of one moment.
 */
export async function readArticleHistory(sql: Sql, options: HistoryOptions): Promise<readonly PlacedEvent[] | null> {
  const { articleId, types, after, maxEvents } = options;
  const rows = await sql<StoredEvent[]>`
    /* bus.articleHistory */ select * from (
      (select position, id, type, at, payload from bus.events where position = ${after.position})
      union all
      (select position, id, type, at, payload from bus.events
        where payload->>'articleId' = ${articleId} and type in ${sql(types)} and position > ${after.position}
        order by position limit ${maxEvents + 1})
    ) as found order by position`;
  const anchor = rows.findIndex(({ position }) => Number(position) === after.position);
  if (after.eventId !== null && rows[anchor]?.id !== after.eventId) return null;
  const following = rows.slice(anchor + 1);
  if (following.length > maxEvents) return null;
  return following.flatMap((row) => {
    const event = parseStored(row);
    return event ? [{ event, place: placeOf(row) }] : [];
  });
}
