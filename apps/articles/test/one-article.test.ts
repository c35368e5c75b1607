import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateEdition } from '../src/demo/generate.ts';
import { type ArticlesUnderTest, createArticlesDatabase, serveArticles } from './articles.ts';

let articles: ArticlesUnderTest;
let sql: postgres.Sql;
const database = await createArticlesDatabase();

beforeAll(async () => {
  await generateEdition(database.url, { articles: 10, seed: 5 });
  articles = await serveArticles(database);
  sql = postgres(database.url, { max: 1, onnotice: () => {}, connection: { search_path: 'articles,public' } });
});
afterAll(async () => {
  await sql.end();
  await articles[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

describe('one article by its id', () => {
  it('is one statement, with all that is its own, where its body shows no picture and no other story', async () => {
    const [row] = await sql<
      { id: string; headline: string }[]
    >`select id, headline from articles where status = 'PUBLISHED' and body::text not like '%"articleId"%' and body::text not like '%"imageId"%' limit 1`;
    // The driver's first question is what types there are.
    await articles.graph('query ($id: ID!) { article(id: $id) { id } }', { id: row?.id });
    articles.statements.length = 0;
    const { data, errors } = await articles.graph(
      `query ($id: ID!) { article(id: $id) { id slug canonicalUrl language direction kicker headline standfirst dateline
        body { id } bodyHtml wordCount readingTimeMinutes urgency status revision publishedAt updatedAt firstPublishedLine } }`,
      { id: row?.id },
    );
    expect(errors).toBeUndefined();
    expect(data.article.headline).toBe(row?.headline);
    expect(articles.statements).toHaveLength(1);
  });
});
