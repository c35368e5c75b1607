import { randomUUID } from 'node:crypto';
import type { Viewer } from '@dateline/service-kit/viewer';
import { moderator } from '@dateline/testing/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asking } from './asking.ts';
import { type CommentsUnderTest, newReader, startComments } from './start-comments.ts';

let service: CommentsUnderTest;
let ask: ReturnType<typeof asking>;
beforeAll(async () => {
  service = await startComments();
  ask = asking(service.graph);
});
afterAll(() => service[Symbol.asyncDispose]());

const draftFields = 'id articleId parentId body version';

interface Saving {
  readonly articleId: string;
  readonly body: string;
  readonly parentId?: string;
  readonly version?: number;
  readonly replaceCurrent?: boolean;
  readonly locale?: string;
}

const save = async (viewer: Viewer | null, input: Saving) => {
  const { data, errors } = await service.graph(
    `mutation ($input: CommentDraftInput!) { saveCommentDraft(input: $input) { draft { ${draftFields} updatedAt } userErrors { code message path } } }`,
    { input },
    viewer,
  );
  return errors ? { code: errors[0]?.extensions?.['code'] } : data.saveCommentDraft;
};
const discard = async (viewer: Viewer, id: string) => {
  const mutation = 'mutation ($id: ID!) { discardCommentDraft(id: $id) { draft { id } userErrors { code } } }';
  return (await service.graph(mutation, { id }, viewer)).data.discardCommentDraft;
};
const standing = async (viewer: Viewer | null, articleId: string) =>
  (await ask.thread(articleId, `viewerDrafts { ${draftFields} }`, viewer)).viewerDrafts;

describe('a draft', () => {
  it('is for who is signed in; a signed-out reader has none', async () => {
    const articleId = await service.publishedArticle();
    expect(await save(null, { articleId, body: 'Hm' })).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await ask.thread(articleId, 'viewerDraft { id } viewerDrafts { id }')).toEqual({
      viewerDraft: null,
      viewerDrafts: [],
    });
  });

  it('is saved as it is typed, version by version, and found under its target', async () => {
    const articleId = await service.publishedArticle();
    const { comment } = await ask.post({ articleId });
    const viewer = newReader();
    const first = await save(viewer, { articleId, parentId: comment.id, body: ' I thi' });
    expect(first).toMatchObject({
      draft: { articleId, parentId: comment.id, body: ' I thi', version: 1 },
      userErrors: [],
    });
    const second = await save(viewer, { articleId, parentId: comment.id, body: 'I think…', version: 1 });
    expect(second.draft).toMatchObject({ id: first.draft.id, body: 'I think…', version: 2 });
    const thread = await ask.thread(
      articleId,
      `reply: viewerDraft(parentId: "${comment.id}") { body version } top: viewerDraft { id } odd: viewerDraft(parentId: "no uuid") { id }`,
      viewer,
    );
    expect(thread).toEqual({ reply: { body: 'I think…', version: 2 }, top: null, odd: null });
  });

  it('takes 5000 characters and refuses 5001', async () => {
    const articleId = await service.publishedArticle();
    const viewer = newReader();
    const { draft } = await save(viewer, { articleId, body: '😀'.repeat(5000) });
    const refused = await save(viewer, { articleId, body: '😀'.repeat(5001), version: draft.version });
    expect(refused.userErrors).toMatchObject([{ code: 'TOO_LONG', path: ['input', 'body'] }]);
    expect(await standing(viewer, articleId)).toMatchObject([{ version: 1 }]);
  });

  it('is not kept for an article or a comment that is not known here', async () => {
    const articleId = await service.publishedArticle();
    const viewer = newReader();
    for (const unknown of [randomUUID(), 'no uuid']) {
      expect((await save(viewer, { articleId: unknown, body: 'Hm' })).userErrors).toMatchObject([
        { code: 'ARTICLE_UNKNOWN' },
      ]);
      expect((await save(viewer, { articleId, parentId: unknown, body: 'Hm' })).userErrors).toMatchObject([
        { code: 'PARENT_GONE' },
      ]);
    }
  });

  it('outlives the comment that it answers, so that its words can still be saved', async () => {
    const articleId = await service.publishedArticle();
    const viewer = newReader();
    const { comment } = await ask.post({ articleId });
    const { draft } = await save(viewer, { articleId, parentId: comment.id, body: 'You are' });
    await ask.remove(comment.id, moderator);
    const saved = await save(viewer, {
      articleId,
      parentId: comment.id,
      body: 'You are right',
      version: draft.version,
    });
    expect(saved).toMatchObject({ draft: { body: 'You are right' }, userErrors: [] });
  });
});

