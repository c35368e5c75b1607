import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestRedis, hasRedis, type TestRedis } from '../../src/response-cache/test/redis-for-tests.ts';
import { figure } from '../figures.ts';
import { startTestGateway, type TestGateway } from '../test-gateway.ts';

const redisIsHere = hasRedis();
/** Redis is waited for so long, and the rest of a request takes its time too. */
const waited = (seen: number) => ({ seen, unit: 'ms', atMost: 150, failAbove: 1_150 });

/** F15: Redis away, hung or emptied: everything goes on, and each process counts for itself meanwhile. */
describe.skipIf(!redisIsHere)('rate limits with Redis', () => {
  let redis: TestRedis;
  const gateways: TestGateway[] = [];
  beforeAll(async () => {
    redis = await createTestRedis();
  });
  afterAll(async () => {
    await Promise.all(gateways.map((gateway) => gateway.close()));
    await redis.stop();
  });

  async function start(perAddress: string, url = redis.url): Promise<TestGateway> {
    const env = {
      REDIS_URL: url,
      RATE_LIMIT_EXEMPT: 'none',
      TRUSTED_PROXIES: '127.0.0.1',
      RATE_LIMIT_PER_ADDRESS: perAddress,
      MAX_EVENT_LOOP_DELAY_MS: '0',
    };
    const gateway = await startTestGateway({ env });
    gateways.push(gateway);
    return gateway;
  }

  let texts = 0;
  const ask = (gateway: TestGateway, address: string) =>
    gateway.ask(`{ a${++texts}: __typename }`, {}, { 'x-forwarded-for': address });
  const statusOf = async (gateway: TestGateway, address: string) => (await ask(gateway, address)).status;
  const says = (gateway: TestGateway, message: string) =>
    expect.poll(() => gateway.log.some(({ msg }) => msg === message), { timeout: 10_000, interval: 10 }).toBe(true);
  const isCounted = (gateway: TestGateway) => says(gateway, 'rate limits are counted in Redis');

  async function slowest(gateway: TestGateway, address: string, count: number): Promise<number> {
    let longest = 0;
    for (let time = 0; time < count; time++) {
      const before = performance.now();
      expect(await statusOf(gateway, address)).toBe(200);
      longest = Math.max(longest, performance.now() - before);
    }
    return longest;
  }

  it('are counted by all processes together', async () => {
    const [one, other] = [await start('6'), await start('6')];
    await Promise.all([isCounted(one), isCounted(other)]);
    for (let time = 0; time < 3; time++) {
      expect([await statusOf(one, '198.51.100.1'), await statusOf(other, '198.51.100.1')]).toEqual([200, 200]);
    }
    expect([await statusOf(one, '198.51.100.1'), await statusOf(other, '198.51.100.1')]).toEqual([429, 429]);
    expect(await statusOf(one, '198.51.100.2')).toBe(200);
    // A counter ends by itself.
    const [key] = (await redis.command('KEYS', 'dateline:rate:*198.51.100.1')) as string[];
    const msToLive = Number(await redis.command('PTTL', String(key)));
    expect(msToLive).toBeGreaterThan(0);
    expect(msToLive).toBeLessThanOrEqual(60_000);
  });

  it('go on when Redis is emptied: the window begins anew', async () => {
    const gateway = await start('3');
    await isCounted(gateway);
    for (let time = 0; time < 2; time++) expect(await statusOf(gateway, '198.51.100.3')).toBe(200);
    await redis.command('FLUSHALL');
    for (let time = 0; time < 3; time++) expect(await statusOf(gateway, '198.51.100.3')).toBe(200);
    expect(await statusOf(gateway, '198.51.100.3')).toBe(429);
  });

  it('wait for a hung Redis once and no longer than they may, and are kept by the process alone until it is back', async () => {
    const gateway = await start('20');
    await isCounted(gateway);
    redis.hang();
    const first = await slowest(gateway, '198.51.100.4', 1);
    const others = await slowest(gateway, '198.51.100.4', 19);
    // It asks twice, for a count and for a kept answer: each waits its 150 ms once, and then nobody does.
    figure('F15', 'Redis hung: the first request, two operations of 150 ms', {
      seen: first,
      unit: 'ms',
      atMost: 350,
      failAbove: 2_000,
    });
    figure('F15', 'Redis hung: the slowest of the next 19', waited(others));
    expect(await statusOf(gateway, '198.51.100.4')).toBe(429);
    redis.wake();
    const back = () => gateway.log.filter(({ msg }) => msg === 'rate limits are counted in Redis').length;
    await expect.poll(back, { timeout: 10_000, interval: 20 }).toBe(2);
    expect(await statusOf(gateway, '198.51.100.5')).toBe(200);
    expect((await redis.command('KEYS', 'dateline:rate:*198.51.100.5')) as string[]).toHaveLength(1);
  });

  it('are kept when Redis was never there, and when it dies', async () => {
    const never = await start('3', 'redis://127.0.0.1:1');
    const longest = await slowest(never, '198.51.100.6', 3);
    figure('F15', 'Redis absent: the slowest of 3 requests', waited(longest));
    expect(await statusOf(never, '198.51.100.6')).toBe(429);

    const bereft = await start('3');
    await isCounted(bereft);
    await redis.kill();
    for (let time = 0; time < 3; time++) expect(await statusOf(bereft, '198.51.100.7')).toBe(200);
    expect(await statusOf(bereft, '198.51.100.7')).toBe(429);
    await redis.start();
  });
});
