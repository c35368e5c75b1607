import { connect } from '@dateline/db/connect';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleStore } from '../src/modules/article/store.ts';
import { createArticlesDatabase } from './articles.ts';

const database = await createArticlesDatabase();
const { db, sql, close } = connect(database.url, { applicationName: 'test', schema: 'articles', maxConnections: 1 });
let admin: postgres.Sql;

beforeAll(async () => {
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  // Nobody tells Postgres what is there by now, as in the first minute after an archive came in.
  await admin`alter table articles.articles set (autovacuum_enabled = off)`;
  await admin`alter table articles.articles disable trigger user`;
});

afterAll(async () => {
  await close();
  await admin.end();
  await database[Symbol.asyncDispose]();
});

it('a story is found by its slug without reading all, also by a connection that asked while there were hardly any', async () => {
  const ask = () => articleStore.findBySlugs(db, ['story-7'], ['PUBLISHED']);
  for (let time = 0; time < 20; time += 1) expect(await ask()).toEqual([]);
  await admin`insert into articles.articles (id, slug, language, time_zone, headline, body, word_count, urgency, status, published_at)
    select gen_random_uuid(), 'story-' || n, 'en', 'UTC', 'Story', '[]', 0, 5, 'PUBLISHED', now() from generate_series(1, 5000) n`;
  expect(await ask()).toMatchObject([{ slug: 'story-7' }]);
  const [statement] = await sql`select name from pg_prepared_statements where statement ilike 'select "%"wanted"%'`;
  const plan = await sql.unsafe(`explain execute "${statement?.['name']}" ('{story-7}', '{story-7}', '{PUBLISHED}')`);
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).not.toMatch(/Seq Scan on articles\b/);
});
