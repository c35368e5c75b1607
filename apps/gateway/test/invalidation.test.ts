import { type DomainEvent, domainEvent } from '@dateline/events/domain-event';
import { createOutboxRelay } from '@dateline/events/outbox-relay';
import { createPostgresBus } from '@dateline/events/postgres-bus';
import { createLogger } from '@dateline/service-kit/logger';
import { proxyTo } from '@dateline/testing/postgres-proxy';
import { createTestDatabase } from '@dateline/testing/test-database';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';
import type { Purgeable } from '../src/invalidation/purgeable.ts';
import { startInvalidation } from '../src/invalidation/start-invalidation.ts';

const logger = createLogger('test', 'silent');
const closing: (() => PromiseLike<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A cache that keeps what it is told, and when. */
function recordingCache() {
  const purged: { readonly tags: readonly string[]; readonly atMs: number }[] = [];
  const counts = { all: 0, stale: 0 };
  const cache: Required<Purgeable> = {
    purge: (tags) => purged.push({ tags, atMs: performance.now() }),
    purgeAll: () => ++counts.all,
    expireAll: () => ++counts.stale,
  };
  return { cache, purged, counts, tags: () => purged.flatMap(({ tags }) => tags) };
}

async function start({ gateways = 1 } = {}) {
  const database = await createTestDatabase({ schema: 'newsdesk' });
  closing.push(() => database[Symbol.asyncDispose]());
  const admin = postgres(database.adminUrl, { max: 4, onnotice: () => {} });
  closing.push(() => admin.end());
  const proxy = await proxyTo(database.url);
  closing.push(() => proxy[Symbol.asyncDispose]());
  const processes = Array.from({ length: gateways }, () => {
    const kept = recordingCache();
    const invalidation = startInvalidation({ databaseUrl: proxy.url, logger, caches: [kept.cache] });
    closing.push(invalidation.stop);
    return { ...kept, invalidation };
  });
  const [first] = processes;
  if (!first) throw new Error('No gateway.');
  for (const { invalidation } of processes) {
    await expect.poll(() => invalidation.checks['events']?.(), { timeout: 5_000 }).toBeNull();
  }
  return { admin, bus: createPostgresBus(admin), proxy, processes, ...first };
}

const updated = (slug = 'port') =>
  domainEvent('article.updated', { articleId: crypto.randomUUID(), slug, language: 'en', revision: 2 }, new Date());
const tagsFor = ({ payload }: DomainEvent<'article.updated'>) => [
  `Article:${payload.articleId}`,
  `article-${payload.articleId}`,
  `article-${payload.slug}`,
  'articles',
];

describe('the caches', () => {
  it('begin anew when the gateway first hears of the bus', async () => {
    const { counts } = await start();
    expect(counts.all).toBe(1);
  });

  it('are purged of a change within two seconds of its commit, by way of outbox, relay and bus, each time', async () => {
    const { admin, bus, purged } = await start();
    await admin.unsafe(`create table newsdesk.outbox (position bigint generated always as identity primary key,
      id uuid not null unique, type text not null, at timestamptz not null, payload jsonb not null)`);
    const relay = createOutboxRelay({ sql: admin, schema: 'newsdesk', bus, logger });
    await relay.start();
    closing.push(relay.stop);
    const delaysMs: number[] = [];
    for (let change = 1; change <= 20; change += 1) {
      const { id, type, at, payload } = updated(`story-${change}`);
      await admin.begin(async (transaction) => {
        await transaction`insert into newsdesk.outbox (id, type, at, payload) values (${id}, ${type}, ${at}, ${JSON.stringify(payload)}::text::jsonb)`;
        await transaction`select pg_notify('outbox_newsdesk', '')`;
      });
      const committedAtMs = performance.now();
      await expect.poll(() => purged.length, { interval: 5, timeout: 5_000 }).toBe(change);
      delaysMs.push((purged.at(-1)?.atMs ?? Number.POSITIVE_INFINITY) - committedAtMs);
    }
    expect(Math.max(...delaysMs)).toBeLessThan(2_000);
    process.stdout.write(`commit to purge: at most ${Math.round(Math.max(...delaysMs))} ms in 20 changes\n`);
  });

  it('of each process are purged: each follows the bus for itself', async () => {
    const { bus, processes } = await start({ gateways: 3 });
    const event = updated();
    await bus.publish([event]);
    for (const { tags } of processes) await expect.poll(tags).toEqual(tagsFor(event));
  });

  it('are purged of what changed while the database was away', async () => {
    const { bus, proxy, tags, counts } = await start();
    await proxy.goAway();
    const event = updated();
    await bus.publish([event]);
    await proxy.comeBack();
    await expect.poll(tags, { timeout: 10_000 }).toEqual(tagsFor(event));
    expect(counts.all).toBe(1);
  });

  it('count as stale within two seconds of deafness, again and again, and no more once events are heard', async () => {
    const { proxy, counts, invalidation } = await start();
    const staleBefore = counts.stale;
    const deafAtMs = performance.now();
    await proxy.goAway();
    await expect.poll(() => counts.stale, { interval: 10, timeout: 5_000 }).toBeGreaterThan(staleBefore);
    expect(performance.now() - deafAtMs).toBeLessThan(2_000);
    await expect.poll(() => counts.stale, { timeout: 5_000 }).toBeGreaterThan(staleBefore + 1);
    await expect.poll(() => invalidation.checks['events']?.(), { timeout: 5_000 }).toBe('not heard');
    expect(counts.all).toBe(1);
    await proxy.comeBack();
    await expect.poll(() => invalidation.checks['events']?.(), { timeout: 5_000 }).toBeNull();
  });

  it('are emptied when what was missed cannot be known, and by events that nobody here knows', async () => {
    const { admin, bus, proxy, counts, tags } = await start();
    const event = updated();
    await bus.publish([event]);
    await expect.poll(tags).toEqual(tagsFor(event));
    await proxy.goAway();
    await admin`delete from bus.events`;
    await proxy.comeBack();
    await expect.poll(() => counts.all, { timeout: 10_000 }).toBe(2);
    await admin`insert into bus.events (id, type, at, payload) values (gen_random_uuid(), 'article.translated', now(), '{}')`;
    await expect.poll(() => counts.all, { timeout: 5_000 }).toBe(3);
  });

  it('are stale from the start while the bus has never been heard, and the gateway does not wait for it', async () => {
    const { cache, counts } = recordingCache();
    const url = 'postgres://nobody:nothing@127.0.0.1:1/nowhere';
    const invalidation = startInvalidation({ databaseUrl: url, logger, caches: [cache] });
    closing.push(invalidation.stop);
    expect(await invalidation.checks['events']?.()).toBe('not heard');
    await expect.poll(() => counts.stale, { timeout: 3_000 }).toBeGreaterThan(0);
  });

  it('without staleness of their own are emptied in its place', async () => {
    const emptied: string[] = [];
    const cache: Purgeable = { purge: () => 0, purgeAll: () => emptied.push('all') };
    const url = 'postgres://nobody:nothing@127.0.0.1:1/nowhere';
    closing.push(startInvalidation({ databaseUrl: url, logger, caches: [cache] }).stop);
    await expect.poll(() => emptied.length, { timeout: 3_000 }).toBeGreaterThan(0);
  });

  it('when there are none, nothing follows the bus', async () => {
    const url = 'postgres://nobody:nothing@127.0.0.1:1/nowhere';
    expect(startInvalidation({ databaseUrl: url, logger, caches: [] }).checks).toEqual({});
  });

  it('are left alone when no database is named', async () => {
    const { cache, counts, purged } = recordingCache();
    const { checks, stop } = startInvalidation({ databaseUrl: null, logger, caches: [cache] });
    await stop();
    expect([checks, counts, purged]).toEqual([{}, { all: 0, stale: 0 }, []]);
  });
});
