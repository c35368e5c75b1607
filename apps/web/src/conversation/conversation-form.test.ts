import { expect, test } from 'vitest';
import { readConversationForm } from './conversation-form.ts';

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

const composer = { parentId: 'c7', draftId: 'd1', version: '3', body: 'Hello' };
const comment = { parentId: 'c7', draftId: 'd1', version: 3, body: 'Hello' };

test("the composer's buttons each say what they want", () => {
  expect(readConversationForm(form({ ...composer, intent: 'post' }))).toEqual({ intent: 'post', comment });
  expect(readConversationForm(form({ ...composer, turnTo: 'c9' }))).toEqual({ intent: 'turn', comment, target: 'c9' });
  expect(readConversationForm(form({ ...composer, turnTo: 'top' }))).toMatchObject({ intent: 'turn', target: null });
});

test('a new comment at the top level has no parent, no draft and no version', () => {
  const read = readConversationForm(form({ intent: 'save', parentId: '', draftId: '', version: '', body: 'x' }));
  expect(read).toEqual({ intent: 'save', comment: { parentId: null, draftId: null, version: null, body: 'x' } });
});

test('line ends of a form become those of a text', () => {
  expect(readConversationForm(form({ ...composer, intent: 'post', body: 'a\r\n\r\nb' }))).toMatchObject({
    comment: { body: 'a\n\nb' },
  });
});

test('the answer to the question carries both comments', () => {
  const fields = {
    lostParentId: '',
    lostBody: 'old',
    lostDraftId: 'd1',
    lostVersion: '2',
    nextParentId: 'c9',
    nextBody: 'new',
  };
  expect(readConversationForm(form({ ...fields, intent: 'replace' }))).toEqual({
    intent: 'replace',
    lost: { parentId: null, body: 'old', draftId: 'd1', version: 2 },
    next: { parentId: 'c9', body: 'new', draftId: null, version: null },
  });
});

test('a text of 20000 characters is read, and one of 20001 is refused', () => {
  expect(readConversationForm(form({ ...composer, intent: 'post', body: '\r\n'.repeat(20_000) }))).not.toBeNull();
  expect(readConversationForm(form({ ...composer, intent: 'post', body: 'x'.repeat(20_001) }))).toBeNull();
});

test.each([
  {},
  { intent: 'burn' },
  { ...composer, intent: 'post', version: 'three' },
  { intent: 'edit', body: 'x' },
  { intent: 'delete', commentId: '' },
])('%j is no form of ours', (fields) => {
  expect(readConversationForm(form(fields))).toBeNull();
});
