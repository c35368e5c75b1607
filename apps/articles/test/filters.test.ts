import { connect, type DatabaseConnection } from '@dateline/db/connect';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateEdition } from '../src/demo/generate.ts';
import { type ArticleFilter, type ArticleOrder, articleStore } from '../src/modules/article/store.ts';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

let articles: ArticlesUnderTest;
let connection: DatabaseConnection;
beforeAll(async () => {
  articles = await startArticles();
  await generateEdition(articles.database.url, { articles: 5_000, seed: 7 });
  connection = connect(articles.database.url, { applicationName: 'test', schema: 'articles', maxConnections: 1 });
}, 120_000);
afterAll(async () => {
  await connection.close();
  await articles[Symbol.asyncDispose]();
});

/** How many articles Postgres takes out of the table for a first page, by whatever way. */
function articlesRead(filter: Partial<ArticleFilter>, order: ArticleOrder): Promise<number> {
  return connection.db.transaction(async (transaction) => {
    const page = { limit: 20, backward: false, keyset: null, order };
    await articleStore.list(transaction, { statuses: ['PUBLISHED'], ...filter }, order, page);
    const [row] = await transaction.execute(sql`select seq_tup_read + coalesce(idx_tup_fetch, 0) as count
      from pg_stat_xact_user_tables where schemaname = 'articles' and relname = 'articles'`);
    return Number(row?.['count']);
  });
}

const nobody = '0190b2c4-0000-7000-8000-000000000001';
const past = new Date('1970-01-01T00:00:00Z');
const future = new Date('2999-01-01T00:00:00Z');

describe('a page of 5000 articles', () => {
  it.each<[ArticleOrder, Partial<ArticleFilter>]>([
    ['PUBLISHED_AT_DESC', {}],
    ['PUBLISHED_AT_ASC', {}],
    ['UPDATED_AT_DESC', {}],
    ['URGENCY', {}],
    ['PUBLISHED_AT_DESC', { sectionIds: [nobody] }],
    ['PUBLISHED_AT_DESC', { topicIds: [nobody] }],
    ['PUBLISHED_AT_DESC', { contributorIds: [nobody] }],
    ['PUBLISHED_AT_DESC', { publishedBefore: past }],
    ['PUBLISHED_AT_DESC', { publishedAfter: future }],
    ['PUBLISHED_AT_DESC', { updatedAfter: future }],
    ['PUBLISHED_AT_DESC', { maxUrgency: 0 }],
  ])('by %s with %j is led to by an index, not found by reading all', async (order, filter) => {
    expect(await articlesRead(filter, order)).toBeLessThan(500);
  });

  it('is empty where no section, topic or contributor is called that', async () => {
    for (const filter of ['sections', 'topics', 'contributors']) {
      const { data } = await articles.graph(`{ articles(filter: { ${filter}: ["nowhere"] }) { nodes { id } } }`);
      expect(data.articles.nodes).toEqual([]);
    }
  });
});
