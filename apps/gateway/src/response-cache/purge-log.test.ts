import { describe, expect, it } from 'vitest';
import { createPurgeLog } from './purge-log.ts';

describe('the purge log', () => {
  it('knows which tags were purged after a mark', () => {
    const log = createPurgeLog();
    const before = log.mark();
    log.record(['a', 'b']);
    const after = log.mark();
    expect([log.purgedSince(before, ['x', 'b']), log.purgedSince(after, ['b'])]).toEqual([true, false]);
    expect([log.isCurrent(before), log.isCurrent(after)]).toEqual([false, true]);
    log.record(['a']);
    expect([log.purgedSince(after, ['a']), log.purgedSince(after, ['b'])]).toEqual([true, false]);
  });

  it('remembers a bounded number of tags, and holds what is older than the oldest for purged', () => {
    const log = createPurgeLog(3);
    const first = log.mark();
    log.record(['a']);
    const second = log.mark();
    for (const tag of ['b', 'c']) log.record([tag]);
    // Just within the bound: exact.
    expect([log.size, log.purgedSince(first, ['x']), log.purgedSince(first, ['a'])]).toEqual([3, false, true]);
    log.record(['d']);
    expect([log.size, log.purgedSince(first, ['x']), log.purgedSince(second, ['x'])]).toEqual([3, true, false]);
    // More at once than it can remember.
    const third = log.mark();
    log.record(['e', 'f', 'g', 'h']);
    expect([log.size, log.purgedSince(third, ['x']), log.purgedSince(log.mark(), ['e'])]).toEqual([3, true, false]);
  });

  it('counts a tag that is purged again by its last purge', () => {
    const log = createPurgeLog(2);
    log.record(['a']);
    log.record(['b']);
    const mark = log.mark();
    log.record(['a']);
    log.record(['c']);
    expect([log.purgedSince(mark, ['a']), log.purgedSince(mark, ['b'])]).toEqual([true, false]);
  });

  it('holds everything for purged that began before everything was', () => {
    const log = createPurgeLog();
    const mark = log.mark();
    log.recordAll();
    expect([log.purgedSince(mark, []), log.purgedSince(log.mark(), ['a'])]).toEqual([true, false]);
  });
});
