import { randomUUID } from 'node:crypto';
import { domainEvent } from '@dateline/events/domain-event';
import { createPostgresBus } from '@dateline/events/postgres-bus';
import { editor, reader } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

const published = `subscription Published($filter: ArticleFilter) {
  articlePublished(filter: $filter) { id headline language status }
}`;
const updated = 'subscription Updated($id: ID!) { articleUpdated(id: $id) { id headline revision bodyHtml } }';

describe('articles, as they happen', () => {
  let articles: ArticlesUnderTest;
  let admin: postgres.Sql;
  beforeAll(async () => {
    articles = await startArticles();
    admin = postgres(articles.database.adminUrl, { max: 1, onnotice: () => {} });
  });
  afterAll(async () => {
    await admin.end();
    await articles[Symbol.asyncDispose]();
  });

  async function draft(headline: string, language = 'en'): Promise<string> {
    const create = 'mutation ($input: CreateArticleInput!) { createArticle(input: $input) { article { id } } }';
    return (await articles.graph(create, { input: { language, headline } }, editor)).data.createArticle.article.id;
  }
  const publish = (id: string) =>
    articles.graph('mutation ($id: ID!) { publishArticle(id: $id) { article { revision } } }', { id }, editor);
  const change = (id: string, revision: number, headline: string) =>
    articles.graph(
      `mutation ($id: ID!, $revision: Int!, $headline: String!) {
        updateArticle(id: $id, expectedRevision: $revision, input: { headline: $headline }) { userErrors { code } }
      }`,
      { id, revision, headline },
      editor,
    );
  /** How many listen to the service's bus: these subscriptions know no cursor, so a test waits until one is there. */
  const openStreams = async () => {
    const metrics = await (await fetch(`${articles.url}/metrics`)).text();
    return Number(/^live_subscriptions\{[^}]*\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
  };

  it('tells of each publication that the filter lets through, and of no draft', async () => {
    const stream = articles.streams(published, { filter: { languages: ['he'] } }, reader);
    const first = stream.next();
    await expect.poll(openStreams).toBe(1);
    await draft('A draft', 'he');
    await publish(await draft('In English', 'en'));
    const id = await draft('בעברית', 'he');
    await publish(id);
    expect((await first).value?.data.articlePublished).toEqual({
      id,
      headline: 'בעברית',
      language: 'he',
      status: 'PUBLISHED',
    });
    await stream.return();
  });

  it('refuses statuses to who is no editor', async () => {
    const stream = articles.streams(published, { filter: { statuses: ['DRAFT'] } }, reader);
    const { value } = await stream.next();
    expect(value?.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('tells each change of a published article, as it stands then', async () => {
    const id = await draft('First');
    await publish(id);
    const stream = articles.streams(updated, { id: id.toUpperCase() }, reader);
    let first = stream.next();
    await expect.poll(openStreams).toBe(1);
    await change(id, 2, 'Second');
    // The news of its publication may be on its way still.
    if ((await first).value?.data.articleUpdated.headline === 'First') first = stream.next();
    expect((await first).value?.data.articleUpdated).toMatchObject({ id, headline: 'Second', revision: 3 });
    await change(id, 3, 'Third');
    expect((await stream.next()).value?.data.articleUpdated).toMatchObject({ headline: 'Third', revision: 4 });
    await stream.return();
    await expect.poll(openStreams).toBe(0);
  });

  it('says nothing of a draft and its changes, and begins with its publication', async () => {
    const id = await draft('Not yet');
    const stream = articles.streams(updated, { id }, reader);
    const first = stream.next();
    await expect.poll(openStreams).toBe(1);
    await change(id, 1, 'Still not');
    const secret = domainEvent(
      'article.updated',
      { articleId: id, slug: 'x', language: 'en', revision: 2 },
      new Date(),
    );
    await createPostgresBus(admin).publish([secret]);
    await publish(id);
    expect((await first).value?.data.articleUpdated).toMatchObject({ headline: 'Still not', revision: 3 });
    await stream.return();
  });

  it.each([
    ['and nothing after it', []],
    ['and, at once, of a translation of it', ['article.linked']],
  ] as const)('ends with the article’s withdrawal, %s', async (_what, more) => {
    const articleId = randomUUID();
    const stream = articles.streams(updated, { id: articleId }, reader);
    const first = stream.next();
    await expect.poll(openStreams).toBe(1);
    const payload = { articleId, slug: 'x', language: 'en', revision: 2 };
    await createPostgresBus(admin).publish(
      (['article.withdrawn', ...more] as const).map((type) => domainEvent(type, payload, new Date())),
    );
    expect(await first).toEqual({ done: true, value: undefined });
  });
});
