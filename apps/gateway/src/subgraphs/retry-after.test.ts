import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const now = Date.parse('2026-11-22T10:00:00Z');

it.each([
  ['2', 2_000],
  [' 0 ', 0],
  ['Sun, 22 Nov 2026 10:00:03 GMT', 3_000],
  ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  ['-1.5e', undefined],
  [undefined, undefined],
])('Retry-After: %s is %s ms', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected);
});
