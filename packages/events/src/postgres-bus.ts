import type { Sql } from 'postgres';
import type { Bus } from './bus.ts';
import { type DomainEvent, eventPayloads, isEventType } from './domain-event.ts';

/** Wakes who waits for events. */
export const busChannel = 'dateline_bus';
const lockName = 'dateline bus';

export interface BusRoles {
  /** The services': they add and read, and never change or delete. */
  readonly roles: readonly string[];
  /** They read only. */
  readonly readers?: readonly string[];
}

/** Makes the bus' schema and table, and lets roles at it. Run by the admin; idempotent. */
export async function createBusTables(sql: Sql, { roles, readers = [] }: BusRoles): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(hashtext('dateline migrate bus'))`;
    await transaction.unsafe(`
      create schema if not exists bus;
      create table if not exists bus.events (
        position bigint generated always as identity primary key,
        id uuid not null unique,
        type text not null,
        at timestamptz not null,
        payload jsonb not null
      );
      create index if not exists events_of_article on bus.events ((payload->>'articleId'), position)
        where payload->>'articleId' is not null;`);
    for (const role of roles) {
      await transaction`grant usage on schema bus to ${transaction(role)}`;
      await transaction`grant select, insert on bus.events to ${transaction(role)}`;
    }
    for (const role of readers) {
      await transaction`grant usage on schema bus to ${transaction(role)}`;
      await transaction`grant select on bus.events to ${transaction(role)}`;
    }
  });
}

/**
 * The bus on Postgres: a table that is only added to, and NOTIFY to wake who waits (its payload would be too small for an
 * event). Publishers take turns under a lock, so that positions become visible in their order and no reader skips one.
 */
export function createPostgresBus(sql: Sql): Bus {
  return {
    async publish(events) {
      if (events.length === 0) return;
      await sql.begin(async (transaction) => {
        await transaction`select pg_advisory_xact_lock(hashtext(${lockName}))`;
        // As one text: drizzle changes how this driver writes json parameters.
        await transaction`
          /* bus.publish */ insert into bus.events (id, type, at, payload)
          select id, type, at, payload from json_to_recordset(${JSON.stringify(events)}::text::json)
            as event (id uuid, type text, at timestamptz, payload jsonb)
          on conflict (id) do nothing`;
        await transaction`select pg_notify(${busChannel}, '')`;
      });
    },

    async read(afterPosition, limit) {
      const rows = await sql<StoredEvent[]>`
        /* bus.read */ select position, id, type, at, payload from bus.events
        where position > ${afterPosition} order by position limit ${limit}`;
      return rows.map((row) => ({ position: Number(row.position), event: parseStored(row) }));
    },

    async listen(onPublished) {
      const { unlisten } = await sql.listen(busChannel, onPublished, onPublished);
      return unlisten;
    },
  };
}

/** A row of the bus. */
export interface StoredEvent {
  readonly position: string;
  readonly id: string;
  readonly type: string;
  readonly at: Date | string;
  readonly payload: unknown;
}

/** The event of a row; null when it is of a type, or a shape, that this process does not know. */
export function parseStored({ id, type, at, payload }: StoredEvent): DomainEvent | null {
  if (!isEventType(type)) return null;
  const parsed = eventPayloads[type].safeParse(payload);
  return parsed.success ? { id, type, at: new Date(at).toISOString(), payload: parsed.data } : null;
}
