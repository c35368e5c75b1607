import { randomUUID } from 'node:crypto';
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

const codes = (payload: { userErrors: { code: string }[] }) => payload.userErrors.map(({ code }) => code);

describe('posting a comment', () => {
  it('is for who is signed in', async () => {
    const articleId = await service.publishedArticle();
    const { errors } = await service.graph(
      `mutation { postComment(input: { articleId: "${articleId}", body: "Hello" }) { comment { id } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('shows the comment with its author, its number and where it stands', async () => {
    const articleId = await service.publishedArticle();
    const viewer = newReader();
    const { comment } = await ask.post({ articleId, body: 'שלום!\n\nSee https://example.org.', viewer });
    const { data } = await service.graph(
      `{ comment(id: "${comment.id}") { number depth article { id } author { id displayName role } bodyHtml bodyText direction status deleted
        editedAt editableUntil replyCount parent { id } ancestors { id } permalink } viewer { displayName role } }`,
      {},
      viewer,
    );
    expect(data.comment).toMatchObject({
      number: 1,
      depth: 0,
      article: { id: articleId },
      author: { id: viewer.id, displayName: viewer.displayName, role: 'READER' },
      bodyHtml:
        '<p dir="auto">שלום!</p><p dir="auto">See <a href="https://example.org/" rel="ugc nofollow noopener" dir="ltr">https://example.org</a>.</p>',
      bodyText: 'שלום!\n\nSee https://example.org.',
      direction: 'RTL',
      status: 'PUBLISHED',
      deleted: false,
      editedAt: null,
      replyCount: 0,
      parent: null,
      ancestors: [],
      permalink: `https://news.example/comments/${comment.id}`,
    });
    expect(Date.parse(data.comment.editableUntil)).toBeGreaterThan(Date.now());
    expect(data.viewer).toEqual({ displayName: viewer.displayName, role: 'READER' });
  });

  it('refuses a comment on an article that is not known here, and stores nothing', async () => {
    const viewer = newReader();
    for (const articleId of [randomUUID(), 'no uuid']) {
      expect(codes(await ask.post({ articleId, viewer }))).toEqual(['ARTICLE_UNKNOWN']);
    }
    const [row] =
      await service.admin`select count(*)::int as commenters from comments.commenters where id = ${viewer.id}`;
    expect(row).toEqual({ commenters: 0 });
  });

  it('refuses a comment in a closed thread; what was said stays', async () => {
    const articleId = await service.publishedArticle();
    await ask.post({ articleId });
    await service.admin`update comments.threads set state = 'CLOSED', because = 'CLOSED_BY_MODERATOR' where article_id = ${articleId}`;
    expect(codes(await ask.post({ articleId }))).toEqual(['THREAD_CLOSED']);
    const thread = await ask.thread(articleId, 'state because commentCount');
    expect(thread).toEqual({ state: 'CLOSED', because: 'CLOSED_BY_MODERATOR', commentCount: 1 });
  });

  it('takes 5000 characters and refuses 5001, an emoji counted as one', async () => {
    const articleId = await service.publishedArticle();
    expect(codes(await ask.post({ articleId, body: '😀'.repeat(5000) }))).toEqual([]);
    const refused = await ask.post({ articleId, body: '😀'.repeat(5001) });
    expect(refused).toMatchObject({ comment: null, userErrors: [{ code: 'TOO_LONG', path: ['input', 'body'] }] });
  });

  it('refuses a text with nothing to see in it', async () => {
    const articleId = await service.publishedArticle();
    for (const body of ['', ' \n\t ', '\u200b\u202e\u0001', '\u3164']) {
      expect(codes(await ask.post({ articleId, body }))).toEqual(['EMPTY']);
    }
  });

  it('takes the same words of one author once within ten minutes, in one thread', async () => {
    const [articleId, otherArticleId] = [await service.publishedArticle(), await service.publishedArticle()];
    const viewer = newReader();
    const repeat = { articleId, body: 'First!', viewer };
    expect(codes(await ask.post(repeat))).toEqual([]);
    expect(codes(await ask.post({ ...repeat, body: '  First! ' }))).toEqual(['REPEAT_POST']);
    expect(codes(await ask.post({ ...repeat, articleId: otherArticleId }))).toEqual([]);
    expect(codes(await ask.post({ ...repeat, viewer: newReader() }))).toEqual([]);
    await service.admin`update comments.comments set created_at = now() - interval '599 seconds' where author_id = ${viewer.id}`;
    expect(codes(await ask.post(repeat))).toEqual(['REPEAT_POST']);
    await service.admin`update comments.comments set created_at = now() - interval '601 seconds' where author_id = ${viewer.id}`;
    expect(codes(await ask.post(repeat))).toEqual([]);
  });

  it('takes five posts a minute of one commenter over all threads, and says how long to wait for the sixth', async () => {
    const [articleId, otherArticleId] = [await service.publishedArticle(), await service.publishedArticle()];
    const viewer = newReader();
    for (let post = 1; post <= 5; post += 1) expect(codes(await ask.post({ articleId, viewer }))).toEqual([]);
    const refused = await ask.post({ articleId: otherArticleId, viewer });
    expect(codes(refused)).toEqual(['RATE_LIMITED']);
    expect(refused.retryAfterSeconds).toBeGreaterThan(50);
    expect(refused.retryAfterSeconds).toBeLessThanOrEqual(60);
    const shift = (seconds: number) =>
      service.admin`update comments.commenters set recent_posts =
        array(select now() - make_interval(secs => ${seconds}) from unnest(recent_posts)) where id = ${viewer.id}`;
    await shift(57);
    expect((await ask.post({ articleId, viewer })).retryAfterSeconds).toBeLessThanOrEqual(3);
    await shift(61);
    expect(codes(await ask.post({ articleId, viewer }))).toEqual([]);
  });

  it('does not let two requests at once share the last place under the limit, nor a deletion make room', async () => {
    const [articleId, otherArticleId] = [await service.publishedArticle(), await service.publishedArticle()];
    const viewer = newReader();
    const payloads = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        ask.post({ articleId: index % 2 === 0 ? articleId : otherArticleId, viewer }),
      ),
    );
    const posted = payloads.filter(({ comment }) => comment !== null);
    expect(posted).toHaveLength(5);
    for (const { comment } of posted) await ask.remove(comment.id, viewer);
    expect(codes(await ask.post({ articleId, viewer }))).toEqual(['RATE_LIMITED']);
  });

  it('numbers comments 1, 2, 3 … without gaps, also when many post at once', async () => {
    const articleId = await service.publishedArticle();
    const payloads = await Promise.all(Array.from({ length: 30 }, () => ask.post({ articleId })));
    const numbers = payloads.map(({ comment }) => comment.number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect(await ask.thread(articleId, 'commentCount')).toEqual({ commentCount: 30 });
  });

  it('tells of the comment in the transaction that stores it', async () => {
    const articleId = await service.publishedArticle();
    const { comment } = await ask.post({ articleId });
    const told = () => service.admin`select type, payload from bus.events where payload ->> 'commentId' = ${comment.id}
      union all select type, payload from comments.outbox where payload ->> 'commentId' = ${comment.id}`;
    expect((await told()).map(({ type }) => type)).toContain('comment.posted');
    expect((await told())[0]).toMatchObject({ payload: { articleId, commentId: comment.id } });
  });
});

