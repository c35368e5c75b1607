import { randomUUID } from 'node:crypto';
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

const isQuery = (statement: string) =>
  !/^\s*(begin|commit|set|show)\b/i.test(statement) && !statement.includes('pg_catalog');
const queries = () => service.takeStatements().filter(isQuery);

const postMany = async (articleId: string, count: number, parentId: string | null = null): Promise<string[]> => {
  const ids: string[] = [];
  for (let post = 0; post < count; post += 1) ids.push((await ask.post({ articleId, parentId })).comment.id);
  return ids;
};

describe('a thread', () => {
  it('is there for every article: open and empty for one that has not been heard of, null for what is no id', async () => {
    const thread = await ask.thread(randomUUID(), 'state because commentCount comments { nodes { id } }');
    expect(thread).toEqual({ state: 'OPEN', because: 'OPEN', commentCount: 0, comments: { nodes: [] } });
    expect(await ask.thread('no uuid', 'state')).toBeNull();
  });

  it('counts for a page of teasers in one statement, in the order asked, unknown and malformed ids as none', async () => {
    const articleIds = await Promise.all(Array.from({ length: 97 }, () => service.publishedArticle()));
    await postMany(String(articleIds[0]), 2);
    await postMany(String(articleIds[5]), 1);
    const asked = [...articleIds.toReversed(), randomUUID(), 'no uuid', String(articleIds[5])];
    service.takeStatements();
    const { data } = await service.graph(
      'query ($ids: [ID!]!) { commentCounts(articleIds: $ids) { articleId count } }',
      { ids: asked },
    );
    expect(queries()).toHaveLength(1);
    const counts: Record<string, number> = { [String(articleIds[0])]: 2, [String(articleIds[5])]: 1 };
    expect(data.commentCounts).toEqual(asked.map((articleId) => ({ articleId, count: counts[articleId] ?? 0 })));
  });

  it('counts 100 articles at once and refuses 101', async () => {
    const query = 'query ($ids: [ID!]!) { commentCounts(articleIds: $ids) { count } }';
    const ids = Array.from({ length: 101 }, () => randomUUID());
    expect((await service.graph(query, { ids: ids.slice(1) })).data.commentCounts).toHaveLength(100);
    const { errors } = await service.graph(query, { ids });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: ['articleIds'] });
  });

  it('reads counts, pages, replies, authors and ancestors of many articles in one statement each', async () => {
    const articleIds = [await service.publishedArticle(), await service.publishedArticle()];
    for (const articleId of articleIds) {
      for (const id of await postMany(articleId, 3)) await postMany(articleId, 2, id);
    }
    service.takeStatements();
    const { data, errors } = await service.graph(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Article { thread { commentCount comments(first: 2) { nodes {
        author { displayName } replies(first: 1) { nodes { number author { id } ancestors { number } parent { number } } pageInfo { hasNextPage } } } } } } } }`,
      { of: articleIds.map((id) => ({ __typename: 'Article', id })) },
    );
    expect(errors).toBeUndefined();
    // Threads, their pages, replies, authors of both levels, ancestors and parents.
    expect(queries().length).toBeLessThanOrEqual(6);
    for (const { thread } of data._entities) {
      expect(thread.commentCount).toBe(9);
      expect(thread.comments.nodes).toHaveLength(2);
      expect(thread.comments.nodes[0].replies).toMatchObject({
        nodes: [{ number: 8, ancestors: [{ number: 3 }], parent: { number: 3 } }],
        pageInfo: { hasNextPage: true },
      });
    }
  });
});

describe('paging', () => {
  const page = async (articleId: string, sort: string, after: string | null, first = 3) => {
    const selection = `comments(sort: ${sort}, first: ${first}, after: ${JSON.stringify(after)}) { nodes { number } pageInfo { hasNextPage hasPreviousPage endCursor } }`;
    return (await ask.thread(articleId, selection)).comments;
  };

  it.each(['NEWEST', 'OLDEST'])(
    '%s never skips or repeats a comment, however many are posted meanwhile',
    async (sort) => {
      const articleId = await service.publishedArticle();
      await postMany(articleId, 10);
      const seen: number[] = [];
      const meanwhile: Promise<unknown>[] = [];
      let after: string | null = null;
      do {
        const { nodes, pageInfo } = await page(articleId, sort, after);
        seen.push(...nodes.map(({ number }: { number: number }) => number));
        if (meanwhile.length < 8) meanwhile.push(ask.post({ articleId }), ask.post({ articleId }));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      await Promise.all(meanwhile);
      const atLeast = Array.from({ length: 10 }, (_, index) => index + 1);
      expect(seen).toEqual(expect.arrayContaining(atLeast));
      expect(seen).toEqual(sort === 'NEWEST' ? atLeast.toReversed() : Array.from(seen, (_, index) => index + 1));
    },
  );

  it('pages the replies to a comment in both orders', async () => {
    const articleId = await service.publishedArticle();
    const { comment } = await ask.post({ articleId });
    await postMany(articleId, 5, comment.id);
    const replies = async (args: string) => {
      const { data } = await service.graph(
        `{ comment(id: "${comment.id}") { replyCount replies(${args}) { nodes { number } edges { cursor } pageInfo { hasNextPage endCursor } } } }`,
      );
      return data.comment.replies;
    };
    const numbers = ({ nodes }: { nodes: { number: number }[] }) => nodes.map(({ number }) => number);
    const oldest = await replies('first: 2');
    expect(numbers(oldest)).toEqual([2, 3]);
    expect(numbers(await replies(`first: 10, after: "${oldest.pageInfo.endCursor}"`))).toEqual([4, 5, 6]);
    const newest = await replies('first: 2, sort: NEWEST');
    expect(numbers(newest)).toEqual([6, 5]);
    expect(numbers(await replies(`first: 10, sort: NEWEST, after: "${newest.edges[0].cursor}"`))).toEqual([5, 4, 3, 2]);
  });

  it('refuses a cursor of another order, and one that is none', async () => {
    const articleId = await service.publishedArticle();
    await postMany(articleId, 4);
    const { pageInfo } = await page(articleId, 'NEWEST', null);
    await expect(page(articleId, 'OLDEST', pageInfo.endCursor)).rejects.toThrow('BAD_USER_INPUT');
    await expect(page(articleId, 'NEWEST', 'rubbish')).rejects.toThrow('BAD_USER_INPUT');
  });
});

describe('a comment', () => {
  it('is null where there is none, and where it waits for a moderator or was refused', async () => {
    const articleId = await service.publishedArticle();
    const { comment } = await ask.post({ articleId });
    for (const id of [randomUUID(), 'no uuid']) {
      expect((await service.graph(`{ comment(id: "${id}") { id } }`)).data).toEqual({ comment: null });
    }
    for (const status of ['PENDING', 'REJECTED', 'WITHHELD']) {
      await service.admin`update comments.comments set status = ${status} where id = ${comment.id}`;
      expect((await service.graph(`{ comment(id: "${comment.id}") { id } }`)).data).toEqual({ comment: null });
      expect(await ask.thread(articleId, 'comments { nodes { id } }')).toEqual({ comments: { nodes: [] } });
    }
  });
});

describe('viewer', () => {
  it('is null when signed out; somebody who has not taken part yet would join now', async () => {
    const query = '{ viewer { id displayName role joinedAt } }';
    expect((await service.graph(query)).data).toEqual({ viewer: null });
    const viewer = newReader();
    const editor = { ...viewer, roles: ['READER', 'EDITOR'] as const };
    const before = Date.now();
    const { data } = await service.graph(query, {}, editor);
    expect(data.viewer).toMatchObject({ id: viewer.id, displayName: viewer.displayName, role: 'STAFF' });
    expect(Date.parse(data.viewer.joinedAt)).toBeGreaterThanOrEqual(before);
  });

  it('is shown under the name and role of the last time they took part', async () => {
    const articleId = await service.publishedArticle();
    const viewer = newReader();
    const { comment } = await ask.post({ articleId, viewer });
    await ask.post({ articleId, viewer: { ...viewer, displayName: 'Renamed', roles: ['READER', 'MODERATOR'] } });
    const { data } = await service.graph(`{ comment(id: "${comment.id}") { author { displayName role } } }`);
    expect(data.comment.author).toEqual({ displayName: 'Renamed', role: 'MODERATOR' });
  });

  it.each([
    ['Dana\u202Eanad\n\nModerator\u0000', 'Danaanad Moderator'],
    ['  דנה\u200F  (חיפה) ', 'דנה\u200F (חיפה)'],
    ['\u202E\u200B\u0000', '–'],
  ])('called %j is shown as %j: a name turns no words around it', async (displayName, shown) => {
    const viewer = { ...newReader(), displayName };
    const { comment } = await ask.post({ articleId: await service.publishedArticle(), viewer });
    const query = `{ viewer { displayName } comment(id: "${comment.id}") { author { displayName } } }`;
    const { data } = await service.graph(query, {}, viewer);
    expect(data).toEqual({ viewer: { displayName: shown }, comment: { author: { displayName: shown } } });
  });
});
