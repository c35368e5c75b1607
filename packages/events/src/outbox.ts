import { instant } from '@dateline/db/columns';
import type { Transaction } from '@dateline/db/connect';
import { insertRows } from '@dateline/db/insert-rows';
import { sql } from 'drizzle-orm';
import { bigint, jsonb, type PgSchema, text, uuid } from 'drizzle-orm/pg-core';
import { type DomainEvent, eventPayloads } from './domain-event.ts';

/** A service's outbox: its own table in its own schema, so that an event is written with the change it tells of. */
export function outboxTable(schema: PgSchema) {
  return schema.table('outbox', {
    position: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: uuid().notNull().unique(),
    type: text().notNull(),
    at: instant().notNull(),
    payload: jsonb().notNull(),
  });
}

export type OutboxTable = ReturnType<typeof outboxTable>;

/** Wakes the relay of a schema once the writing transaction commits. */
export const outboxChannel = (schema: string) => `outbox_${schema}`;

/**
 * Writes events in the transaction of their change: both are kept, or neither. Throws on a payload that breaks its shape:
 * here it is the writer's fault and undone with the change, further on it would be lost to every consumer.
 */
export async function recordEvents(
  transaction: Transaction,
  outbox: OutboxTable,
  events: readonly DomainEvent[],
): Promise<void> {
  if (events.length === 0) return;
  for (const { type, payload } of events) eventPayloads[type].parse(payload);
  await insertRows(
    transaction,
    outbox,
    events.map((event) => ({ ...event, at: new Date(event.at) })),
  );
  await transaction.execute(sql`select pg_notify('outbox_' || current_schema(), '')`);
}
