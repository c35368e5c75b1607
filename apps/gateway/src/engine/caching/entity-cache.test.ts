import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEntityCache, entitiesOfGraph } from './entity-cache.ts';

interface Viewing {
  readonly viewerClass: string;
}
const anyone: Viewing = { viewerClass: 'all' };

function createCache(maxBytes = 100_000) {
  const clock = { nowMs: 0 };
  const cache = createEntityCache<Viewing>({
    maxBytes,
    defaults: { defaultMaxAgeSeconds: 0, staleWhileRevalidateSeconds: 0, staleIfErrorSeconds: 10 },
    viewerClass: ({ viewerClass }) => viewerClass,
    clock: () => clock.nowMs,
  });
  return { cache, clock };
}

/** Tags each entity with its key; none that is called nameless. */
const selection = (text = 'x') => ({
  subgraph: 'a',
  text,
  variables: '',
  tag: (representation: string, _entity: unknown, add: (tag: string) => void) => {
    add(`of ${representation}`);
    return !representation.startsWith('nameless');
  },
});
const carrier = { cacheControl: 'max-age=60', isPlain: true };
const keep = (cache: ReturnType<typeof createCache>['cache'], key: string, entity: object = { key }) =>
  cache.open(selection(), anyone).keep(key, key, entity as never, carrier);
const find = (cache: ReturnType<typeof createCache>['cache'], key: string) => cache.open(selection(), anyone).find(key);

describe('the entity cache', () => {
  it('gives what was kept, with the age that is left, until it is over', () => {
    const { cache, clock } = createCache();
    keep(cache, 'k');
    clock.nowMs = 1_500;
    expect(find(cache, 'k')).toEqual({ entity: { key: 'k' }, isPlain: true, cacheControl: 'public, max-age=58' });
    clock.nowMs = 59_999;
    expect(find(cache, 'k')?.cacheControl).toBe('public, max-age=0');
    clock.nowMs = 60_000;
    expect(find(cache, 'k')).toBeUndefined();
    expect(cache.open(selection(), anyone).findStale('k')).toEqual({ key: 'k' });
    clock.nowMs = 70_000;
    expect(cache.open(selection(), anyone).findStale('k')).toBeUndefined();
  });

  it('tells apart subgraphs, selections, variables, classes of viewers and graphs', () => {
    const { cache } = createCache();
    keep(cache, 'k');
    const others = [
      cache.open({ ...selection(), subgraph: 'b' }, anyone),
      cache.open(selection('y'), anyone),
      cache.open({ ...selection(), variables: '"n":1' }, anyone),
      cache.open(selection(), { viewerClass: 'editors' }),
      entitiesOfGraph(cache, 1).open(selection(), anyone),
    ];
    for (const lookup of others) expect([lookup.find('k'), lookup.findStale('k')]).toEqual([undefined, undefined]);
    const [one, other] = [entitiesOfGraph(cache, 1), entitiesOfGraph(cache, 2)];
    one.open(selection(), anyone).keep('k', 'k', null, carrier);
    expect([one.open(selection(), anyone).find('k')?.entity, other.open(selection(), anyone).find('k')]).toEqual([
      null,
      undefined,
    ]);
    expect(one.bytes).toBe(cache.bytes);
  });

  it('keeps nothing that was asked for before a purge of it, or of all, or that no event could name', () => {
    const { cache } = createCache();
    const before = cache.open(selection(), anyone);
    cache.purge(['of k']);
    before.keep('k', 'k', { old: 1 }, carrier);
    before.keep('other', 'other', { old: 1 }, carrier);
    expect([find(cache, 'k'), find(cache, 'other')?.entity]).toEqual([undefined, { old: 1 }]);
    cache.purgeAll();
    before.keep('other', 'other', { old: 1 }, carrier);
    keep(cache, 'nameless');
    expect([find(cache, 'other'), find(cache, 'nameless'), cache.bytes]).toEqual([undefined, undefined, 0]);
  });

  it('that is expired gives nothing but for when the subgraph is down', () => {
    const { cache } = createCache();
    keep(cache, 'k');
    expect(cache.expireAll?.()).toBe(1);
    expect(find(cache, 'k')).toBeUndefined();
    expect(cache.open(selection(), anyone).findStale('k')).toEqual({ key: 'k' });
  });

  it('never holds more bytes than it may, and no tag of what it does not hold', () => {
    const put = fc.record({ key: fc.integer({ min: 0, max: 40 }), length: fc.nat(400) });
    fc.assert(
      fc.property(fc.array(put, { maxLength: 80 }), (puts) => {
        const { cache } = createCache(4_000);
        for (const { key, length } of puts) {
          keep(cache, `k${key}`, { text: 'x'.repeat(length) });
          expect(cache.bytes).toBeLessThanOrEqual(4_000);
        }
        const held = Array.from({ length: 41 }, (_, key) => `k${key}`).filter((key) => find(cache, key));
        const purged = cache.purge(Array.from({ length: 41 }, (_, key) => `of k${key}`));
        expect([purged, cache.bytes]).toEqual([held.length, 0]);
      }),
      { numRuns: 60 },
    );
  });
});
