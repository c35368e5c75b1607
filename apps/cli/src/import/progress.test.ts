import { expect, it } from 'vitest';
import { progressLine, showProgress } from './progress.ts';
import { createTally } from './tally.ts';

it('tells share, count, rate and what remains', () => {
  expect(progressLine({ bytes: 50, totalBytes: 100, items: 1_200, elapsedMs: 3_000 })).toBe(
    '━━━━━━━━━━━━────────────   50 %  1,200 items  400/s  0:03 left',
  );
  expect(progressLine({ bytes: 0, totalBytes: 100, items: 0, elapsedMs: 0 })).toContain('0 %');
  expect(progressLine({ bytes: 200, totalBytes: 100, items: 1, elapsedMs: 1_000 })).toContain('100 %');
  expect(progressLine({ bytes: 2, totalBytes: 100, items: 1, elapsedMs: 100_000 })).toContain('1:21:40 left');
  expect(progressLine({ bytes: 5, items: 30, elapsedMs: 60_000 })).toBe('30 items  0.5/s');
});

it('is shown at most ten times a second, and goes at the end', () => {
  const lines: (string | undefined)[] = [];
  let nowMs = 1_000;
  const terminal = {
    result: () => undefined,
    fault: () => undefined,
    status: (line: string | undefined) => void lines.push(line),
  };
  const progress = showProgress({ terminal, now: () => nowMs });
  for (let count = 0; count < 1_000; count++) {
    nowMs += 1;
    progress.item();
  }
  progress.end();
  expect(lines.length).toBeLessThanOrEqual(11);
  expect(lines.at(-1)).toBeUndefined();
});

it('sums up by format and outcome, in one order', () => {
  const tally = createTally();
  for (const outcome of ['failed', 'unchanged', 'created', 'created'] as const) tally.count('ninjs', outcome);
  tally.count('feed', 'passed over');
  expect(tally.lines()).toEqual(['feed   1 passed over', 'ninjs  2 created, 1 unchanged, 1 failed']);
  expect([tally.total, tally.failed]).toEqual([5, 1]);
});