describe('beginning another draft', () => {
  it.each([
    [undefined, 'This will delete your current comment'],
    ['en-GB', 'This will delete your current comment'],
    ['he', 'פעולה זו תמחק את התגובה הנוכחית שלך'],
    ['ar-EG', 'سيؤدي هذا إلى حذف تعليقك الحالي'],
    ['fr', 'This will delete your current comment'],
    ['no language!', 'This will delete your current comment'],
  ])('warns in the language of %s, shows what would be lost, and changes nothing', async (locale, message) => {
    const articleId = await service.publishedArticle();
    const { comment } = await ask.post({ articleId });
    const viewer = newReader();
    const { draft } = await save(viewer, { articleId, body: 'A long thought' });
    const warned = await save(viewer, { articleId, parentId: comment.id, body: 'But', ...(locale ? { locale } : {}) });
    expect(warned).toEqual({ draft, userErrors: [{ code: 'DRAFT_WOULD_BE_LOST', message, path: ['input', 'body'] }] });
    const { updatedAt: _updatedAt, ...untouched } = draft;
    expect(await standing(viewer, articleId)).toEqual([untouched]);
  });

  it('warns on the same target too', async () => {
    const articleId = await service.publishedArticle();
    const viewer = newReader();
    await save(viewer, { articleId, body: 'A long thought' });
    const warned = await save(viewer, { articleId, body: 'A new thought' });
    expect(warned).toMatchObject({ draft: { body: 'A long thought' }, userErrors: [{ code: 'DRAFT_WOULD_BE_LOST' }] });
  });

  it('replaces what stands when the reader says so', async () => {
    const articleId = await service.publishedArticle();
    const { comment } = await ask.post({ articleId });
    const viewer = newReader();
    await save(viewer, { articleId, body: 'A long thought' });
    const replaced = await save(viewer, { articleId, parentId: comment.id, body: 'But', replaceCurrent: true });
    expect(replaced).toMatchObject({ draft: { parentId: comment.id, body: 'But' }, userErrors: [] });
    expect(await standing(viewer, articleId)).toMatchObject([{ parentId: comment.id, body: 'But' }]);
    const again = await save(viewer, { articleId, parentId: comment.id, body: 'And', replaceCurrent: true });
    expect(again).toMatchObject({ draft: { body: 'And' }, userErrors: [] });
  });

  it('is free when nothing stands but an empty draft, or one under another article, or one of somebody else', async () => {
    const [articleId, otherArticleId] = [await service.publishedArticle(), await service.publishedArticle()];
    const { comment } = await ask.post({ articleId });
    const viewer = newReader();
    await save(newReader(), { articleId, body: 'Somebody else thinks' });
    await save(viewer, { articleId: otherArticleId, body: 'Another matter' });
    await save(viewer, { articleId, body: ' \n ' });
    expect((await save(viewer, { articleId, parentId: comment.id, body: 'But' })).userErrors).toEqual([]);
    expect(await standing(viewer, otherArticleId)).toMatchObject([{ body: 'Another matter' }]);
  });
});

