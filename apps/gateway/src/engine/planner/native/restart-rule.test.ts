import { describe, expect, it } from 'vitest';
import { createRestartRule, maxDeaths } from './restart-rule.ts';

/** What becomes of deaths at these times, as waits; `rest` for one that is too many. */
function after(timesMs: readonly number[]): (number | 'rest')[] {
  const rule = createRestartRule();
  return timesMs.map((at) => {
    const { afterMs, isRest } = rule.died(at);
    return isRest ? 'rest' : afterMs;
  });
}

const times = (count: number, everyMs: number) => Array.from({ length: count }, (_, at) => at * everyMs);

describe('starting again', () => {
  it('waits for nothing the first time, then longer each time, up to a quarter of a second', () => {
    expect(after(times(7, 1))).toEqual([0, 25, 50, 100, 200, 250, 250]);
  });

  it('bears so many deaths within a minute and no more', () => {
    expect(after(times(maxDeaths, 1))).not.toContain('rest');
    expect(after(times(maxDeaths + 1, 1)).at(-1)).toBe('rest');
  });

  it('forgets what was more than a minute ago', () => {
    expect(after(times(100, 60_001))).toEqual(times(100, 0));
    expect(after(times(100, 7_000))).not.toContain('rest');
  });

  it('begins anew after a rest', () => {
    expect(after([...times(maxDeaths + 1, 1), 30_100]).at(-1)).toBe(0);
  });
});
