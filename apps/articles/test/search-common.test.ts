import { editor } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateEdition } from '../src/demo/generate.ts';
import { type ArticlesUnderTest, createArticlesDatabase, serveArticles } from './articles.ts';

const ranked = 300;

let articles: ArticlesUnderTest;
let sql: postgres.Sql;
const database = await createArticlesDatabase();

beforeAll(async () => {
  await generateEdition(database.url, { articles: 1_000, seed: 5 });
  articles = await serveArticles(database);
  sql = postgres(database.url, { max: 1, onnotice: () => {}, connection: { search_path: 'articles,public' } });
});
afterAll(async () => {
  await sql.end();
  await articles[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

/** From the newest to the oldest, by the words alone. */
async function holding(word: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`select article_id as id from article_search
    where words @@ ${word}::tsquery and status = 'PUBLISHED' order by listed_at desc, article_id desc`;
  return rows.map(({ id }) => id);
}

async function page(text: string, after: string | null) {
  const { data, errors } = await articles.graph(
    `query ($text: String!, $after: String) { searchArticles(text: $text, first: 50, after: $after) {
      totalCount nodes { id } edges { score } pageInfo { endCursor hasNextPage } } }`,
    { text, after },
  );
  expect(errors).toBeUndefined();
  return data.searchArticles;
}

async function publishOne(headline: string): Promise<void> {
  const input = { language: 'en', timeZone: 'UTC', headline, body: [] };
  const { data } = await articles.graph(
    'mutation ($input: CreateArticleInput!) { createArticle(input: $input) { article { id } } }',
    { input },
    editor,
  );
  const { id } = data.createArticle.article;
  await articles.graph('mutation ($id: ID!) { publishArticle(id: $id) { article { id } } }', { id }, editor);
}

describe('what is common', () => {
  it('is the newest stories that hold it, each once and best first, also while stories come, and all are counted', async () => {
    const expected = await holding("'the'");
    expect(expected.length).toBeGreaterThan(ranked);
    const seen: string[] = [];
    const scores: number[] = [];
    let after: string | null = null;
    do {
      const found = await page('the', after);
      if (after === null) expect(found.totalCount).toBe(expected.length);
      seen.push(...found.nodes.map(({ id }: { id: string }) => id));
      scores.push(...found.edges.map(({ score }: { score: number }) => score));
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.toSorted()).toEqual(expected.slice(0, ranked).toSorted());
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const first = await page('the', null);
    await publishOne('The one that came between');
    const second = await page('the', first.pageInfo.endCursor);
    const both = [...first.nodes, ...second.nodes].map(({ id }: { id: string }) => id);
    expect(new Set(both).size).toBe(100);
  });

  it('is found once by an editor who names a status twice', async () => {
    const { data, errors } = await articles.graph(
      `{ searchArticles(text: "the", first: 50, filter: { statuses: [PUBLISHED, PUBLISHED] }) { nodes { id } } }`,
      {},
      editor,
    );
    expect(errors).toBeUndefined();
    const ids = data.searchArticles.nodes.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(50);
  });

  it('does not hide what is rare: an old story is found by its one word', async () => {
    const [oldest] = await sql<
      { id: string }[]
    >`select id from articles where status = 'PUBLISHED' order by listed_at limit 1`;
    await sql`update articles set headline = headline || ' quokka' where id = ${oldest?.id ?? ''}`;
    const found = await page('quokka', null);
    expect(found).toMatchObject({ totalCount: 1, nodes: [{ id: oldest?.id }] });
    expect((await page('the quokka', null)).nodes).toEqual([{ id: oldest?.id }]);
    expect((await page('quokak', null)).nodes).toEqual([{ id: oldest?.id }]);
  });
});

describe('a search that takes too long', () => {
  it('is given up after 1.5 s with an answer that says what to do', async () => {
    const held = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const lock = sql.begin(async (transaction) => {
      await transaction`lock table article_search in access exclusive mode`;
      locked.resolve();
      await held.promise;
    });
    await locked.promise;
    // The languages that there are, which are looked up first, stand in the same table.
    const filter = { languages: ['en'] };
    const { errors } = await articles.graph(
      'query ($filter: ArticleFilter) { searchArticles(text: "the", filter: $filter) { nodes { id } } }',
      { filter },
    );
    held.resolve();
    await lock;
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'TOO_COSTLY', field: ['text'] });
  });
});
