import { randomUUID } from 'node:crypto';
import { type DomainEvent, domainEvent } from '@dateline/events/domain-event';
import { createPostgresBus } from '@dateline/events/postgres-bus';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asking } from './asking.ts';
import { type CommentsUnderTest, startComments } from './start-comments.ts';

let service: CommentsUnderTest;
let ask: ReturnType<typeof asking>;
beforeAll(async () => {
  service = await startComments();
  ask = asking(service.graph);
});
afterAll(() => service[Symbol.asyncDispose]());

const tell = (...events: DomainEvent[]) => createPostgresBus(service.admin).publish(events);
const event = (type: 'article.published' | 'article.updated' | 'article.withdrawn', articleId: string) =>
  domainEvent(type, { articleId, slug: 'a-story', language: 'en', revision: 1 }, new Date());
const codes = async (articleId: string) =>
  (await ask.post({ articleId })).userErrors.map(({ code }: { code: string }) => code);

/** The consumer follows within moments; Vitest asks again until it has. */
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 20 });

describe('the articles that are out', () => {
  it('can be commented on once the news of their publication is here', async () => {
    const articleId = randomUUID();
    expect(await codes(articleId)).toEqual(['ARTICLE_UNKNOWN']);
    await tell(event('article.published', articleId));
    await eventually(async () => expect(await codes(articleId)).toEqual([]));
  });

  it('close their conversation when they are withdrawn, and open it again with what was said', async () => {
    const articleId = randomUUID();
    await tell(event('article.published', articleId));
    await eventually(async () => expect(await codes(articleId)).toEqual([]));
    await tell(event('article.withdrawn', articleId));
    const thread = () => ask.thread(articleId, 'state because commentCount');
    await eventually(async () =>
      expect(await thread()).toEqual({ state: 'CLOSED', because: 'ARTICLE_WITHDRAWN', commentCount: 0 }),
    );
    expect(await codes(articleId)).toEqual(['THREAD_CLOSED']);
    await tell(event('article.published', articleId));
    await eventually(async () => expect(await thread()).toEqual({ state: 'OPEN', because: 'OPEN', commentCount: 1 }));
  });

  it('show nothing of their conversation while they are withdrawn, and tell caches once that is so', async () => {
    const articleId = await service.publishedArticle();
    const { comment } = await ask.post({ articleId });
    const reply = (await ask.post({ articleId, parentId: comment.id })).comment;
    const shown = async () => {
      const { data } = await service.graph(
        `query ($articleId: ID!, $ids: [_Any!]!, $id: ID!) {
          commentCounts(articleIds: [$articleId]) { count }
          comment(id: $id) { bodyText replies { nodes { id } } }
          _entities(representations: $ids) { ... on Comment { id } ... on Article { thread { comments { nodes { id } } } } } }`,
        {
          articleId,
          id: comment.id,
          ids: [
            { __typename: 'Comment', id: reply.id },
            { __typename: 'Article', id: articleId },
          ],
        },
        null,
      );
      return data;
    };
    const before = await shown();
    expect(before).toMatchObject({
      commentCounts: [{ count: 2 }],
      comment: { replies: { nodes: [{ id: reply.id }] } },
    });
    await tell(event('article.withdrawn', articleId));
    await eventually(async () =>
      expect(await shown()).toEqual({
        commentCounts: [{ count: 0 }],
        comment: null,
        _entities: [null, { thread: { comments: { nodes: [] } } }],
      }),
    );
    await eventually(async () => {
      const rows =
        await service.admin`select 1 from bus.events where type = 'thread.closed' and payload ->> 'articleId' = ${articleId}`;
      expect(rows).toHaveLength(1);
    });
    await tell(event('article.published', articleId));
    await eventually(async () => expect(await shown()).toEqual(before));
  });

  it('keep a conversation closed that was closed for another reason, and its counts, however often they are told of', async () => {
    const articleId = await service.publishedArticle();
    await ask.post({ articleId });
    await service.admin`update comments.threads set state = 'CLOSED', because = 'CLOSED_BY_MODERATOR' where article_id = ${articleId}`;
    const published = event('article.published', articleId);
    const last = randomUUID();
    await tell(published, published, event('article.updated', articleId), event('article.updated', last));
    await eventually(async () => expect(await codes(last)).toEqual([]));
    expect(await ask.thread(articleId, 'state because commentCount')).toEqual({
      state: 'CLOSED',
      because: 'CLOSED_BY_MODERATOR',
      commentCount: 1,
    });
  });

  it('hear of what readers say: each change of a comment reaches the bus', async () => {
    const articleId = await service.publishedArticle();
    const viewer = { id: 'talker', displayName: 'Talker', roles: ['READER'] as const };
    const { comment } = await ask.post({ articleId, viewer });
    await ask.edit(comment.id, 'Said better', viewer);
    await ask.edit(comment.id, 'Said better', viewer);
    await ask.remove(comment.id, viewer);
    await eventually(async () => {
      const rows =
        await service.admin`select type from bus.events where payload ->> 'commentId' = ${comment.id} order by position`;
      expect(rows.map(({ type }) => type)).toEqual(['comment.posted', 'comment.edited', 'comment.removed']);
    });
  });
});
