import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CacheEntry, createEntry, createRepresentation, entryBytes } from './entry.ts';
import { createEntryStore } from './entry-store.ts';
import { forAll } from './test/made-answers.ts';

const operation = { key: 'o', scope: 'PUBLIC' as const };

function entryOf(key: string, bodyBytes: number, tags: readonly string[]): CacheEntry {
  const parts = { operation, scope: 'PUBLIC', viewerKey: 'v', isAnonymous: true, status: 200, policy: forAll } as const;
  return createEntry({ ...parts, key, body: Buffer.alloc(bodyBytes), tags, storedAtMs: 0 });
}

const keys = ['k0', 'k1', 'k2', 'k3', 'k4', 'k5'];
const key = fc.constantFrom(...keys);
const tags = fc.subarray(['a', 'b', 'c', 'd'.repeat(200)]);
const step = fc.oneof(
  fc.record({ do: fc.constant('put' as const), key, bytes: fc.nat({ max: 5_000 }), tags }),
  fc.record({ do: fc.constant('alias' as const), key, text: fc.constantFrom('x', 'y'.repeat(300), ...keys) }),
  fc.record({ do: fc.constant('code' as const), key, bytes: fc.nat({ max: 2_000 }) }),
  fc.record({ do: fc.constant('purge' as const), tags }),
  fc.record({ do: fc.constant('remove' as const), key }),
);

describe('the store', () => {
  it('never holds more bytes than it may, counts all that it holds, and indexes nothing that it does not', () => {
    const maxBytes = 20_000;
    const property = fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const store = createEntryStore({ maxBytes, maxEntryBytes: 8_000 });
      for (const one of steps) {
        if (one.do === 'put') store.put(entryOf(one.key, one.bytes, one.tags));
        else if (one.do === 'purge') {
          store.purge(one.tags);
          for (const each of held()) expect(each.tags.some((tag) => one.tags.includes(tag))).toBe(false);
        } else {
          const entry = store.find(one.key);
          if (!entry) continue;
          if (one.do === 'alias') store.alias(entry, one.text);
          else if (one.do === 'remove') store.remove(entry);
          else store.addCodings(entry, createRepresentation(entry, 'gzip', Buffer.alloc(one.bytes)), null);
        }
        check();
      }
      store.clear();
      expect([store.bytes, store.count, store.tagCount, store.aliasCount]).toEqual([0, 0, 0, 0]);

      function held(): CacheEntry[] {
        return keys.map((name) => store.find(name)).filter((entry) => entry !== undefined);
      }
      function check() {
        const entries = held();
        expect(store.bytes).toBeLessThanOrEqual(maxBytes);
        // A raw request that moved to another entry still weighs on the one it left.
        expect(store.bytes).toBeGreaterThanOrEqual(entries.reduce((sum, entry) => sum + entryBytes(entry), 0));
        expect(store.count).toBe(entries.length);
        expect(store.tagCount).toBe(new Set(entries.flatMap((entry) => entry.tags)).size);
        expect(store.aliasCount).toBe(entries.reduce((sum, entry) => sum + entry.aliases.length, 0));
        for (const entry of entries) {
          expect(entryBytes(entry)).toBeLessThanOrEqual(8_000);
          for (const text of entry.aliases) expect(store.findByAlias('v', text)).toBe(entry);
        }
      }
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('counts bodies, codings, keys, tags and raw requests', () => {
    const bare = entryBytes(entryOf('k', 0, []));
    expect(entryBytes(entryOf('k', 1_000, [])) - bare).toBe(1_000);
    expect(entryBytes(entryOf('k'.repeat(1_001), 0, [])) - bare).toBe(2_000);
    expect(entryBytes(entryOf('k', 0, ['t'.repeat(500)])) - bare).toBeGreaterThan(1_000);
    const entry = entryOf('k', 0, []);
    entry.aliases.push('r'.repeat(500));
    entry.br = createRepresentation(entry, 'br', Buffer.alloc(700));
    expect(entryBytes(entry) - bare).toBeGreaterThan(1_700);
  });

  it('keeps an entry that is just small enough, and refuses one that is just too large, with what stood there', () => {
    const maxEntryBytes = entryBytes(entryOf('k', 1_000, []));
    const store = createEntryStore({ maxBytes: 10_000, maxEntryBytes });
    expect(store.put(entryOf('k', 1_000, ['a']))).toBe(false);
    expect(store.put(entryOf('k', 1_000, []))).toBe(true);
    expect(store.put(entryOf('k', 1_001, []))).toBe(false);
    expect(store.find('k')).toBeUndefined();
  });

  it('lets go of the longest unused first; a hit by raw request is a use', () => {
    const size = entryBytes(entryOf('k', 1_000, []));
    const store = createEntryStore({ maxBytes: size * 3 + 1_000, maxEntryBytes: size * 2 });
    const first = entryOf('1', 1_000, []);
    for (const entry of [first, entryOf('2', 1_000, []), entryOf('3', 1_000, [])]) store.put(entry);
    store.alias(first, 'raw');
    store.put(entryOf('2', 1_000, []));
    store.put(entryOf('3', 1_000, []));
    expect(store.findByAlias('v', 'raw')).toBe(first);
    store.put(entryOf('4', 1_000, []));
    expect(['1', '2', '3', '4'].filter((name) => store.find(name))).toEqual(['1', '3', '4']);
  });

  it('remembers eight raw requests of an entry, the latest', () => {
    const store = createEntryStore({ maxBytes: 100_000, maxEntryBytes: 50_000 });
    const entry = entryOf('k', 10, []);
    store.put(entry);
    for (let count = 0; count < 9; count++) store.alias(entry, `raw ${count}`);
    expect(store.findByAlias('v', 'raw 0')).toBeUndefined();
    expect(store.findByAlias('v', 'raw 1')).toBe(entry);
    expect(store.findByAlias('w', 'raw 1')).toBeUndefined();
    expect(store.aliasCount).toBe(8);
  });
});