describe('replying', () => {
  it('refuses an answer to what is not there, is elsewhere, or was taken back', async () => {
    const [articleId, otherArticleId] = [await service.publishedArticle(), await service.publishedArticle()];
    const { comment: elsewhere } = await ask.post({ articleId: otherArticleId });
    const viewer = newReader();
    const { comment: takenBack } = await ask.post({ articleId, viewer });
    await ask.remove(takenBack.id, viewer);
    for (const parentId of [randomUUID(), 'no uuid', elsewhere.id, takenBack.id]) {
      const refused = await ask.post({ articleId, parentId });
      expect(refused.userErrors).toMatchObject([{ code: 'PARENT_GONE', path: ['input', 'parentId'] }]);
    }
  });

  it('goes eight levels down; what answers the deepest stands beside it', async () => {
    const articleId = await service.publishedArticle();
    let parentId: string | null = null;
    const chain: string[] = [];
    for (let depth = 0; depth <= 8; depth += 1) {
      const { comment } = await ask.post({ articleId, parentId });
      expect(comment.depth).toBe(depth);
      parentId = comment.id;
      chain.push(comment.id);
    }
    const { comment } = await ask.post({ articleId, parentId });
    expect(comment.depth).toBe(8);
    const { data } = await service.graph(`{ comment(id: "${comment.id}") { parent { id } ancestors { id } } }`);
    expect(data.comment.parent.id).toBe(chain[7]);
    expect(data.comment.ancestors.map(({ id }: { id: string }) => id)).toEqual(chain.slice(0, 8));
  });
});

describe('editing', () => {
  it('is for the author, while the five minutes last', async () => {
    const articleId = await service.publishedArticle();
    const viewer = newReader();
    const { comment } = await ask.post({ articleId, body: 'Frist!', viewer });
    const [row] = await service.admin`select created_at from comments.comments where id = ${comment.id}`;
    const end = new Date(row?.['created_at']).getTime() + 5 * 60_000;

    expect(codes(await ask.edit(comment.id, 'Mine now', newReader()))).toEqual(['NOT_YOURS']);
    expect(codes(await ask.edit(comment.id, 'Mine now', moderator))).toEqual(['NOT_YOURS']);
    expect(codes(await ask.edit(randomUUID(), 'Anything', viewer))).toEqual(['NOT_YOURS']);
    expect(codes(await ask.edit('no uuid', 'Anything', viewer))).toEqual(['NOT_YOURS']);
    expect(codes(await ask.edit(comment.id, ' ', viewer))).toEqual(['EMPTY']);
    expect((await ask.edit(comment.id, 'x'.repeat(5001), viewer)).userErrors).toMatchObject([
      { code: 'TOO_LONG', path: ['body'] },
    ]);

    service.setClock(new Date(end - 1));
    const edited = await ask.edit(comment.id, 'First!', viewer);
    expect(edited).toMatchObject({ comment: { bodyText: 'First!' }, userErrors: [] });
    const { data } = await service.graph(`{ comment(id: "${comment.id}") { editedAt editableUntil } }`, {}, viewer);
    expect(data.comment).toEqual({
      editedAt: new Date(end - 1).toISOString(),
      editableUntil: new Date(end).toISOString(),
    });

    service.setClock(new Date(end));
    const late = await ask.edit(comment.id, 'Too late', viewer);
    expect(late).toMatchObject({ comment: { bodyText: 'First!' }, userErrors: [{ code: 'EDIT_WINDOW_OVER' }] });
    const after = await service.graph(`{ comment(id: "${comment.id}") { editableUntil } }`, {}, viewer);
    expect(after.data.comment.editableUntil).toBeNull();
    service.setClock(null);
  });
});
