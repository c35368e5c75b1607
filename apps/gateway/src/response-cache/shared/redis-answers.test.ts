import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { viewerKeys } from '../cache-key.ts';
import { createResponseCache, type Fill, type ResponseCache } from '../response-cache.ts';
import { asking, failed, forAll, forOne, heldFill, made, settle, standingClock } from '../test/made-answers.ts';
import { createTestRedis, hasRedis, type TestRedis } from '../test/redis-for-tests.ts';
import { createRedisAnswers } from './redis-answers.ts';
import type { SharedAnswers } from './shared-answers.ts';

const policy = { ...forAll, maxAgeSeconds: 60, staleIfErrorSeconds: 600 };
const never = () => Promise.reject(new Error('nothing was to be fetched'));
const page = (text: string, tags: readonly string[] = ['a']) => made(text, policy, tags);
const there = hasRedis();

/** A process: a cache of its own before the Redis that it shares with the others. */
interface Gateway {
  readonly cache: ResponseCache;
  readonly shared: SharedAnswers;
  readonly changes: (string | null)[];
}

describe.skipIf(!there)('the shared level in Redis', () => {
  let redis: TestRedis;
  let prefix = '';
  let tests = 0;
  const running: Gateway[] = [];

  beforeAll(async () => {
    redis = await createTestRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(() => {
    prefix = `test:${++tests}`;
  });
  afterEach(async () => {
    for (const gateway of running.splice(0)) await gateway.cache.close();
  });

  function create(options: { catchUpMs?: number; maxPurgedTags?: number } = {}): Gateway {
    const changes: (string | null)[] = [];
    const onChange = (change: string | null) => changes.push(change);
    const shared = createRedisAnswers({ url: redis.url, prefix, catchUpMs: 50, onChange, ...options });
    const gateway = { cache: createResponseCache({ shared }), shared, changes };
    running.push(gateway);
    return gateway;
  }

  async function start(options?: Parameters<typeof create>[0]): Promise<Gateway> {
    const gateway = create(options);
    await ready(gateway);
    return gateway;
  }

  const ready = (gateway: Gateway) =>
    expect.poll(() => gateway.shared.isReady, { timeout: 10_000, interval: 5 }).toBe(true);
  const away = (gateway: Gateway) =>
    expect.poll(() => gateway.shared.isReady, { timeout: 10_000, interval: 5 }).toBe(false);
  /** Writes go in the background, in order: when a purge of nothing that is there has come through, so have they. */
  const written = (gateway: Gateway) => gateway.shared.purge(['no such tag']);
  const text = async (gateway: Gateway, fill: Fill = never, operation = '{ a }') =>
    JSON.parse((await gateway.cache.answer(asking({ operation, text: operation }), fill)).body.toString()).data;

  it('gives an answer to processes that have not made it, with its tags, policy and age', async () => {
    const [one, other] = [await start(), await start()];
    await text(one, async () => page('ä\u2028', ['Article:1', 'list, "é"']));
    await written(one);
    const got = await other.cache.answer(asking(), never);
    expect(JSON.parse(got.body.toString())).toEqual({ data: 'ä\u2028' });
    expect(got.entry).toMatchObject({ policy, tags: ['Article:1', 'list, "é"'], isForEverybody: true });
    const age = other.cache.now() - (got.entry?.storedAtMs ?? 0);
    expect(age).toBeGreaterThan(0);
    expect(age).toBeLessThan(5_000);
    expect(other.cache.counts.sharedHits).toBe(1);
    // From now on it is its own.
    expect(other.cache.lookup(asking().viewer, '{ a }') ?? got.entry).toBe(got.entry);
  });

  it('is written with an end, and read no longer than that', async () => {
    const one = await start();
    const clock = standingClock();
    await text(one, async () => page('old'));
    await written(one);
    const keys = await redis.command('KEYS', `{${prefix}}:answer:*`);
    expect(keys).toHaveLength(1);
    const msToLive = Number(await redis.command('PTTL', String(Array.isArray(keys) ? keys[0] : '')));
    expect(msToLive).toBeGreaterThan(650_000);
    expect(msToLive).toBeLessThanOrEqual(660_000);
    // Another process finds it stale: good enough only while nothing better is to be had.
    await redis.command('PEXPIRE', String(Array.isArray(keys) ? keys[0] : ''), '599000');
    const other = createResponseCache({ shared: one.shared, clock: clock.now });
    expect(await other.answer(asking(), async () => failed())).toMatchObject({ outcome: 'STALE_IF_ERROR' });
    expect((await other.answer(asking(), async () => page('new'))).body.toString()).toContain('new');
  });

  it('never sees a PRIVATE answer, nor gives one class what is another’s', async () => {
    const [one, other] = [await start(), await start()];
    const ada = viewerKeys({ id: 'ada', displayName: 'Ada', roles: ['READER'] });
    await one.cache.answer(asking({ viewer: ada }), async () => made('hers', forOne));
    await one.cache.answer(asking({ viewer: ada, operation: 'class' }), async () => page('readers'));
    await written(one);
    expect(await redis.command('KEYS', `{${prefix}}:answer:*`)).toHaveLength(1);
    expect(await text(other, async () => page('everybody'), 'class')).toBe('everybody');
    const bob = viewerKeys({ id: 'bob', displayName: 'Bob', roles: ['READER'] });
    expect((await other.cache.answer(asking({ viewer: bob, operation: 'class' }), never)).outcome).toBe('MISS');
  });

  it('forgets what it has of an operation that turns out to be PRIVATE', async () => {
    const [one, other] = [await start(), await start()];
    await one.cache.answer(asking({ variables: { n: 1 } }), async () => page('for all'));
    await written(one);
    await one.cache.answer(asking({ variables: { n: 2 } }), async () => made('for one', forOne));
    await written(one);
    const answer = await other.cache.answer(asking({ variables: { n: 1 } }), async () => page('anew'));
    expect(answer.body.toString()).toContain('anew');
  });

  it('gives nothing of an operation that turned out to be PRIVATE while Redis was asked', async () => {
    const [one, other] = [await start(), await start()];
    await one.cache.answer(asking({ variables: { n: 1 } }), async () => page('for all'));
    await written(one);
    const asked = heldFill();
    const slow = { ...other.shared, read: (key: string) => asked.fill().then(() => other.shared.read(key)) };
    const cache = createResponseCache({ shared: slow });
    const answer = cache.answer(asking({ variables: { n: 1 } }), async () => made('anew', forOne));
    await expect.poll(() => asked.count).toBe(1);
    const first = asked.last;
    const turning = cache.answer(asking({ variables: { n: 2 } }), async () => made('for one', forOne));
    await expect.poll(() => asked.count).toBe(2);
    asked.last.land(page(''));
    await turning;
    first.land(page(''));
    expect((await answer).body.toString()).toContain('anew');
  });

  it('tells other processes of a purge at once, and gives nobody what is older', async () => {
    const [one, other] = [await start({ catchUpMs: 60_000 }), await start({ catchUpMs: 60_000 })];
    await text(one, async () => page('old'));
    await written(one);
    expect(await text(other)).toBe('old');
    expect(await one.cache.purge(['a'])).toEqual({ removed: 1, shared: true });
    await expect.poll(() => other.cache.entryCount, { timeout: 2_000, interval: 5 }).toBe(0);
    expect(await text(other, async () => page('new'))).toBe('new');
    await written(other);
    expect(await text(one)).toBe('new');
  });

  it('tells those who did not hear it when they ask what they missed', async () => {
    const [one, other] = [await start(), await start()];
    await text(one, async () => page('old'));
    await written(one);
    expect(await text(other)).toBe('old');
    // As if the message had been lost on its way: it is remembered, and was never sent.
    await redis.command('ZADD', `{${prefix}}:purges`, '1000', 't:a');
    await expect.poll(() => other.cache.entryCount, { timeout: 5_000, interval: 5 }).toBe(0);
    expect(await text(other, async () => page('new'))).toBe('new');
    // As if a connection had been cut meanwhile.
    await redis.command('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await one.cache.purge(['a']);
    await expect.poll(() => other.cache.entryCount, { timeout: 5_000, interval: 5 }).toBe(0);
  });

  it('keeps nothing that was begun before a purge in another process, whoever finishes when', async () => {
    const [one, other] = [await start(), await start()];
    const held = heldFill();
    const answer = one.cache.answer(asking(), held.fill);
    await expect.poll(() => held.count).toBe(1);
    await other.cache.purge(['a']);
    held.last.land(page('old'));
    await answer;
    await written(one);
    expect(await text(other, async () => page('new'))).toBe('new');
    await expect.poll(async () => text(one, async () => page('newer'))).toMatch(/^new/);
  });

  it('gives nothing that is older than the oldest purge that it remembers', async () => {
    const [one, other] = [await start({ maxPurgedTags: 3 }), await start()];
    await text(one, async () => page('a', ['a']), 'a');
    await written(one);
    for (const tag of ['b', 'c']) await one.cache.purge([tag]);
    expect(await text(other, never, 'a')).toBe('a');
    await one.cache.purge(['d']);
    await one.cache.purge(['e', 'f', 'g', 'h', 'i']);
    const third = await start();
    expect(await text(third, async () => page('anew'), 'a')).toBe('anew');
    // What is made after it is kept again.
    await text(third, async () => page('b', ['b']), 'b');
    await written(third);
    const fourth = await start();
    expect(await text(fourth, never, 'b')).toBe('b');
  });

  it('purges everything everywhere', async () => {
    const [one, other] = [await start(), await start()];
    await text(one, async () => page('old'));
    await written(one);
    expect(await text(other)).toBe('old');
    expect(await one.cache.purgeAll()).toEqual({ removed: 1, shared: true });
    await expect.poll(() => other.cache.entryCount, { interval: 5 }).toBe(0);
    expect(await text(other, async () => page('new'))).toBe('new');
  });

  it('after FLUSHALL begins anew: nothing from before counts, also not what was being made', async () => {
    const [one, other] = [await start(), await start()];
    for (const tag of ['x', 'y', 'z']) await one.cache.purge([tag]);
    const held = heldFill();
    const answer = one.cache.answer(asking(), held.fill);
    await expect.poll(() => held.count).toBe(1);
    await redis.command('FLUSHALL');
    held.last.land(page('begun before'));
    await answer;
    await other.cache.purge(['a']);
    await written(one);
    expect(await text(other, async () => page('begun after'))).toBe('begun after');
    await written(other);
    await expect.poll(async () => text(one, async () => page('begun later')), { interval: 20 }).toMatch(/after|later/);
  });

  it('leaves nothing in memory when it has lost its own: it is not known what was purged unheard', async () => {
    const gateway = await start();
    await text(gateway, async () => page('old'));
    await written(gateway);
    await redis.command('FLUSHALL');
    await expect.poll(() => gateway.cache.entryCount, { timeout: 2_000, interval: 5 }).toBe(0);
    // And that once only.
    await text(gateway, async () => page('new'));
    await written(gateway);
    await redis.command('PUBLISH', `${prefix}:purges`, 'not a message of ours');
    await written(gateway);
    expect(await text(gateway)).toBe('new');
  });

  it('holds nobody up when it hangs, costs nothing afterwards, and is taken up when it wakes', async () => {
    const gateway = await start({ catchUpMs: 60_000 });
    redis.hang();
    try {
      const first = await timed(() => text(gateway, async () => page('1'), 'first'));
      expect(first).toBeGreaterThan(100);
      expect(first).toBeLessThan(400);
      expect(gateway.shared.isReady).toBe(false);
      const next = await timed(async () => {
        for (let count = 0; count < 50; count++) await text(gateway, async () => page('n'), `next ${count}`);
      });
      expect(next).toBeLessThan(140);
      expect(await timed(() => gateway.cache.purge(['a']))).toBeLessThan(400);
      expect(gateway.changes.filter((change) => change !== null)).not.toHaveLength(0);
    } finally {
      redis.wake();
    }
    await ready(gateway);
    await text(gateway, async () => page('again'), 'again');
    await written(gateway);
    expect(await text(await start(), never, 'again')).toBe('again');
  });

  it('does not give back, when it wakes, what was purged while it hung', async () => {
    const gateway = await start();
    await text(gateway, async () => page('old'));
    await written(gateway);
    redis.hang();
    try {
      await away(gateway);
      expect(await gateway.cache.purge(['a'])).toEqual({ removed: 1, shared: false });
    } finally {
      redis.wake();
    }
    // From the first moment on that it is asked again.
    const texts: string[] = [];
    while (!gateway.shared.isReady) {
      texts.push(await text(gateway, async () => made('new', null)));
      await settle();
    }
    texts.push(await text(gateway, async () => page('new')));
    expect(texts).not.toContain('old');
    expect(await text(await start(), async () => page('newer'))).toMatch(/^new/);
  });

  it('may be killed and come back empty: what is in memory is served on, and purges come through', async () => {
    const [one, other] = [await start(), await start()];
    await text(one, async () => page('kept'));
    await redis.kill();
    try {
      await away(one);
      await away(other);
      expect(await text(one)).toBe('kept');
      expect(await text(other, async () => page('old'))).toBe('old');
      expect((await one.cache.purge(['a'])).shared).toBe(false);
      expect(await text(one, async () => page('new'))).toBe('new');
    } finally {
      await redis.start();
    }
    await ready(one);
    await ready(other);
    // It is not known what was purged meanwhile, so nothing from before is served.
    expect(await text(other, async () => page('fresh'))).not.toBe('old');
  });

  it('may be missing from the start', async () => {
    await redis.kill();
    const gateway = create();
    try {
      expect(await text(gateway, async () => page('1'))).toBe('1');
      expect(await text(gateway)).toBe('1');
      await expect.poll(() => gateway.changes[0]).toContain('ECONNREFUSED');
    } finally {
      await redis.start();
    }
    await ready(gateway);
    expect(gateway.changes.at(-1)).toBeNull();
  });

  it('may be full: what it refuses is not kept there, and purges wait', async () => {
    const gateway = await start();
    await redis.command('CONFIG', 'SET', 'maxmemory', '1');
    try {
      expect(await text(gateway, async () => page('1'))).toBe('1');
      expect((await gateway.cache.purge(['a'])).shared).toBe(false);
      expect(gateway.shared.isReady).toBe(false);
    } finally {
      await redis.command('CONFIG', 'SET', 'maxmemory', '0');
    }
    await ready(gateway);
  });

  it('is a door: what is not an answer of ours is passed over', async () => {
    const [one, other] = [await start(), await start()];
    await text(one, async () => page('right'));
    await written(one);
    const keys = await redis.command('KEYS', `{${prefix}}:answer:*`);
    const key = String(Array.isArray(keys) ? keys[0] : '');
    const spoil: [string, string][] = [
      ['meta', '{"status":500}'],
      ['meta', 'no JSON'],
      ['body', 'cut'],
      ['tags', '{"a":1}'],
      ['key', 'another request with the same hash'],
    ];
    for (const [field, value] of spoil) {
      const right = String(await redis.command('HGET', key, field));
      await redis.command('HSET', key, field, value);
      const cache = createResponseCache({ shared: other.shared });
      expect((await cache.answer(asking(), async () => made('made', null))).body.toString()).toContain('made');
      await redis.command('HSET', key, field, right);
    }
    expect(await text(other)).toBe('right');
  });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
