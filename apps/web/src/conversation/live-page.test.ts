import { describe, expect, test } from 'vitest';
import { readTurn } from './address.ts';
import type { ConversationPage } from './conversation-page.ts';
import { hasFurtherReplies, newCommentsEnd } from './live-page.ts';

/** As far as it is looked at. */
function pageOf(search: string, next: string | null): ConversationPage {
  return { turn: readTurn(new URLSearchParams(search)), view: { next } } as ConversationPage;
}

describe('where a new comment may be put', () => {
  test.each([
    ['', null, 'first'],
    ['', 'more', 'first'],
    ['sort=oldest', null, 'last'],
    ['sort=oldest', 'more', null],
    ['after=x', null, null],
    ['comment=c1', null, null],
  ])('on the page of "%s" with %j behind it: %j', (search, next, end) => {
    expect(newCommentsEnd(pageOf(search, next))).toBe(end);
  });

  test('an answer to the comment of a branch waits where more of them stand on a further page', () => {
    expect(hasFurtherReplies(pageOf('comment=c1', 'more'))).toBe(true);
    expect(hasFurtherReplies(pageOf('comment=c1', null))).toBe(false);
    expect(hasFurtherReplies(pageOf('after=x', 'more'))).toBe(false);
  });
});
