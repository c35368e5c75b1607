import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultLiveLimits } from '../live-limits.ts';
import { SharedStream } from './shared-stream.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('ends with the first of the tokens that took part in it, and keeps one timer however many there were', () => {
  let isGone = false;
  const limits = { ...defaultLiveLimits, reservationTimeoutMs: 100_000 };
  const onGone = () => {
    isGone = true;
  };
  const stream = new SharedStream({ token: 't', address: 'a', limits, onGone });
  const now = Date.now();
  const before = vi.getTimerCount();
  for (let begun = 0; begun < 1_000; begun++) stream.endAt(now + 60_000);
  stream.endAt(now + 50_000);
  stream.endAt(undefined);
  expect(vi.getTimerCount() - before).toBe(1);
  vi.advanceTimersByTime(49_999);
  expect(isGone).toBe(false);
  vi.advanceTimersByTime(1);
  expect(isGone).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
