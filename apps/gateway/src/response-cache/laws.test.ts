import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CachePolicy, EngineAnswer } from '../engine/engine-types.ts';
import { type ViewerKeys, viewerKeys } from './cache-key.ts';
import type { CacheEntry } from './entry.ts';
import type { CachedAnswer } from './outcome.ts';
import { type CacheRequest, createResponseCache } from './response-cache.ts';
import { settle, standingClock } from './test/made-answers.ts';

/**
 * A world of few viewers, operations and tags, so that they meet often. Every answer says for whom, for what and when
 * it was made; every law is checked on every answer that anyone gets.
 */

const viewers: Record<string, ViewerKeys> = {
  nobody: viewerKeys(null),
  ada: viewerKeys({ id: 'ada', displayName: 'A', roles: ['READER'] }),
  bob: viewerKeys({ id: 'bob', displayName: 'A', roles: ['READER'] }),
  eve: viewerKeys({ id: 'eve', displayName: 'A', roles: ['EDITOR'] }),
};
const tags = ['a', 'b', 'c'] as const;
type Tag = (typeof tags)[number];

/** What an operation answers for a variable: for everybody of a class, for the viewer, or nothing to be kept. */
const operations: Record<string, (n: number) => 'PUBLIC' | 'PRIVATE' | 'NONE'> = {
  page: () => 'PUBLIC',
  me: () => 'PRIVATE',
  turning: (n) => (n === 0 ? 'PUBLIC' : 'PRIVATE'),
  moody: (n) => (n === 0 ? 'PUBLIC' : 'NONE'),
};

const ask = fc.record({
  kind: fc.constant('ask' as const),
  viewer: fc.constantFrom('nobody', 'nobody', ...Object.keys(viewers)),
  operation: fc.constantFrom('page', 'page', ...Object.keys(operations)),
  n: fc.integer({ min: 0, max: 1 }),
});
const step = fc.oneof(
  { arbitrary: ask, weight: 12 },
  {
    arbitrary: fc.record({ kind: fc.constant('land' as const), which: fc.nat({ max: 5 }), how: fc.nat({ max: 5 }) }),
    weight: 8,
  },
  { arbitrary: fc.record({ kind: fc.constant('change' as const), tag: fc.constantFrom(...tags) }), weight: 2 },
  {
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(400, 999, 1_000, 2_500) }),
    weight: 1,
  },
  { arbitrary: fc.record({ kind: fc.constant('turn' as const) }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('expire' as const) }), weight: 1 },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Content {
  readonly serial: number;
  readonly operation: string;
  readonly n: number;
  readonly viewerClass: string;
  /** Null in what is for all of the class. */
  readonly viewer: string | null;
  /** Of the tags that it shows, when its making began. */
  readonly versions: Partial<Record<Tag, number>>;
  readonly begunMs: number;
  readonly isBad: boolean;
}

