import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadOf } from './statistics.ts';

test.each([
  [[3], { median: 3, min: 3, max: 3 }],
  [[5, 1, 3], { median: 3, min: 1, max: 5 }],
  [[4, 1, 3, 2], { median: 2.5, min: 1, max: 4 }],
])('the median of %j is its middle', (values, spread) => {
  expect(spreadOf(values)).toEqual(spread);
});

test('no runs have no spread', () => {
  expect(spreadOf([])).toBeNull();
});

test('the order of runs does not matter, and as many lie below the median as above', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }), (values) => {
      const spread = spreadOf(values);
      expect(spreadOf([...values].reverse())).toEqual(spread);
      const median = spread?.median ?? Number.NaN;
      const below = values.filter((value) => value < median).length;
      const above = values.filter((value) => value > median).length;
      expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});
