import { moderator } from '@dateline/testing/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asking } from './asking.ts';
import { type CommentsUnderTest, newReader, startComments } from './start-comments.ts';

describe('what may be kept of conversations', () => {
  let service: CommentsUnderTest;
  let articleId: string;
  let commentId: string;
  const author = newReader();
  const other = newReader();
  const saidAt = new Date('2026-03-01T12:00:00.000Z');

  beforeAll(async () => {
    service = await startComments();
    articleId = await service.publishedArticle();
    ({
      comment: { id: commentId },
    } = await asking(service.graph).post({ articleId, viewer: author }));
    await service.admin`update comments.comments set created_at = ${saidAt}`;
  });
  afterAll(() => service[Symbol.asyncDispose]());

  const policyOf = async (query: string, viewer: typeof author | null = null) => {
    const of = [{ __typename: 'Article', id: articleId }];
    const { errors, cacheControl } = await service.graph(query, query.includes('$of') ? { of } : {}, viewer);
    expect(errors).toBeUndefined();
    return cacheControl;
  };
  const thread = (selection: string) =>
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Article { thread { ${selection} } } } }`;
  const words = 'nodes { bodyHtml author { displayName } replies { nodes { bodyText } pageInfo { endCursor } } }';

  it('what everybody reads, for half a minute', async () => {
    expect(await policyOf(thread(`state commentCount comments { ${words} }`))).toBe('max-age=30, public');
    expect(await policyOf(thread(`comments { ${words} }`), other)).toBe('max-age=30, public');
    expect(await policyOf(`{ comment(id: "${commentId}") { bodyText parent { id } ancestors { id } } }`)).toBe(
      'max-age=30, public',
    );
    expect(await policyOf(`{ commentCounts(articleIds: ["${articleId}"]) { count } }`)).toBe('max-age=30, public');
  });

  it('by a comment’s id as events write it only', async () => {
    expect(await policyOf(`{ comment(id: "${commentId.toUpperCase()}") { bodyText } }`)).toBe('no-store');
  });

  it('what depends on who asks: public for who is signed out, nothing of drafts and of the viewer for who is signed in', async () => {
    const own = ['viewerDraft { body }', 'viewerDrafts { body }'];
    for (const field of own) {
      expect(await policyOf(thread(field))).toBe('max-age=30, public');
      expect(await policyOf(thread(field), other)).toBe('no-store');
    }
    expect(await policyOf('{ viewer { displayName } }')).toBe('max-age=30, public');
    expect(await policyOf('{ viewer { displayName } }', other)).toBe('no-store');
  });

  it('until when a comment may be changed: each viewer’s own, and not beyond that instant', async () => {
    const query = thread('comments { nodes { editableUntil } }');
    const at = async (secondsLater: number, viewer: typeof author | null) => {
      service.setClock(new Date(saidAt.getTime() + secondsLater * 1000));
      return policyOf(query, viewer);
    };
    expect(await at(0, null)).toBe('max-age=30, public');
    expect(await at(0, other)).toBe('max-age=30, private');
    expect(await at(0, author)).toBe('max-age=30, private');
    expect(await at(290.5, author)).toBe('max-age=9, private');
    expect(await at(299.5, author)).toBe('no-store');
    expect(await at(300, author)).toBe('max-age=30, private');
    service.setClock(null);
  });

  it('nothing for a moderator', async () => {
    expect(await policyOf(thread('commentCount'), moderator)).toBe('no-store');
  });
});
