import { describe, expect, it } from 'vitest';
import { firstRefusal, type PostFacts } from './phase.ts';
import { postPhases, textPhases } from './phases.ts';

const welcome: PostFacts = {
  text: 'A thought',
  thread: { state: 'OPEN' },
  parentStands: true,
  saidLately: false,
  recentPostAges: [],
};
const codeOf = (facts: Partial<PostFacts>) => firstRefusal(postPhases, { ...welcome, ...facts })?.code ?? null;

describe('the policy of posting', () => {
  it.each([
    [{}, null],
    [{ thread: null }, 'ARTICLE_UNKNOWN'],
    [{ thread: { state: 'PREMODERATED' } }, 'THREAD_CLOSED'],
    [{ thread: { state: 'CLOSED' } }, 'THREAD_CLOSED'],
    [{ thread: { state: 'DISABLED' } }, 'THREAD_CLOSED'],
    [{ parentStands: false }, 'PARENT_GONE'],
    [{ saidLately: true }, 'REPEAT_POST'],
    [{ recentPostAges: [1, 2, 3, 4] }, null],
    [{ recentPostAges: [1, 2, 3, 4, 5] }, 'RATE_LIMITED'],
  ] as const)('%j: %s', (facts, code) => {
    expect(codeOf(facts)).toBe(code);
  });

  it('names the first reason: what is said of the thread before what is said of the author', () => {
    expect(codeOf({ thread: { state: 'CLOSED' }, parentStands: false, saidLately: true })).toBe('THREAD_CLOSED');
    expect(codeOf({ saidLately: true, recentPostAges: [1, 2, 3, 4, 5] })).toBe('REPEAT_POST');
  });

  it.each([
    [[0, 0, 0, 0, 0], 60],
    [[1, 5, 10, 20, 30.5], 30],
    [[1, 5, 10, 20, 59.9], 1],
    [[1, 5, 10, 20, 30, 59], 30],
  ])('posts of %j seconds ago: wait %i seconds until the fifth is out of the window', (recentPostAges, seconds) => {
    expect(firstRefusal(postPhases, { ...welcome, recentPostAges })?.retryAfterSeconds).toBe(seconds);
  });
});

describe('every text', () => {
  it('has something to see in it, and at most 5000 characters', () => {
    const codeOfText = (text: string) => firstRefusal(textPhases, { text })?.code ?? null;
    expect(codeOfText('')).toBe('EMPTY');
    expect(codeOfText('א'.repeat(5000))).toBeNull();
    expect(codeOfText('א'.repeat(5001))).toBe('TOO_LONG');
  });
});
