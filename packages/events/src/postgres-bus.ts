import type { Sql } from 'postgres';
import type { Bus } from './bus.ts';
import { type DomainEvent, eventPayloads, isEventType } from './domain-event.ts';

const channel = 'dateline_bus';
const lockName = 'dateline bus';

/** Makes the bus' schema and table, and lets the services' roles add and read, never change or delete. Run by the admin; idempotent. */
export async function createBusTables(sql: Sql, { roles }: { readonly roles: readonly string[] }): Promise<void> {
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
      );`);
    for (const role of roles) {
      await transaction`grant usage on schema bus to ${transaction(role)}`;
      await transaction`grant select, insert on bus.events to ${transaction(role)}`;
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
        await transaction`select pg_notify(${channel}, '')`;
      });
    },

    async read(afterPosition, limit) {
      const rows = await sql<StoredEvent[]>`
        /* bus.read */ select position, id, type, at, payload from bus.events
        where position > ${afterPosition} order by position limit ${limit}`;
      return rows.map((row) => ({ position: Number(row.position), event: parseStored(row) }));
    },

    async listen(onPublished) {
      const { unlisten } = await sql.listen(channel, onPublished, onPublished);
      return unlisten;
    },
  };
}

interface StoredEvent {
  readonly position: string;
  readonly id: string;
  readonly type: string;
  readonly at: Date | string;
  readonly payload: unknown;
}

function parseStored({ id, type, at, payload }: StoredEvent): DomainEvent | null {
  if (!isEventType(type)) return null;
  const parsed = eventPayloads[type].safeParse(payload);
  return parsed.success ? { id, type, at: new Date(at).toISOString(), payload: parsed.data } : null;
}
