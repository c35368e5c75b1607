import { connect, type Transaction } from '@dateline/db/connect';
import type { DemoEdition } from '@dateline/demo-edition/types';
import { domainEvent } from '@dateline/events/domain-event';
import { recordEvents } from '@dateline/events/outbox';
import { sql } from 'drizzle-orm';
import { articleBylines, articleSlugs, articleTopics, corrections } from '../db/tables/article-parts.ts';
import { articles } from '../db/tables/articles.ts';
import { articleChanges } from '../db/tables/changes.ts';
import { outbox } from '../db/tables/events.ts';
import { frontContainers, frontPins, fronts } from '../db/tables/fronts.ts';
import { revisions } from '../db/tables/revisions.ts';
import { contributors, sections, topics } from '../db/tables/taxonomy.ts';
import { readEnv } from '../env.ts';
import { changeRowsOf, revisionRowsOf } from './history-rows.ts';
import { articleRowsOf, contributorRows, frontRows, sectionRows, topicRows } from './rows.ts';

/** Loads the demo edition unless the service has sections or articles already. Resolves to how many articles it put in. */
export async function loadDemoEdition(databaseUrl: string): Promise<number> {
  const database = connect(databaseUrl, { applicationName: 'articles demo', schema: 'articles', maxConnections: 1 });
  try {
    return await database.db.transaction(async (transaction) => {
      await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('dateline demo articles'))`);
      const [known] = await transaction.execute(
        sql`select 1 from ${sections} union all select 1 from ${articles} limit 1`,
      );
      if (known) return 0;
      // Only now: at every start but the first there is nothing to load, and its words take their time to read.
      const { demoEdition } = await import('@dateline/demo-edition/edition');
      return insertEdition(transaction, demoEdition());
    });
  } finally {
    await database.close();
  }
}

async function insertEdition(transaction: Transaction, edition: DemoEdition): Promise<number> {
  const rowsOf = articleRowsOf(edition);
  await transaction.insert(sections).values(sectionRows(edition));
  await transaction.insert(topics).values(topicRows(edition));
  await transaction.insert(contributors).values(contributorRows(edition));
  await transaction.insert(articles).values(edition.articles.map(rowsOf.article));
  await transaction.insert(articleSlugs).values(edition.articles.flatMap(rowsOf.oldSlugs));
  await transaction.insert(articleTopics).values(edition.articles.flatMap(rowsOf.topics));
  await transaction.insert(articleBylines).values(edition.articles.flatMap(rowsOf.bylines));
  await transaction.insert(corrections).values(edition.articles.flatMap(rowsOf.corrections));
  await transaction.insert(revisions).values(edition.articles.flatMap((article) => revisionRowsOf(article, rowsOf)));
  const changes = edition.articles.flatMap((article) => changeRowsOf(article, rowsOf));
  await transaction.insert(articleChanges).values(changes.toSorted((a, b) => a.at.getTime() - b.at.getTime()));
  const front = frontRows(edition);
  await transaction.insert(fronts).values(front.fronts);
  await transaction.insert(frontContainers).values(front.containers);
  await transaction.insert(frontPins).values(front.pins);
  const published = edition.articles.map(({ id, slug, language, publishedAt, corrections: made }) =>
    domainEvent(
      'article.published',
      { articleId: id, slug, language, revision: 1 + made.length },
      new Date(publishedAt),
    ),
  );
  await recordEvents(transaction, outbox, published);
  return edition.articles.length;
}

if (import.meta.main) {
  const count = await loadDemoEdition(readEnv().ARTICLES_DATABASE_URL);
  process.stdout.write(
    count === 0
      ? 'articles: something is there already, the demo edition stays out\n'
      : `articles: ${count} demo articles loaded\n`,
  );
}
