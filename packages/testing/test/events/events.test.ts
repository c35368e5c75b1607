import { connect, type Database } from '@dateline/db/connect';
import type { Bus } from '@dateline/events/bus';
import { consumerTables, createConsumer, type Handlers } from '@dateline/events/consumer';
import { type DomainEvent, domainEvent } from '@dateline/events/domain-event';
import { outboxTable, recordEvents } from '@dateline/events/outbox';
import { createOutboxRelay } from '@dateline/events/outbox-relay';
import { createPostgresBus } from '@dateline/events/postgres-bus';
import { createLogger } from '@dateline/service-kit/logger';
import { type PostgresProxy, proxyTo } from '@dateline/testing/postgres-proxy';
import { createTestDatabase } from '@dateline/testing/test-database';
import { sql } from 'drizzle-orm';
import { pgSchema } from 'drizzle-orm/pg-core';
import { afterEach, describe, expect, it } from 'vitest';

const schema = pgSchema('newsdesk');
const outbox = outboxTable(schema);
const tables = consumerTables(schema);
const logger = createLogger('test', 'silent');
const now = new Date('2026-01-01T00:00:00.000Z');

const closing: (() => PromiseLike<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function start({ through = (url: string) => Promise.resolve(url) } = {}) {
  const database = await createTestDatabase({ schema: 'newsdesk' });
  closing.push(() => database[Symbol.asyncDispose]());
  const connection = connect(await through(database.url), { applicationName: 'test', schema: 'newsdesk' });
  closing.push(() => connection.close());
  await connection.sql.unsafe(`
    create table newsdesk.outbox (position bigint generated always as identity primary key, id uuid not null unique,
      type text not null, at timestamptz not null, payload jsonb not null);
    create table newsdesk.consumer_positions (consumer text primary key, position bigint not null);
    create table newsdesk.parked_events (consumer text, event_id uuid, event jsonb not null, reason text not null,
      parked_at timestamptz not null default now(), primary key (consumer, event_id));
    create table newsdesk.effects (event_id uuid not null, number bigint generated always as identity);`);
  return { database, connection, db: connection.db, bus: createPostgresBus(connection.sql) };
}

/** How many connections to the database listen to the bus or an outbox at the moment, asked from outside. */
async function listeners({ adminUrl }: { adminUrl: string }): Promise<number> {
  const admin = connect(adminUrl, { applicationName: 'asking', schema: 'public', maxConnections: 1 });
  const [row] =
    await admin.sql`select count(*)::int as count from pg_stat_activity where datname = current_database() and query like 'listen %'`;
  await admin.close();
  return row?.['count'];
}

const published = (articleId = crypto.randomUUID()): DomainEvent<'article.published'> =>
  domainEvent('article.published', { articleId, slug: 'a', language: 'en', revision: 1 }, now);

const record = (db: Database, events: readonly DomainEvent[]) =>
  db.transaction((transaction) => recordEvents(transaction, outbox, events));

async function relayOf({ connection, bus }: Pick<Awaited<ReturnType<typeof start>>, 'connection' | 'bus'>) {
  const relay = createOutboxRelay({ sql: connection.sql, schema: 'newsdesk', bus, logger });
  await relay.start();
  closing.push(relay.stop);
  return relay;
}

async function consumerOf({ db, bus }: { db: Database; bus: Bus }, handlers: Handlers) {
  const consumer = createConsumer({ name: 'test', db, tables, bus, handlers, logger });
  await consumer.start();
  closing.push(consumer.stop);
  return consumer;
}

const effectsOf = async (db: Database) =>
  (await db.execute(sql`select event_id from newsdesk.effects order by number`)).map((row) => row['event_id']);

const writeEffect: Handlers = {
  'article.published': async (event, transaction) =>
    void (await transaction.execute(sql`insert into newsdesk.effects (event_id) values (${event.id})`)),
};

describe('events', () => {
  it('reach a consumer in the order of their making, each once', async () => {
    const house = await start();
    await relayOf(house);
    await consumerOf(house, writeEffect);
    const events = Array.from({ length: 30 }, () => published());
    for (const event of events) await record(house.db, [event]);
    await expect.poll(() => effectsOf(house.db)).toEqual(events.map(({ id }) => id));
  });

  it('are not told of a change that was rolled back', async () => {
    const house = await start();
    await relayOf(house);
    const rolledBack = house.db.transaction(async (transaction) => {
      await recordEvents(transaction, outbox, [published()]);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    const kept = published();
    await record(house.db, [kept]);
    await expect.poll(async () => (await house.bus.read(0, 10)).map(({ event }) => event?.id)).toEqual([kept.id]);
  });

  it('are on the bus once when the relay dies between the bus and its outbox', async () => {
    const house = await start();
    const event = published();
    await house.bus.publish([event]); // The relay got so far, and its outbox still holds the row.
    await record(house.db, [event]);
    await relayOf(house);
    await expect.poll(async () => house.db.select().from(outbox)).toEqual([]);
    expect(await house.bus.read(0, 10)).toHaveLength(1);
  });

  it('take effect once, although two processes of a service consume them', async () => {
    const house = await start();
    await relayOf(house);
    await consumerOf(house, writeEffect);
    await consumerOf(house, writeEffect);
    const events = Array.from({ length: 20 }, () => published());
    await record(house.db, events);
    await expect.poll(() => effectsOf(house.db)).toEqual(events.map(({ id }) => id));
  });

  it('that are none of a consumer’s business are passed over together, and none that is lies among them', async () => {
    const house = await start();
    const others = () => domainEvent('front.curated', { slug: 'home' }, now);
    const wanted = [published(), published(), published()] as const;
    const many = (count: number) => Array.from({ length: count }, others);
    await house.bus.publish([...many(40), wanted[0], wanted[1], ...many(30), wanted[2], ...many(50)]);
    let moves = 0;
    const counting = connect(house.database.url, {
      applicationName: 'test',
      schema: 'newsdesk',
      onStatement: (statement) => (moves += statement.startsWith('update "newsdesk"."consumer_positions"') ? 1 : 0),
    });
    closing.push(() => counting.close());
    await consumerOf({ db: counting.db, bus: house.bus }, writeEffect);
    const last = (await house.bus.read(0, 200)).at(-1)?.position;
    const { consumerPositions } = tables;
    await expect.poll(() => house.db.select().from(consumerPositions)).toEqual([{ consumer: 'test', position: last }]);
    expect(await effectsOf(house.db)).toEqual(wanted.map(({ id }) => id));
    expect(moves).toBe(6);
  });

  it('that a handler cannot take at first take effect when it can, once', async () => {
    const house = await start();
    await relayOf(house);
    let failures = 2;
    await consumerOf(house, {
      'article.published': async (event, transaction) => {
        await writeEffect['article.published']?.(event, transaction);
        if (failures-- > 0) throw new Error('not yet');
      },
    });
    const event = published();
    await record(house.db, [event]);
    await expect.poll(() => effectsOf(house.db), { timeout: 10_000 }).toEqual([event.id]);
  });

  it('that can never be handled are parked with the reason, and hold up nobody', async () => {
    const house = await start();
    const poison = published();
    const good = published();
    const consumer = createConsumer({
      name: 'test',
      db: house.db,
      tables,
      bus: house.bus,
      logger,
      handlers: {
        'article.published': async (event, transaction) => {
          if (event.id === poison.id) throw new Error('poison');
          await writeEffect['article.published']?.(event, transaction);
        },
      },
    });
    await house.bus.publish([poison, good]);
    for (let attempt = 0; attempt < 9; attempt += 1) await expect(consumer.flush()).rejects.toThrow('poison');
    await consumer.flush();
    expect(await effectsOf(house.db)).toEqual([good.id]);
    expect(await house.db.select().from(tables.parkedEvents)).toMatchObject([{ eventId: poison.id, reason: 'poison' }]);
  });

  it('go on after every connection was ended by the server', async () => {
    const house = await start();
    await relayOf(house);
    await consumerOf(house, writeEffect);
    const events = [published(), published()];
    await record(house.db, events.slice(0, 1));
    await expect.poll(() => effectsOf(house.db)).toHaveLength(1);
    const admin = connect(house.database.adminUrl, { applicationName: 'ending', schema: 'public', maxConnections: 1 });
    await admin.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    await admin.close();
    await expect.poll(() => record(house.db, events.slice(1)).catch(() => 'away')).toBeUndefined();
    await expect
      .poll(() => effectsOf(house.db).catch(() => 'away'), { timeout: 8_000 })
      .toEqual(events.map(({ id }) => id));
    await expect.poll(() => listeners(house.database)).toBeGreaterThan(0);
  });

  it('are listened for again after a restart of Postgres that outlasted the first try to reconnect', async () => {
    let proxy: PostgresProxy | undefined;
    const house = await start({
      through: async (url) => {
        proxy = await proxyTo(url);
        return proxy.url;
      },
    });
    await consumerOf(house, writeEffect);
    expect(await listeners(house.database)).toBe(1);
    await proxy?.goAway();
    await expect(house.connection.sql`select 1`).rejects.toThrow();
    await expect.poll(() => listeners(house.database)).toBe(0);
    await proxy?.comeBack();
    await expect.poll(() => listeners(house.database), { timeout: 15_000 }).toBe(1);
    const event = published();
    await house.bus.publish([event]);
    await expect.poll(() => effectsOf(house.db)).toEqual([event.id]);
  }, 30_000);

  it('keep their place when a second process parks what another one parked long ago', async () => {
    const house = await start();
    const [poison, good] = [published(), published()];
    const handlers: Handlers = {
      'article.published': async (event, transaction) => {
        if (event.id === poison.id) throw new Error('poison');
        await writeEffect['article.published']?.(event, transaction);
      },
    };
    const consumer = (db: Database) => createConsumer({ name: 'test', db, tables, bus: house.bus, logger, handlers });
    const first = consumer(house.db);
    let transactions = 0;
    // The second's eleventh transaction is the one that parks; the first parks and goes on just before it.
    const late: Database = Object.create(house.db, {
      transaction: {
        value: async (work: Parameters<Database['transaction']>[0]) => {
          transactions += 1;
          if (transactions === 11) await first.flush();
          return house.db.transaction(work);
        },
      },
    });
    await house.bus.publish([poison, good]);
    const second = consumer(late);
    for (const pump of [first, second]) {
      for (let attempt = 0; attempt < 9; attempt += 1) await expect(pump.flush()).rejects.toThrow('poison');
    }
    await second.flush();
    expect(await effectsOf(house.db)).toEqual([good.id]);
  });

  it('of a type from the future are carried to the bus, for the processes that know it', async () => {
    const house = await start();
    await house.connection
      .sql`insert into newsdesk.outbox (id, type, at, payload) values (${crypto.randomUUID()}, 'article.translated', now(), '{"to": "ar"}')`;
    await record(house.db, [published()]);
    await relayOf(house);
    await expect.poll(async () => house.db.select().from(outbox)).toEqual([]);
    const types = await house.connection.sql`select type, payload from bus.events order by position`;
    expect(types).toMatchObject([{ type: 'article.translated', payload: { to: 'ar' } }, { type: 'article.published' }]);
  });

  it('that break their shape are refused with the change that they tell of', async () => {
    const house = await start();
    const broken = { ...published(), payload: { articleId: 'none', slug: 'a', language: 'en', revision: 1 } };
    await expect(record(house.db, [broken])).rejects.toThrow(/articleId/);
    expect(await house.db.select().from(outbox)).toEqual([]);
  });

  it('of a type from the future are passed over', async () => {
    const house = await start();
    await house.connection
      .sql`insert into bus.events (id, type, at, payload) values (${crypto.randomUUID()}, 'article.translated', now(), '{}')`;
    const event = published();
    await house.bus.publish([event]);
    const consumer = createConsumer({
      name: 'test',
      db: house.db,
      tables,
      bus: house.bus,
      handlers: writeEffect,
      logger,
    });
    await consumer.flush();
    expect(await effectsOf(house.db)).toEqual([event.id]);
  });

  it('cannot be changed or removed on the bus by a service', async () => {
    const house = await start();
    await house.bus.publish([published()]);
    await expect(house.connection.sql`delete from bus.events`).rejects.toThrow(/permission denied/);
    await expect(house.connection.sql`update bus.events set type = 'x'`).rejects.toThrow(/permission denied/);
  });
});
