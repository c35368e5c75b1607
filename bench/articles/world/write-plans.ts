import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '@dateline/db/connect';
// The very statements of the service.
import { articleStore } from '../../../apps/articles/src/modules/article/store.ts';
import { changeStore } from '../../../apps/articles/src/modules/change/store.ts';
import { relatedStore } from '../../../apps/articles/src/modules/related/store.ts';
import { searchStore } from '../../../apps/articles/src/modules/search/store.ts';
import type { World } from './start-world.ts';

/** Writes what Postgres does for the main queries (EXPLAIN ANALYZE), a file each. */
export async function writePlans({ databaseUrl, sql, wordsOf }: World, folder: string): Promise<void> {
  let last: { readonly statement: string; readonly parameters: readonly unknown[] } | undefined;
  const connection = connect(databaseUrl, {
    applicationName: 'bench plans',
    schema: 'articles',
    maxConnections: 1,
    onStatement: (statement, parameters) => {
      if (/^\s*(select|with|\()/i.test(statement)) last = { statement, parameters };
    },
  });
  const { db } = connection;
  const one = async (query: string) => String((await sql.unsafe(query))[0]?.['id']);
  const statuses = ['PUBLISHED'] as const;
  const topicIds = [
    await one('select topic_id as id from articles.article_topics group by 1 order by count(*) desc limit 1'),
  ];
  const sectionIds = [
    await one(
      'select section_id as id from articles.articles where section_id is not null group by 1 order by count(*) desc limit 1',
    ),
  ];
  const contributorIds = [
    await one(
      'select contributor_id as id from articles.article_bylines where contributor_id is not null group by 1 order by count(*) desc limit 1',
    ),
  ];
  const id = await one('select id from articles.articles offset 500 limit 1');
  const order = 'PUBLISHED_AT_DESC';
  const page = { limit: 20, backward: false, keyset: null, order };
  const list = (filter: object) => articleStore.list(db, { statuses, ...filter }, order, page);
  const [common = 'storm'] = await wordsOf('en');
  const search = (wanted: string) =>
    searchStore.find(db, { wanted, unwanted: null }, { statuses }, { limit: 20, after: null, asOf: new Date() });
  const plans: Readonly<Record<string, () => Promise<unknown>>> = {
    'article-by-id': () => articleStore.findByIds(db, [id], statuses),
    articles: () => list({}),
    'articles-by-section': () => list({ sectionIds }),
    'articles-by-topic': () => list({ topicIds }),
    'articles-by-contributor': () => list({ contributorIds }),
    'articles-by-section-topic-language': () => list({ sectionIds, topicIds, languages: ['en'] }),
    'topic-articles': () => articleStore.listByParents(db, 'topic', topicIds, page),
    'contributor-articles': () => articleStore.listByParents(db, 'contributor', contributorIds, page),
    'article-changes': () => changeStore.list(db, { ...page, limit: 100 }),
    related: () => relatedStore.find(db, [id], 5),
    'search-word': () => search(`'${common}'`),
    'search-stop-word': () => search("'the'"),
    'search-phrase': () => search("'of' <-> 'the'"),
  };
  mkdirSync(folder, { recursive: true });
  try {
    for (const [name, ask] of Object.entries(plans)) {
      await ask();
      if (!last) continue;
      const { statement, parameters } = last;
      const rows = await connection.sql.begin(async (transaction) => {
        // As the service asks.
        if (name.startsWith('search')) await transaction`set local enable_seqscan = off`;
        return transaction.unsafe(`explain (analyze, buffers) ${statement}`, parameters as string[]);
      });
      const lines = rows.map((row) => String(row['QUERY PLAN']));
      writeFileSync(join(folder, `${name}.txt`), `${statement}\n\n${lines.join('\n')}\n`);
    }
  } finally {
    await connection.close();
  }
}
