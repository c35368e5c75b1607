import { randomUUID } from 'node:crypto';
import { domainEvent } from '@dateline/events/domain-event';
import { createPostgresBus } from '@dateline/events/postgres-bus';
import { type StreamedAnswer, signedEventStreams, signedSockets } from '@dateline/testing/signed-streams';
import { reader } from '@dateline/testing/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asking } from './asking.ts';
import { type CommentsUnderTest, newReader, startComments } from './start-comments.ts';

const activity = `subscription Activity($articleId: ID!, $after: String) {
  commentActivity(articleId: $articleId, after: $after) {
    __typename
    ... on CommentPosted { cursor comment { id bodyText author { displayName } editableUntil article { thread { commentCount } } } }
    ... on CommentEdited { cursor comment { id bodyText editedAt } }
    ... on CommentRemoved { cursor commentId tombstone { deleted bodyText author { displayName } } }
  }
}`;

describe.each(['sse', 'websocket'] as const)('a conversation, as it happens, by %s', (transport) => {
  let comments: CommentsUnderTest;
  beforeAll(async () => {
    comments = await startComments();
  });
  afterAll(() => comments[Symbol.asyncDispose]());

  const subscribe = (articleId: string, after: string | null = null, viewer = reader) =>
    comments.streams[transport](activity, { articleId, after }, viewer);

  /** Where the thread stands now. */
  async function cursorOf(articleId: string): Promise<string> {
    return (await asking(comments.graph).thread(articleId, 'activityCursor')).activityCursor;
  }
  const next = async (stream: AsyncGenerator<StreamedAnswer, void>) => {
    const { value } = await stream.next();
    return value?.data?.commentActivity ?? value;
  };

  it('tells of a post, an edit and a removal, each with its cursor and what changed', async () => {
    const ask = asking(comments.graph);
    const [articleId, writer] = [await comments.publishedArticle(), newReader()];
    const stream = subscribe(articleId, await cursorOf(articleId));
    const { comment } = await ask.post({ articleId, body: 'The ferry is late.', viewer: writer });
    expect(await next(stream)).toEqual({
      __typename: 'CommentPosted',
      cursor: expect.any(String),
      comment: {
        id: comment.id,
        bodyText: 'The ferry is late.',
        author: { displayName: writer.displayName },
        editableUntil: null,
        article: { thread: { commentCount: 1 } },
      },
    });
    await ask.edit(comment.id, 'The ferry is on time.', writer);
    expect(await next(stream)).toMatchObject({
      __typename: 'CommentEdited',
      comment: { id: comment.id, bodyText: 'The ferry is on time.', editedAt: expect.any(String) },
    });
    await ask.remove(comment.id, writer);
    expect(await next(stream)).toEqual({
      __typename: 'CommentRemoved',
      cursor: expect.any(String),
      commentId: comment.id,
      tombstone: { deleted: true, bodyText: '', author: null },
    });
    await stream.return();
  });

  it('goes on after any cursor without gap or repetition, and hears nothing of other articles', async () => {
    const ask = asking(comments.graph);
    const [articleId, elsewhere] = [await comments.publishedArticle(), await comments.publishedArticle()];
    const said: string[] = [];
    let after: string | null = await cursorOf(articleId);
    const heard: string[] = [];
    for (let round = 0; round < 4; round++) {
      for (const body of [`${round} a`, `${round} b`]) said.push((await ask.post({ articleId, body })).comment.id);
      await ask.post({ articleId: elsewhere });
      const stream = subscribe(articleId, after);
      said.push((await ask.post({ articleId, body: `${round} c` })).comment.id);
      while (heard.length < said.length) {
        const step = await next(stream);
        heard.push(step.comment.id);
        after = step.cursor;
      }
      await stream.return();
    }
    expect(heard).toEqual(said);
  });

  it('says nothing of what readers may not see: withheld by then, or never shown', async () => {
    const ask = asking(comments.graph);
    const articleId = await comments.publishedArticle();
    const after = await cursorOf(articleId);
    const { comment: hidden } = await ask.post({ articleId, body: 'Held back.' });
    await comments.admin`update comments.comments set status = 'WITHHELD' where id = ${hidden.id}`;
    const stream = subscribe(articleId, after);
    const { comment: seen } = await ask.post({ articleId, body: 'Shown.' });
    expect(await next(stream)).toMatchObject({ __typename: 'CommentPosted', comment: { id: seen.id } });
    await stream.return();
  });

  it('refuses what is no cursor, what is too long ago, and what is no article', async () => {
    const articleId = await comments.publishedArticle();
    const after = await cursorOf(articleId);
    const codeOf = async (stream: AsyncGenerator<StreamedAnswer, void>) => {
      try {
        return (await stream.next()).value?.errors?.[0]?.extensions?.['code'];
      } catch (errors) {
        return (errors as StreamedAnswer['errors'])?.[0]?.extensions?.['code'];
      }
    };
    expect(await codeOf(subscribe(articleId, 'yesterday'))).toBe('BAD_USER_INPUT');
    expect(await codeOf(subscribe('lighthouse'))).toBe('BAD_USER_INPUT');
    const events = Array.from({ length: 501 }, () =>
      domainEvent('comment.posted', { articleId, commentId: randomUUID() }, new Date()),
    );
    await createPostgresBus(comments.admin).publish(events);
    expect(await codeOf(subscribe(articleId, after))).toBe('CURSOR_TOO_OLD');
  });

  it('is for its gateway only: who signs with another secret is not let in', async () => {
    const secret = 'another secret, of another house altogether';
    const forge = { sse: signedEventStreams, websocket: signedSockets }[transport];
    const stream = forge({ subgraph: 'comments', url: comments.url, secret })(activity, { articleId: randomUUID() });
    await expect(stream.next()).rejects.toBeDefined();
  });
});

it('streams end when the service drains, and hold it up no longer', async () => {
  const comments = await startComments();
  const articleId = await comments.publishedArticle();
  const streams = [comments.streams.sse, comments.streams.websocket].map((to) => to(activity, { articleId }, reader));
  const ends = streams.map((stream) => stream.next().catch(() => 'cut'));
  await expect.poll(async () => (await fetch(`${comments.url}/readyz`)).status).toBe(200);
  const startedAtMs = performance.now();
  await comments.drain();
  await Promise.all(ends);
  expect(performance.now() - startedAtMs).toBeLessThan(5_000);
  await comments[Symbol.asyncDispose]();
});
