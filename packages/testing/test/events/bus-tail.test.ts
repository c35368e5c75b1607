import { type BusTail, followBus } from '@dateline/events/bus-tail';
import { type DomainEvent, domainEvent } from '@dateline/events/domain-event';
import { createBusTables, createPostgresBus } from '@dateline/events/postgres-bus';
import { createLogger } from '@dateline/service-kit/logger';
import { type PostgresProxy, proxyTo } from '@dateline/testing/postgres-proxy';
import { createTestDatabase } from '@dateline/testing/test-database';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';

const closing: (() => PromiseLike<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const published = (): DomainEvent =>
  domainEvent(
    'article.published',
    { articleId: crypto.randomUUID(), slug: 'a', language: 'en', revision: 1 },
    new Date(),
  );

/** A bus, and a tail on it by way of a proxy that can go away. */
async function start({ before = [] as readonly DomainEvent[] } = {}) {
  const database = await createTestDatabase({ schema: 'newsdesk' });
  closing.push(() => database[Symbol.asyncDispose]());
  const admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
  closing.push(() => admin.end());
  const bus = createPostgresBus(admin);
  await bus.publish(before);
  const proxy = await proxyTo(database.url);
  closing.push(() => proxy[Symbol.asyncDispose]());
  const seen: (string | undefined)[] = [];
  let gaps = 0;
  const tail = followBus({
    url: proxy.url,
    applicationName: 'tail',
    logger: createLogger('test', 'silent'),
    onEvents: (events) => seen.push(...events.map((event) => event?.id)),
    onGap: () => {
      gaps += 1;
    },
  });
  closing.push(tail.stop);
  await expect.poll(() => tail.heardAtMs()).not.toBeNull();
  return { admin, bus, proxy, tail, seen, gaps: () => gaps };
}

const outage = async (proxy: PostgresProxy, tail: BusTail, meanwhile: () => Promise<unknown>) => {
  await proxy.goAway();
  const lastHeard = tail.heardAtMs() ?? 0;
  await meanwhile();
  await proxy.comeBack();
  await expect.poll(() => tail.heardAtMs(), { timeout: 10_000 }).toBeGreaterThan(lastHeard);
};

describe('a tail on the bus', () => {
  it('tells what happens from now on, in order and each once, and nothing of before', async () => {
    const { bus, seen, gaps } = await start({ before: [published(), published()] });
    const events = Array.from({ length: 30 }, published);
    for (const event of events) await bus.publish([event]);
    await expect.poll(() => seen).toEqual(events.map(({ id }) => id));
    expect(gaps()).toBe(1);
  });

  it('begins on an empty bus too, and reads more than a batch', async () => {
    const { bus, seen } = await start();
    const events = Array.from({ length: 1_200 }, published);
    await bus.publish(events);
    await expect.poll(() => seen, { timeout: 5_000 }).toEqual(events.map(({ id }) => id));
  });

  it('tells what it missed while the database was away, each once', async () => {
    const { bus, proxy, tail, seen, gaps } = await start({ before: [published()] });
    const [first, missed, last] = [published(), published(), published()];
    await bus.publish([first]);
    await expect.poll(() => seen).toHaveLength(1);
    await outage(proxy, tail, () => bus.publish([missed]));
    await bus.publish([last]);
    await expect.poll(() => seen).toEqual([first.id, missed.id, last.id]);
    expect(gaps()).toBe(1);
  }, 20_000);

  it('tells of a gap when the place it had reached is gone, and goes on from the end', async () => {
    const { admin, bus, proxy, tail, seen, gaps } = await start({ before: [published()] });
    await outage(proxy, tail, async () => {
      await bus.publish([published()]);
      await admin`delete from bus.events`;
      await bus.publish([published()]);
    });
    expect(gaps()).toBe(2);
    const next = published();
    await bus.publish([next]);
    await expect.poll(() => seen).toEqual([next.id]);
  }, 20_000);

  it('tells of a gap when another event stands at its place: a database put back', async () => {
    const { admin, proxy, tail, gaps } = await start({ before: [published()] });
    await outage(proxy, tail, () => admin`update bus.events set id = gen_random_uuid()`);
    expect(gaps()).toBe(2);
  }, 20_000);

  it('tells of events that are from the future as of something unknown', async () => {
    const { admin, seen } = await start();
    await admin`insert into bus.events (id, type, at, payload) values (gen_random_uuid(), 'article.translated', now(), '{}')`;
    await expect.poll(() => seen).toEqual([undefined]);
  });

  it('hears nothing while the database hangs, and says since when', async () => {
    const { admin, bus, tail, seen } = await start();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const holding = admin.begin(async (transaction) => {
      await transaction`lock table bus.events in access exclusive mode`;
      await held;
    });
    await expect.poll(() => performance.now() - (tail.heardAtMs() ?? 0), { timeout: 5_000 }).toBeGreaterThan(1_500);
    release();
    await holding;
    const event = published();
    await bus.publish([event]);
    await expect.poll(() => seen, { timeout: 5_000 }).toEqual([event.id]);
  }, 20_000);

  it('hears of an event within two seconds also when no notice comes', async () => {
    const { admin, seen } = await start();
    const { id, type, payload } = published();
    await admin`insert into bus.events (id, type, at, payload) values (${id}, ${type}, now(), ${JSON.stringify(payload)}::text::jsonb)`;
    await expect.poll(() => seen, { timeout: 2_000 }).toEqual([id]);
  });

  it('needs no more than to read', async () => {
    const database = await createTestDatabase({ schema: 'newsdesk' });
    closing.push(() => database[Symbol.asyncDispose]());
    const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
    closing.push(() => admin.end());
    const role = `reader_${crypto.randomUUID().replaceAll('-', '')}`;
    await admin.unsafe(`create role ${role} login password 'test'`);
    closing.push(() => admin.unsafe(`drop owned by ${role}; drop role ${role}`));
    await createBusTables(admin, { roles: [], readers: [role] });
    const url = new URL(database.adminUrl);
    [url.username, url.password] = [role, 'test'];
    const seen: unknown[] = [];
    const tail = followBus({
      url: url.href,
      applicationName: 'tail',
      logger: createLogger('test', 'silent'),
      onEvents: (events) => seen.push(...events),
      onGap: () => {},
    });
    closing.push(tail.stop);
    await expect.poll(() => tail.heardAtMs()).not.toBeNull();
    const event = published();
    await createPostgresBus(admin).publish([event]);
    await expect.poll(() => seen).toEqual([event]);
    const reader = postgres(url.href, { max: 1 });
    closing.push(() => reader.end());
    await expect(
      reader`insert into bus.events (id, type, at, payload) values (gen_random_uuid(), 'x', now(), '{}')`,
    ).rejects.toThrow(/denied/);
  });
});
