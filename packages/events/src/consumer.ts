import { instant } from '@dateline/db/columns';
import type { Database, Transaction } from '@dateline/db/connect';
import type { Logger } from '@dateline/service-kit/logger';
import { eq } from 'drizzle-orm';
import { bigint, jsonb, type PgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Bus, BusEvent } from './bus.ts';
import type { DomainEvent, EventType } from './domain-event.ts';
import { createPump, type Pump } from './pump.ts';

/** How far each consumer of a service has read, and the events that it could not handle. */
export function consumerTables(schema: PgSchema) {
  return {
    consumerPositions: schema.table('consumer_positions', {
      consumer: text().primaryKey(),
      position: bigint({ mode: 'number' }).notNull(),
    }),
    parkedEvents: schema.table(
      'parked_events',
      {
        consumer: text().notNull(),
        eventId: uuid().notNull(),
        event: jsonb().notNull(),
        reason: text().notNull(),
        parkedAt: instant().notNull().defaultNow(),
      },
      (table) => [primaryKey({ columns: [table.consumer, table.eventId] })],
    ),
  };
}

export type Handlers = {
  readonly [Type in EventType]?: (event: DomainEvent<Type>, transaction: Transaction) => Promise<void>;
};

export interface ConsumerOptions {
  readonly name: string;
  readonly db: Database;
  readonly tables: ReturnType<typeof consumerTables>;
  readonly bus: Bus;
  readonly handlers: Handlers;
  readonly logger: Logger;
}

const batchSize = 200;
const maxAttempts = 10;

/**
 * Reads the bus from where it stopped. An event's effect and the new position are one transaction, so each event takes
 * effect once, also after a crash. One that fails ten times is parked with its reason, and does not hold up the rest.
 */
export function createConsumer({ name, db, tables, bus, handlers, logger }: ConsumerOptions): Pump {
  const { consumerPositions, parkedEvents } = tables;
  const attempts = new Map<string, number>();

  const handle = ({ position, event }: BusEvent) =>
    db.transaction(async (transaction) => {
      if ((await lockPosition(transaction)) >= position) return;
      if (event) await handlerOf(handlers, event.type)?.(event, transaction);
      else logger.warn({ position }, `${name} passed over an event that it does not know`);
      await advance(transaction, position);
    });

  const park = (position: number, event: DomainEvent, reason: string) =>
    db.transaction(async (transaction) => {
      // Another process may have parked it and gone on: its place is never put back.
      if ((await lockPosition(transaction)) >= position) return;
      await transaction
        .insert(parkedEvents)
        .values({ consumer: name, eventId: event.id, event, reason })
        .onConflictDoNothing();
      await advance(transaction, position);
    });

  async function lockPosition(transaction: Transaction): Promise<number> {
    await transaction.insert(consumerPositions).values({ consumer: name, position: 0 }).onConflictDoNothing();
    const [row] = await transaction
      .select()
      .from(consumerPositions)
      .where(eq(consumerPositions.consumer, name))
      .for('update');
    return row?.position ?? 0;
  }

  async function advance(transaction: Transaction, position: number): Promise<void> {
    await transaction.update(consumerPositions).set({ position }).where(eq(consumerPositions.consumer, name));
  }

  const passOver = (position: number) =>
    db.transaction(async (transaction) => {
      if ((await lockPosition(transaction)) < position) await advance(transaction, position);
    });

  async function step(): Promise<boolean> {
    const [row] = await db.select().from(consumerPositions).where(eq(consumerPositions.consumer, name));
    const events = await bus.read(row?.position ?? 0, batchSize);
    for (const [index, busEvent] of events.entries()) {
      if (!isForOthers(busEvent)) await handleOrPark(busEvent);
      // What follows one another and is none of its business is passed over in one transaction, with the last of it.
      else if (!isForOthers(events[index + 1])) await passOver(busEvent.position);
    }
    return events.length === batchSize;
  }

  /** Known, and without a handler here. */
  function isForOthers(busEvent: BusEvent | undefined): boolean {
    return busEvent?.event != null && handlerOf(handlers, busEvent.event.type) === undefined;
  }

  async function handleOrPark(busEvent: BusEvent): Promise<void> {
    const { position, event } = busEvent;
    try {
      await handle(busEvent);
    } catch (error) {
      if (!event) throw error;
      const attempt = (attempts.get(event.id) ?? 0) + 1;
      attempts.set(event.id, attempt);
      if (attempt < maxAttempts) throw error;
      logger.error({ err: error, eventId: event.id, type: event.type, attempt }, `${name} parked an event`);
      await park(position, event, error instanceof Error ? error.message : String(error));
    }
    if (event) attempts.delete(event.id);
  }

  return createPump({ name: `consumer ${name}`, logger, step, wakeOn: (wake) => bus.listen(wake) });
}

/** The handler of a type takes just its events; TypeScript cannot follow that through the table. */
function handlerOf(handlers: Handlers, type: EventType) {
  return handlers[type] as ((event: DomainEvent, transaction: Transaction) => Promise<void>) | undefined;
}
