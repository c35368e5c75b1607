import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStamps, type VersionStamp } from './newer-than.ts';

const stamp = (version: number | null, day: number | null): VersionStamp => ({
  version: version === null ? null : BigInt(version),
  versionAt: day === null ? null : new Date(Date.UTC(2026, 0, day)),
});

/** From the oldest to the newest; those of one row are the same. */
const ladder: readonly (readonly VersionStamp[])[] = [
  [stamp(null, null), stamp(null, null)],
  [stamp(null, 1)],
  [stamp(null, 9), stamp(null, 9)],
  [stamp(1, null)],
  [stamp(1, 1)],
  [stamp(1, 9)],
  [stamp(2, null), stamp(2, null)],
  [stamp(2, 1), stamp(2, 1)],
  [stamp(10, 1)],
  [{ version: 10n ** 17n, versionAt: null }],
  [{ version: 10n ** 17n + 1n, versionAt: null }],
];

describe('which of two versions is newer', () => {
  const rungs = ladder.flatMap((stamps, rung) => stamps.map((one) => ({ one, rung })));
  const pairs = rungs.flatMap((a) => rungs.map((b) => [a, b] as const));

  it.each(pairs)('is told of every pair: %o and %o', (a, b) => {
    expect(Math.sign(compareStamps(a.one, b.one))).toBe(Math.sign(a.rung - b.rung));
  });
});

const anyStamp = fc.record({
  version: fc.option(fc.oneof(fc.bigInt({ min: 0n, max: 3n }), fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }))),
  versionAt: fc.option(
    fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer()).map((milliseconds) => new Date(milliseconds)),
  ),
});

describe('the order of versions', () => {
  it('is a total preorder: every two compare, the other way round is the opposite, and it carries over', () => {
    fc.assert(
      fc.property(anyStamp, anyStamp, anyStamp, (a, b, c) => {
        expect(compareStamps(a, a)).toBe(0);
        expect(Math.sign(compareStamps(a, b))).toBe(-Math.sign(compareStamps(b, a)) + 0);
        if (compareStamps(a, b) <= 0 && compareStamps(b, c) <= 0) expect(compareStamps(a, c)).toBeLessThanOrEqual(0);
        if (compareStamps(a, b) === 0 && compareStamps(b, c) === 0) expect(compareStamps(a, c)).toBe(0);
      }),
      { numRuns: process.env['LONG'] ? 200_000 : 2_000 },
    );
  });
});
