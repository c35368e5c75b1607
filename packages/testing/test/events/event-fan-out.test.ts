import { randomInt } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { PlacedEvent } from '@dateline/events/article-history';
import type { BusPlace } from '@dateline/events/bus-place';
import { type DomainEvent, domainEvent } from '@dateline/events/domain-event';
import { decodePlace, encodePlace } from '@dateline/events/event-cursor';
import { createEventFanOut, type EventFanOut } from '@dateline/events/event-fan-out';
import { followArticle } from '@dateline/events/follow-article';
import { createPostgresBus } from '@dateline/events/postgres-bus';
import { createLogger } from '@dateline/service-kit/logger';
import { proxyTo } from '@dateline/testing/postgres-proxy';
import { createTestDatabase } from '@dateline/testing/test-database';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';

const closing: (() => PromiseLike<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const types = ['comment.posted', 'comment.edited', 'comment.removed'] as const;
const said = (articleId: string, type: (typeof types)[number] = 'comment.posted'): DomainEvent =>
  domainEvent(type, { articleId, commentId: crypto.randomUUID() }, new Date());

async function start({ maxWaiting = 1_000 } = {}) {
  const database = await createTestDatabase({ schema: 'newsdesk' });
  closing.push(() => database[Symbol.asyncDispose]());
  const sql = postgres(database.url, { max: 4, onnotice: () => {} });
  closing.push(() => sql.end({ timeout: 1 }));
  const proxy = await proxyTo(database.url);
  closing.push(() => proxy[Symbol.asyncDispose]());
  const logger = createLogger('test', 'silent');
  const events = createEventFanOut({ url: proxy.url, sql, applicationName: 'fan out', logger, maxWaiting });
  closing.push(events.stop);
  await expect.poll(() => events.place()).not.toBeNull();
  return { database, sql, proxy, events, bus: createPostgresBus(sql) };
}

type Following = { articleId: string; after?: BusPlace | null; signal?: AbortSignal; maxReplayed?: number };
const follow = (events: EventFanOut, { after = null, signal, ...options }: Following) =>
  followArticle(events, { types, after, signal: signal ?? new AbortController().signal, ...options });

/** The first so many events of a stream, which then is left. */
async function take(stream: AsyncGenerator<readonly PlacedEvent[], void> | null, count: number) {
  const taken: PlacedEvent[] = [];
  if (count > 0) for await (const batch of stream ?? []) if (taken.push(...batch) >= count) break;
  return taken;
}

/** Those of the fan-out; the driver opens one for notices beside the one that reads. */
async function connections(sql: postgres.Sql): Promise<number | undefined> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name = 'fan out'`;
  return row?.count;
}

const idsOf = (placed: readonly PlacedEvent[]) => placed.map(({ event }) => event.id);

describe('one listener for a process', () => {
  it('takes no more connections however many listen, and tells each of its own topic only', async () => {
    const { events, bus, sql } = await start();
    const [mine, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const before = await connections(sql);
    const listening = Array.from({ length: 200 }, () => events.listen(mine));
    const byType = events.listen('comment.removed');
    const [first, elsewhere, removed] = [said(mine), said(other), said(mine, 'comment.removed')];
    await bus.publish([first, elsewhere, removed]);
    for (const { next } of listening) expect(idsOf((await next()) as PlacedEvent[])).toEqual([first.id, removed.id]);
    expect(idsOf((await byType.next()) as PlacedEvent[])).toEqual([removed.id]);
    expect(await connections(sql)).toBe(before);
    for (const { close } of [...listening, byType]) close();
    expect(events.listeners()).toBe(0);
  });

  it('keeps so much for who does not take it, and says so when it lets go of it', async () => {
    const { events, bus } = await start({ maxWaiting: 3 });
    const articleId = crypto.randomUUID();
    const [justUnder, justOver, witness] = [
      events.listen(articleId),
      events.listen(articleId),
      events.listen('comment.edited'),
    ];
    await bus.publish([said(articleId), said(articleId), said(articleId)]);
    await expect.poll(() => events.place()?.position).toBe(3);
    expect(await justUnder.next()).toHaveLength(3);
    await bus.publish([said(articleId, 'comment.edited')]);
    await witness.next();
    expect(await justUnder.next()).toHaveLength(1);
    expect(await justOver.next()).toBe('missed');
    const later = said(articleId);
    await bus.publish([later]);
    expect(idsOf((await justOver.next()) as PlacedEvent[])).toEqual([later.id]);
  });

  it('ends who waits when nobody wants more, and forgets them', async () => {
    const { events } = await start();
    const leaving = new AbortController();
    const stream = await follow(events, { articleId: crypto.randomUUID(), signal: leaving.signal });
    const ended = take(stream, 1);
    await turn();
    leaving.abort();
    expect(await ended).toEqual([]);
    expect(events.listeners()).toBe(0);
  });
});

describe('going on after a cursor', () => {
  it('is told what happened since, of this article and of these types, and then what comes', async () => {
    const { events, bus } = await start();
    const articleId = crypto.randomUUID();
    const [before, missed, removed, live] = [
      said(articleId),
      said(articleId),
      said(articleId, 'comment.removed'),
      said(articleId),
    ];
    await bus.publish([before]);
    const [{ place } = { place: null }] =
      (await events.history({
        articleId,
        types,
        after: { position: 0, eventId: null },
        maxEvents: 10,
      })) ?? [];
    await bus.publish([missed, said(crypto.randomUUID()), removed]);
    const stream = await follow(events, { articleId, after: place && decodePlace(encodePlace(place)) });
    const told = take(stream, 3);
    await bus.publish([live]);
    expect(idsOf(await told)).toEqual([missed.id, removed.id, live.id]);
  });

  it('goes back so many events and not one more', async () => {
    const { events, bus } = await start();
    const articleId = crypto.randomUUID();
    const after = { position: 0, eventId: null };
    await bus.publish(Array.from({ length: 5 }, () => said(articleId)));
    expect(await take(await follow(events, { articleId, after, maxReplayed: 5 }), 5)).toHaveLength(5);
    expect(await follow(events, { articleId, after, maxReplayed: 4 })).toBeNull();
    expect(events.listeners()).toBe(0);
  });

  it('says that it cannot when the place is not on the bus any more, or another event stands there', async () => {
    const { events, bus, database } = await start();
    const articleId = crypto.randomUUID();
    const first = said(articleId);
    await bus.publish([first, said(articleId)]);
    const there = { position: 1, eventId: first.id };
    expect(await follow(events, { articleId, after: there })).not.toBeNull();
    expect(await follow(events, { articleId, after: { ...there, eventId: crypto.randomUUID() } })).toBeNull();
    const admin = postgres(database.adminUrl, { max: 1 });
    await admin`delete from bus.events where position = 1`;
    await admin.end();
    expect(await follow(events, { articleId, after: there })).toBeNull();
  });

  it.each([
    '',
    'bm90IGpzb24',
    encodePlace({ position: -1, eventId: null }),
    encodePlace({ position: 1, eventId: 'x' }),
  ])('does not take %j for a place', (cursor) => expect(decodePlace(cursor)).toBeNull());

  it('finds an article’s events by an index', async () => {
    const { sql } = await start();
    const plan = await sql.begin(async (transaction) => {
      await transaction`set local enable_seqscan = off`;
      return transaction`explain select * from bus.events
        where payload->>'articleId' = 'x' and type in ('comment.posted') and position > 7 order by position limit 3`;
    });
    expect(JSON.stringify(plan)).toContain('events_of_article');
  });
});

it('readers that leave and come back at random, slow ones too, and a bus that goes away: no gap, nothing twice', async () => {
  const rounds = process.env['LONG'] ? 40 : 6;
  for (let round = 0; round < rounds; round++) {
    const { events, bus, proxy } = await start({ maxWaiting: 1 + randomInt(4) });
    const articles = [crypto.randomUUID(), crypto.randomUUID()] as const;
    const all = Array.from({ length: 120 }, () => said(articles[randomInt(2)] ?? articles[0], types[randomInt(3)]));
    const readers = Array.from({ length: 8 }, (_, at) => read(events, articles[at % 2] ?? articles[0], all));
    const outage = randomInt(all.length);
    for (let at = 0; at < all.length; ) {
      const size = 1 + randomInt(9);
      if (at <= outage && outage < at + size) await proxy.goAway();
      await bus.publish(all.slice(at, at + size));
      if (at <= outage && outage < at + size) await proxy.comeBack();
      at += size;
    }
    for (const { told, expected } of await Promise.all(readers)) expect(told).toEqual(expected);
    for (const close of closing.splice(0).toReversed()) await close();
  }
}, 120_000);

/** One reader: takes some, dawdles, leaves, and comes back with its last cursor, until it has seen as many as there are. */
async function read(events: EventFanOut, articleId: string, all: readonly DomainEvent[]) {
  const expected = all
    .filter(({ payload }) => 'articleId' in payload && payload.articleId === articleId)
    .map(({ id }) => id);
  const told: string[] = [];
  let after: BusPlace = { position: 0, eventId: null };
  while (told.length < expected.length) {
    const leaving = new AbortController();
    const leaveAfter = 1 + randomInt(20);
    const stream = await follow(events, { articleId, after, signal: leaving.signal });
    let seen = 0;
    for await (const batch of stream ?? []) {
      for (const { event, place } of batch) {
        told.push(event.id);
        after = place;
      }
      seen += batch.length;
      for (let dawdling = randomInt(20); dawdling > 0; dawdling--) await turn();
      if (seen >= leaveAfter || told.length >= expected.length) break;
    }
    leaving.abort();
  }
  return { told, expected };
}
