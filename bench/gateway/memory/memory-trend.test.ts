import { expect, test } from 'vitest';
import { trendOf } from './memory-trend.ts';

const hourMs = 3_600_000;
const everySecond = (megabytes: (minute: number) => number) =>
  Array.from({ length: 3_600 }, (_, second) => ({ atMs: second * 1_000, megabytes: megabytes(second / 60) }));

test('a leak shows between ten minutes and an hour', () => {
  const { earlyMegabytes, lateMegabytes } = trendOf(
    everySecond((minute) => 100 + minute),
    hourMs,
  );
  expect(earlyMegabytes).toBeCloseTo(112.5, 0);
  expect(lateMegabytes).toBeCloseTo(157.5, 0);
});

test('what a process takes until it is warm is no leak, and a single peak is told apart', () => {
  const { earlyMegabytes, lateMegabytes, peakMegabytes } = trendOf(
    everySecond((minute) => (minute < 9 ? 20 * minute : minute === 30 ? 500 : 180)),
    hourMs,
  );
  expect(earlyMegabytes).toBe(180);
  expect(lateMegabytes).toBe(180);
  expect(peakMegabytes).toBe(500);
});

test('without samples nothing is said', () => {
  expect(trendOf([], hourMs)).toEqual({ earlyMegabytes: null, lateMegabytes: null, peakMegabytes: null });
});