describe('several tabs', () => {
  it('that save at once lose nothing silently: one saves, the others are told', async () => {
    const articleId = await service.publishedArticle();
    const viewer = newReader();
    const words = Array.from({ length: 8 }, (_, tab) => `From tab ${tab}`);
    const begun = await Promise.all(words.map((body) => save(viewer, { articleId, body })));
    const told = begun.filter(({ userErrors }) => userErrors.length > 0);
    const saved = begun.filter(({ userErrors }) => userErrors.length === 0);
    expect([told.length, saved.length]).toEqual([7, 1]);
    for (const { draft, userErrors } of told) {
      expect(draft).toEqual(saved[0].draft);
      expect(userErrors).toMatchObject([{ code: 'DRAFT_WOULD_BE_LOST' }]);
    }

    const version = saved[0].draft.version;
    const goneOn = await Promise.all(
      words.map((body) => save(viewer, { articleId, body: `${body}, and on`, version })),
    );
    expect(goneOn.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    const [kept] = await standing(viewer, articleId);
    expect(goneOn.every(({ draft }) => draft.body === kept.body)).toBe(true);
  });

  it('hear of each other: an older version does not write over a newer one; the same words again are no loss', async () => {
    const articleId = await service.publishedArticle();
    const viewer = newReader();
    await save(viewer, { articleId, body: 'One' });
    await save(viewer, { articleId, body: 'One and two', version: 1 });
    const stale = await save(viewer, { articleId, body: 'One or two', version: 1 });
    expect(stale).toMatchObject({
      draft: { body: 'One and two', version: 2 },
      userErrors: [{ code: 'DRAFT_WOULD_BE_LOST' }],
    });
    const repeated = await save(viewer, { articleId, body: 'One and two', version: 1 });
    expect(repeated).toMatchObject({ draft: { body: 'One and two' }, userErrors: [] });
  });

  it('are no danger to the next draft either: versions go on growing when a draft was posted or thrown away', async () => {
    const articleId = await service.publishedArticle();
    const viewer = newReader();
    const { draft: old } = await save(viewer, { articleId, body: 'The first comment' });
    await ask.post({ articleId, body: 'The first comment', viewer });
    const { draft: next } = await save(viewer, { articleId, body: 'The second comment' });
    expect(next.id).not.toBe(old.id);
    const fromOldTab = await save(viewer, { articleId, body: 'The first comment, again', version: old.version });
    expect(fromOldTab.userErrors).toMatchObject([{ code: 'DRAFT_WOULD_BE_LOST' }]);
    expect(await standing(viewer, articleId)).toMatchObject([{ id: next.id, body: 'The second comment' }]);
  });
});

describe('posting', () => {
  it('takes the draft of its target with it, and no other; a refused post leaves it', async () => {
    const articleId = await service.publishedArticle();
    const { comment } = await ask.post({ articleId });
    const viewer = newReader();
    await save(viewer, { articleId, body: '' });
    await save(viewer, { articleId, parentId: comment.id, body: 'My answer' });
    await ask.post({ articleId, parentId: comment.id, body: ' ', viewer });
    expect(await standing(viewer, articleId)).toHaveLength(2);
    await ask.post({ articleId, parentId: comment.id, body: 'My answer', viewer });
    expect(await standing(viewer, articleId)).toMatchObject([{ parentId: null, body: '' }]);
  });
});

describe('throwing a draft away', () => {
  it('removes its words; one that is gone, or never was, is no error', async () => {
    const articleId = await service.publishedArticle();
    const viewer = newReader();
    const { draft } = await save(viewer, { articleId, body: 'On second thought' });
    for (const id of [draft.id, draft.id, randomUUID(), 'no uuid']) {
      expect(await discard(viewer, id)).toEqual({ draft: null, userErrors: [] });
    }
    expect(await standing(viewer, articleId)).toEqual([]);
    const rows = await service.admin`select body from comments.drafts where viewer_id = ${viewer.id}`;
    expect(rows).toEqual([{ body: null }]);
  });

  it('is for nobody else, who cannot read it either', async () => {
    const articleId = await service.publishedArticle();
    const viewer = newReader();
    const { draft } = await save(viewer, { articleId, body: 'A private thought' });
    for (const other of [newReader(), moderator]) {
      await discard(other, draft.id);
      expect(await standing(other, articleId)).toEqual([]);
    }
    expect(await standing(viewer, articleId)).toMatchObject([{ body: 'A private thought' }]);
  });
});
