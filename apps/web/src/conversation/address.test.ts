import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConversationTurn, conversationPath, readTurn } from './address.ts';

test('an address says back what it was made of', () => {
  const id = fc.option(fc.string({ minLength: 1 }).filter((text) => text !== 'top'));
  const turn: fc.Arbitrary<ConversationTurn> = fc.record({
    sort: fc.constantFrom('NEWEST', 'OLDEST'),
    after: id,
    commentId: id,
    replyTo: fc.oneof(id, fc.constant(undefined)),
    editId: id,
    saved: fc.boolean(),
  });
  fc.assert(
    fc.property(turn, (given) => {
      const url = new URL(conversationPath('a-story', given, 'composer'), 'http://site.test');
      expect(readTurn(url.searchParams)).toEqual(given);
      expect(url.pathname).toBe('/articles/a-story');
      expect(url.hash).toBe('#composer');
    }),
  );
});

test('what is as usual stays out of the address', () => {
  expect(conversationPath('x', { sort: 'NEWEST', after: null, commentId: null }, 'conversation')).toBe(
    '/articles/x#conversation',
  );
});
