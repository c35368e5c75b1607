import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EngineAnswer } from '../../engine/engine-types.ts';
import { createResponseCache } from '../response-cache.ts';
import { asking, forAll, made, settle } from '../test/made-answers.ts';
import { createTestRedis, hasRedis, type TestRedis } from '../test/redis-for-tests.ts';
import { createRedisAnswers } from './redis-answers.ts';
import type { SharedAnswers } from './shared-answers.ts';

const tags = ['a', 'b'] as const;
type Versions = Record<(typeof tags)[number], number>;

const which = fc.nat({ max: 1 });
const step = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('ask' as const), which, n: which }), weight: 10 },
  { arbitrary: fc.record({ kind: fc.constant('land' as const), nth: fc.nat({ max: 5 }) }), weight: 8 },
  { arbitrary: fc.record({ kind: fc.constant('change' as const), which, tag: fc.constantFrom(...tags) }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('flush' as const) }), weight: 1 },
);

describe.skipIf(!hasRedis())('whatever two processes ask, make and purge through Redis, in whatever order', () => {
  let redis: TestRedis;
  let processes: SharedAnswers[];

  beforeAll(async () => {
    redis = await createTestRedis();
    // So few remembered tags that forgetting is tried too.
    processes = [0, 1].map(() => createRedisAnswers({ url: redis.url, maxPurgedTags: 1, timeoutMs: 5_000 }));
    await vi.waitFor(() => expect(processes.every((shared) => shared.isReady)).toBe(true), { timeout: 10_000 });
  });
  afterAll(async () => {
    for (const shared of processes) await shared.close();
    await redis.stop();
  });

  it('nobody who asks after a purge gets what was begun before it', async () => {
    let found = 0;
    const property = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50, size: 'max' }), async (steps) => {
      await redis.command('FLUSHALL');
      const versions: Versions = { a: 0, b: 0 };
      const purged: Versions = { a: 0, b: 0 };
      const held: (() => void)[] = [];
      const checks: Promise<void>[] = [];

      /** Answers 0 show `a` alone, answers 1 show both. */
      function fill(n: number): Promise<EngineAnswer> {
        const shown = n === 0 ? tags.slice(0, 1) : tags;
        const content = Object.fromEntries(shown.map((tag) => [tag, versions[tag]]));
        return new Promise((resolve) => held.push(() => resolve(made(content, forAll, shown))));
      }
      async function ask(process: number, n: number): Promise<void> {
        const floor = { ...purged };
        // Nothing in memory: what is told of Redis must be true without it.
        const cache = createResponseCache({ shared: processes[process] ?? null });
        const answer = await cache.answer(asking({ variables: { n } }), () => fill(n));
        found += cache.counts.sharedHits;
        const { data } = JSON.parse(answer.body.toString());
        for (const tag of tags) if (tag in data) expect(data[tag]).toBeGreaterThanOrEqual(floor[tag]);
      }

      for (const one of steps) {
        if (one.kind === 'ask') {
          const check = ask(one.which, one.n);
          check.catch(() => undefined);
          checks.push(check);
        } else if (one.kind === 'land') held.splice(one.nth % Math.max(1, held.length), 1)[0]?.();
        else if (one.kind === 'flush') await redis.command('FLUSHALL');
        else {
          const version = ++versions[one.tag];
          const told = await processes[one.which]?.purge([one.tag]);
          expect(told).toBe(true);
          purged[one.tag] = version;
        }
        // Redis answers one while another goes on.
        await settle();
      }
      // The rest lands as soon as it is begun.
      const landing = setInterval(() => {
        for (const land of held.splice(0)) land();
      }, 1);
      await Promise.all(checks).finally(() => clearInterval(landing));
    });
    await fc.assert(property, { numRuns: 60 });
    expect(found).toBeGreaterThan(20);
  });
});
