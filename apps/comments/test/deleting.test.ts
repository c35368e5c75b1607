import { moderator } from '@dateline/testing/viewers';
import fc from 'fast-check';
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

const shown =
  'commentCount comments(sort: OLDEST) { nodes { number deleted replyCount replies { nodes { number } } } }';

describe('taking a comment back', () => {
  it('is for its author and for moderators, and for nobody else', async () => {
    const articleId = await service.publishedArticle();
    const author = newReader();
    const { comment: first } = await ask.post({ articleId, viewer: author });
    const { comment: second } = await ask.post({ articleId, viewer: author });
    const refused = await ask.remove(first.id, newReader());
    expect(refused).toMatchObject({ comment: { id: first.id }, userErrors: [{ code: 'NOT_YOURS', path: ['id'] }] });
    expect((await ask.remove('no uuid', author)).userErrors).toMatchObject([{ code: 'NOT_YOURS' }]);
    expect((await ask.remove(first.id, author)).userErrors).toEqual([]);
    expect((await ask.remove(second.id, moderator)).userErrors).toEqual([]);
    expect(await ask.thread(articleId, 'commentCount')).toEqual({ commentCount: 0 });
    const { errors } = await service.graph(`mutation { deleteComment(id: "${first.id}") { comment { id } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('really removes the words and the author, and leaves a tombstone that holds the replies', async () => {
    const articleId = await service.publishedArticle();
    const author = newReader();
    const { comment } = await ask.post({ articleId, body: 'Words that I regret', viewer: author });
    await ask.post({ articleId, parentId: comment.id });
    await ask.remove(comment.id, author);

    const [row] = await service.admin`select to_jsonb(comments) as row from comments.comments where id = ${comment.id}`;
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`regret|${author.id}`));
    const { data } = await service.graph(
      `{ comment(id: "${comment.id}") { number author { id } bodyText bodyHtml status deleted editedAt replyCount } }`,
    );
    expect(data.comment).toEqual({
      number: 1,
      author: null,
      bodyText: '',
      bodyHtml: '',
      status: 'DELETED',
      deleted: true,
      editedAt: null,
      replyCount: 1,
    });
    expect(await ask.thread(articleId, shown)).toEqual({
      commentCount: 1,
      comments: { nodes: [{ number: 1, deleted: true, replyCount: 1, replies: { nodes: [{ number: 2 }] } }] },
    });
  });

  it('takes a tombstone out of lists with its last reply, up the thread, and keeps the numbers', async () => {
    const articleId = await service.publishedArticle();
    const { comment: top } = await ask.post({ articleId });
    const { comment: middle } = await ask.post({ articleId, parentId: top.id });
    const { comment: leaf } = await ask.post({ articleId, parentId: middle.id });
    await ask.remove(top.id, moderator);
    await ask.remove(middle.id, moderator);
    expect(await ask.thread(articleId, 'commentCount comments { nodes { number } }')).toEqual({
      commentCount: 1,
      comments: { nodes: [{ number: 1 }] },
    });
    await ask.remove(leaf.id, moderator);
    expect(await ask.thread(articleId, 'commentCount comments { nodes { number } }')).toEqual({
      commentCount: 0,
      comments: { nodes: [] },
    });
    const { data } = await service.graph(`{ comment(id: "${top.id}") { number deleted replyCount } }`);
    expect(data.comment).toEqual({ number: 1, deleted: true, replyCount: 0 });
    expect((await ask.post({ articleId })).comment.number).toBe(4);
  });

  it('done twice by a moderator changes nothing more and tells it once', async () => {
    const articleId = await service.publishedArticle();
    const { comment } = await ask.post({ articleId });
    await Promise.all([ask.remove(comment.id, moderator), ask.remove(comment.id, moderator)]);
    expect(await ask.thread(articleId, 'commentCount')).toEqual({ commentCount: 0 });
    const told =
      await service.admin`select id from bus.events where payload ->> 'commentId' = ${comment.id} and type = 'comment.removed'
      union select id from comments.outbox where payload ->> 'commentId' = ${comment.id} and type = 'comment.removed'`;
    expect(told).toHaveLength(1);
  });
});

describe('the counters', () => {
  it('are what a recount finds, after any mix of posts, replies and deletions at once', async () => {
    const step = fc.record({ kind: fc.constantFrom('post', 'reply', 'reply', 'remove'), at: fc.nat() });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 5 }), async (rounds) => {
        const articleId = await service.publishedArticle();
        const ids: string[] = [];
        for (const round of rounds) {
          const posted = await Promise.all(
            round.map(async ({ kind, at }) => {
              const target = ids[at % Math.max(1, ids.length)];
              if (kind === 'remove') return target ? (await ask.remove(target, moderator)) && null : null;
              return ask.post({ articleId, parentId: kind === 'reply' ? (target ?? null) : null });
            }),
          );
          ids.push(...posted.flatMap((payload) => (payload?.comment ? [payload.comment.id] : [])));
        }
        await expectCountersToHold(service, articleId);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

/** Counts again from the rows alone: what is seen, what is listed, and which numbers were given. */
async function expectCountersToHold({ admin }: CommentsUnderTest, articleId: string): Promise<void> {
  const [thread] = await admin`select comment_count, next_number from comments.threads where article_id = ${articleId}`;
  const rows = await admin`select id, parent_id, status, reply_count, number, listed from comments.comments
    where article_id = ${articleId} order by number`;
  const listedReplies = (id: string): number => rows.filter((row) => row['parent_id'] === id && isListed(row)).length;
  const isListed = (row: (typeof rows)[number]): boolean => row['status'] !== 'DELETED' || listedReplies(row['id']) > 0;
  expect(thread).toEqual({
    comment_count: rows.filter((row) => row['status'] !== 'DELETED').length,
    next_number: rows.length + 1,
  });
  expect(rows.map((row) => row['number'])).toEqual(rows.map((_row, index) => index + 1));
  expect(rows.map((row) => row['reply_count'])).toEqual(rows.map((row) => listedReplies(row['id'])));
  expect(rows.map((row) => row['listed'])).toEqual(rows.map(isListed));
}
