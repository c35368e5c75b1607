import { randomUUID } from 'node:crypto';
import { domainEvent } from '@dateline/events/domain-event';
import { createPostgresBus } from '@dateline/events/postgres-bus';
import { editor } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

describe('what caches must hear of articles', () => {
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

  async function make(input: object, published = true) {
    const create = 'mutation ($input: CreateArticleInput!) { createArticle(input: $input) { article { id slug } } }';
    const { data } = await articles.graph(create, { input: { language: 'en', headline: 'A story', ...input } }, editor);
    const { article } = data.createArticle;
    const publish = 'mutation ($id: ID!) { publishArticle(id: $id) { article { id } } }';
    if (published) await articles.graph(publish, { id: article.id }, editor);
    return article as { id: string; slug: string };
  }
  const told = async (type: string) =>
    (await admin`select payload from bus.events where type = ${type} order by position`).map((row) => row['payload']);

  it('a slug that is another now is told beside the new one', async () => {
    const { id, slug } = await make({});
    const rename =
      'mutation ($id: ID!, $slug: String!) { updateArticle(id: $id, expectedRevision: 2, input: { slug: $slug }) { userErrors { code } } }';
    await articles.graph(rename, { id, slug: 'another-name' }, editor);
    await expect
      .poll(() => told('article.updated'))
      .toEqual([expect.objectContaining({ articleId: id, slug: 'another-name', previousSlug: slug })]);
  });

  it('a picture’s new texts are told for each published article that shows it, once they stand there', async () => {
    const [imageId, otherImageId] = [randomUUID(), randomUUID()];
    const body = (id: string) => [{ paragraph: { html: 'Words.' } }, { figure: { role: 'INLINE', imageId: id } }];
    const shown = await make({ body: body(imageId) });
    await make({ body: body(imageId) }, false);
    await make({ body: body(otherImageId) });
    await createPostgresBus(admin).publish([
      domainEvent('image.described', { imageId, caption: 'The port', altText: null, credit: null }, new Date()),
    ]);
    await expect.poll(() => told('article.illustrated')).toEqual([{ articleId: shown.id, slug: shown.slug }]);
    const { data } = await articles.graph(`{ article(id: "${shown.id}") { bodyHtml } }`);
    expect(data.article.bodyHtml).toContain('The port');
  });

  it('articles of a picture are found by an index', async () => {
    const plan = await admin.begin(async (transaction) => {
      await transaction`set local enable_seqscan = off`;
      return transaction`explain select id from articles.articles
        where jsonb_path_query_array(body, '$.**.imageId') @> '["x"]'::jsonb`;
    });
    expect(JSON.stringify(plan)).toContain('articles_pictures');
  });
});
