import { expect, test } from 'vitest';
import { labelsFor } from '../labels/labels.ts';
import { readTurn } from './address.ts';
import { answerForm } from './answer-form.ts';
import type { Unfinished } from './composer.ts';
import type { ConversationWriter } from './write-conversation.ts';

const begun: Unfinished = { parentId: null, body: 'Half a thou', draftId: 'd1', version: 2 };
const labels = labelsFor('en');

/** A writer that can do what the test says, and for which anything else is a mistake. */
function context(can: Partial<ConversationWriter> = {}) {
  const unasked = async () => {
    throw new Error('The form asked for something that it should not.');
  };
  const writer = { post: unasked, save: unasked, discard: unasked, edit: unasked, remove: unasked, ...can };
  return { writer, labels, slug: 'story', turn: readTurn(new URLSearchParams()) };
}

test('turning to another comment saves the one in hand and asks, whatever happens to the save', async () => {
  const form = { intent: 'turn', comment: { ...begun, draftId: null, version: null }, target: 'c9' } as const;
  const saved = await answerForm(form, context({ save: async () => ({ kind: 'done', draft: begun }) }));
  expect(saved).toMatchObject({
    status: 409,
    composer: { kind: 'asking', warning: { lost: begun, next: { parentId: 'c9' } } },
  });
  const unsaved = await answerForm(form, context({ save: async () => ({ kind: 'refused', message: 'no' }) }));
  expect(unsaved).toMatchObject({ composer: { kind: 'asking', warning: { lost: form.comment } } });
});

test('turning away from an empty composer asks nothing', async () => {
  const empty = { parentId: null, body: ' ', draftId: null, version: null };
  const outcome = await answerForm({ intent: 'turn', comment: empty, target: 'c9' }, context());
  expect(outcome).toEqual({ kind: 'go', to: '/articles/story?reply=c9#composer' });
});

test('emptying a saved draft and turning away lets the draft go', async () => {
  const gone: string[] = [];
  const discard = async (id: string) => {
    gone.push(id);
    return { kind: 'done' as const };
  };
  await answerForm({ intent: 'turn', comment: { ...begun, body: '' }, target: 'c9' }, context({ discard }));
  expect(gone).toEqual(['d1']);
});

test('keeping what could not be saved shows it again with its text', async () => {
  const lost = { ...begun, draftId: null, version: null };
  const next = { parentId: 'c9', body: '', draftId: null, version: null };
  const outcome = await answerForm({ intent: 'keep', lost, next }, context());
  expect(outcome).toMatchObject({ kind: 'composer', composer: { kind: 'writing', comment: lost } });
});

test('going on with a text of its own replaces the draft in one step, and keeps the text when that fails', async () => {
  const next = { parentId: 'c9', body: 'Another thought', draftId: null, version: null };
  const replaced: unknown[] = [];
  const save: ConversationWriter['save'] = async (comment, options) => {
    replaced.push(comment, options);
    return { kind: 'done', draft: { ...comment, draftId: 'd2', version: 1 } };
  };
  expect(await answerForm({ intent: 'replace', lost: begun, next }, context({ save }))).toMatchObject({ kind: 'go' });
  expect(replaced).toEqual([next, { replaceCurrent: true }]);
  const failing = context({ save: async () => ({ kind: 'refused', message: 'no' }) });
  expect(await answerForm({ intent: 'replace', lost: begun, next }, failing)).toMatchObject({
    status: 422,
    composer: { comment: next, fault: 'no' },
  });
});

test('a refused comment comes back with its text and the reason', async () => {
  const outcome = await answerForm(
    { intent: 'post', comment: begun },
    context({ post: async () => ({ kind: 'refused', message: 'That is too long.' }) }),
  );
  expect(outcome).toMatchObject({ status: 422, composer: { comment: begun, fault: 'That is too long.' } });
});

test('a posted reply leads to its own branch, a posted comment to the top of the list', async () => {
  const post = async () => ({ kind: 'done' as const, id: 'c12', number: 12 });
  expect(await answerForm({ intent: 'post', comment: begun }, context({ post }))).toEqual({
    kind: 'go',
    to: '/articles/story#comment-12',
  });
  expect(await answerForm({ intent: 'post', comment: { ...begun, parentId: 'c7' } }, context({ post }))).toEqual({
    kind: 'go',
    to: '/articles/story?comment=c12#comment-12',
  });
});
