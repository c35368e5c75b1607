import { expect, test } from 'vitest';
import { openComposer } from './composer.ts';

const draft = { id: 'd1', parentId: 'c7', body: 'Half a thou', version: 3 };
const lost = { parentId: 'c7', body: 'Half a thou', draftId: 'd1', version: 3 };
const message = 'This will delete your current comment';

test('an empty composer opens where it was asked for, and at the top level otherwise', () => {
  const empty = { body: '', draftId: null, version: null };
  expect(openComposer([], 'c2', message)).toMatchObject({ kind: 'writing', comment: { ...empty, parentId: 'c2' } });
  expect(openComposer([], undefined, message)).toMatchObject({ comment: { ...empty, parentId: null } });
});

test('what was begun goes on when the page is opened, and when its own target is asked for', () => {
  expect(openComposer([draft], undefined, message)).toMatchObject({ kind: 'writing', comment: lost });
  expect(openComposer([draft], 'c7', message)).toMatchObject({ kind: 'writing', comment: lost });
});

test.each([null, 'c2'])('to begin another one (%j) asks first, and names what would go', (target) => {
  expect(openComposer([draft], target, message)).toEqual({
    kind: 'asking',
    warning: { message, lost, next: { parentId: target, body: '', draftId: null, version: null } },
  });
});

test('a draft without a word in it is nothing to lose', () => {
  expect(openComposer([{ ...draft, body: ' \n' }], 'c2', message)).toMatchObject({ kind: 'writing' });
});