/** One run: a cache, the world behind it, and what was asked and not answered yet. */
function createWorld(maxBytes: number) {
  const clock = standingClock();
  const cache = createResponseCache({ clock: clock.now, maxBytes, maxEntryShare: 0.5 });
  const versions: Record<Tag, number> = { a: 0, b: 0, c: 0 };
  /** The versions that a purge was told of: nobody who asks after it may see older ones. */
  const purged: Record<Tag, number> = { a: 0, b: 0, c: 0 };
  const held: { land(how: number): void }[] = [];
  const landedAt = new Map<number, number>();
  let expiredAtMs = Number.NEGATIVE_INFINITY;
  let serials = 0;
  /** Each lets all go on that can. What landed before one is over after it. */
  let turns = 0;
  const checks: Promise<void>[] = [];

  function fill(viewer: string, operation: string, n: number): Promise<EngineAnswer> {
    const scope = operations[operation]?.(n) ?? 'NONE';
    const shown = operation === 'page' ? (['a', 'b'] as const) : (['c'] as const);
    const content: Omit<Content, 'isBad'> = {
      serial: serials++,
      operation,
      n,
      viewerClass: viewers[viewer]?.classKey ?? '',
      viewer: scope === 'PUBLIC' ? null : viewer,
      versions: Object.fromEntries(shown.map((tag) => [tag, versions[tag]])),
      begunMs: clock.now(),
    };
    return new Promise((resolve, reject) => {
      held.push({
        land(how) {
          landedAt.set(content.serial, turns);
          if (how === 0) return reject(new Error('down'));
          const isBad = how === 1;
          const policy: CachePolicy = {
            maxAgeSeconds: 1,
            scope: scope === 'PRIVATE' ? 'PRIVATE' : 'PUBLIC',
            staleWhileRevalidateSeconds: 1,
            staleIfErrorSeconds: 3,
          };
          // With errors, part of what is the viewer's own may be there.
          const body = JSON.stringify({ ...content, viewer: isBad ? viewer : content.viewer, isBad });
          const isKept = !isBad && scope !== 'NONE';
          const none = { cachePolicy: null, tags: [] };
          resolve({
            status: 200,
            body: Buffer.from(body),
            hasErrors: isBad,
            ...(isKept ? { cachePolicy: policy, tags: shown } : none),
          });
        },
      });
    });
  }

  /** What an answer of any outcome must be, to one who asked at that step. */
  function check(
    viewer: string,
    asked: { operation: string; n: number; turn: number; floor: typeof purged },
    body: Buffer,
  ) {
    const content: Content = JSON.parse(body.toString());
    expect([content.operation, content.n]).toEqual([asked.operation, asked.n]);
    expect(content.viewerClass).toBe(viewers[viewer]?.classKey);
    if (content.viewer !== null) expect(content.viewer).toBe(viewer);
    for (const tag of tags) {
      const version = content.versions[tag];
      if (version !== undefined) expect(version).toBeGreaterThanOrEqual(asked.floor[tag]);
    }
    // What went wrong was kept for nobody: it only reaches those who asked before it came.
    if (content.isBad) expect(landedAt.get(content.serial)).toBeGreaterThanOrEqual(asked.turn);
    return content;
  }

  function checkAge(answer: Pick<CachedAnswer, 'outcome'>, content: Content, nowMs: number, expiredMs: number) {
    if (answer.outcome === 'HIT' || answer.outcome === 'STALE') expect(content.begunMs).toBeGreaterThan(expiredMs);
    const ageMs = nowMs - content.begunMs;
    const most = { HIT: 1_000, STALE: 2_000, STALE_IF_ERROR: 4_000, MISS: Infinity, SHARED: Infinity, BYPASS: -1 };
    expect(ageMs).toBeLessThan(most[answer.outcome]);
  }

  function checkEntry(entry: CacheEntry | null, viewer: string) {
    if (entry) expect([viewers[viewer]?.classKey, viewers[viewer]?.ownKey]).toContain(entry.viewerKey);
  }

  async function asks(viewer: string, operation: string, n: number): Promise<void> {
    const expiredMs = expiredAtMs;
    const asked = { operation, n, turn: turns, floor: { ...purged } };
    const keys = viewers[viewer] ?? viewerKeys(null);
    const text = `${operation}(${n})`;
    const entry = cache.lookup(keys, text);
    if (entry) {
      checkAge({ outcome: 'HIT' }, check(viewer, asked, entry.identity.bytes), clock.now(), expiredMs);
      return checkEntry(entry, viewer);
    }
    const request: CacheRequest = { kind: 'query', schemaId: 's', operation, variables: { n }, viewer: keys, text };
    const askedMs = clock.now();
    const answer = await cache.answer(request, () => fill(viewer, operation, n)).catch(() => null);
    if (answer === null) return;
    const content = check(viewer, asked, answer.body);
    checkAge(answer, content, answer.outcome === 'STALE_IF_ERROR' ? clock.now() : askedMs, expiredMs);
    checkEntry(answer.entry, viewer);
  }

  async function take(one: Step): Promise<void> {
    if (one.kind === 'ask') {
      const answered = asks(one.viewer, one.operation, one.n);
      // Told at the end.
      answered.catch(() => undefined);
      checks.push(answered);
    } else if (one.kind === 'land') held.splice(one.which % Math.max(1, held.length), 1)[0]?.land(one.how);
    else if (one.kind === 'wait') {
      // No time passes between an answer's choice and its arrival.
      await settle();
      clock.forward(one.ms);
    } else if (one.kind === 'expire') {
      cache.expireAll();
      expiredAtMs = clock.now();
      clock.forward(1);
    } else if (one.kind === 'turn') {
      await settle();
      turns++;
    } else {
      versions[one.tag]++;
      void cache.purge([one.tag]);
      purged[one.tag] = versions[one.tag];
    }
    expect(cache.bytes).toBeLessThanOrEqual(maxBytes);
  }

  async function end(): Promise<void> {
    // Those who were answered for themselves alone ask anew while the last ones land.
    for (let round = 0; round < 5; round++) {
      for (const fetch of held.splice(0)) fetch.land(5);
      await settle();
    }
    await Promise.all(checks);
  }

  return { take, end, cache };
}

describe('whatever is asked, comes, changes and waits, in whatever order', () => {
  it.each([
    ['room for everything', 10_000_000],
    ['room for a few entries', 9_000],
  ])(
    'with %s, nobody gets what is another viewer’s, older than a purge, too old, or an error that is over',
    async (_room, maxBytes) => {
      let hits = 0;
      let shared = 0;
      let stale = 0;
      const property = fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 200, size: 'max' }), async (all) => {
        const world = createWorld(maxBytes);
        for (const one of all) await world.take(one);
        await world.end();
        const { outcomes } = world.cache.counts;
        hits += outcomes.HIT;
        shared += outcomes.SHARED;
        stale += outcomes.STALE + outcomes.STALE_IF_ERROR;
      });
      await fc.assert(property, { numRuns: 400 });
      // The laws were put to the test.
      expect(Math.min(hits, shared, stale)).toBeGreaterThan(50);
    },
  );
});
