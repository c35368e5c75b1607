import { expect, test } from 'vitest';
import { trendOf } from './memory-trend.ts';

const hourMs = 3_600_000;
const everySecond = (megabytes: (minute: number) => number) =>
  Array.from({ length: 3_600 }, (_, second) => ({ atMs: second * 1_000, megabytes: megabytes(second / 60) }));

test('a leak shows between ten minutes and an hour', () => {
  const leak = everySecond((minute) => 100 + minute);
  const { sixths } = trendOf(leak, hourMs);
  expect(sixths[0]).toBeCloseTo(110, 0);
  expect(sixths[5]).toBeGreaterThan(155);
});

test('what a process takes until it is warm is no leak, and a single peak is told apart', () => {
  const warmsUp = everySecond((minute) => (minute < 6 ? 20 * minute : minute === 30 ? 500 : 180));
  expect(trendOf(warmsUp, hourMs)).toEqual({ sixths: [180, 180, 180, 180, 180, 180], peakMegabytes: 500 });
});

test('without samples nothing is said', () => {
  expect(trendOf([], hourMs)).toEqual({ sixths: [null, null, null, null, null, null], peakMegabytes: null });
});
