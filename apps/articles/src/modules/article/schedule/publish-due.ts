import type { Database, Transaction } from '@dateline/db/connect';
import type { Logger } from '@dateline/service-kit/logger';
import { and, eq, lte, type SQL, sql } from 'drizzle-orm';
import { articles } from '../../../db/tables/articles.ts';
import { recordChanges } from '../../change/record-changes.ts';
import type { ArticleRow } from '../article.ts';
import { databaseNow } from '../edit.ts';
import { publishNow } from '../publish-now.ts';
import { faultOfMove } from '../workflow.ts';

export interface Schedule {
  readonly db: Database;
  readonly logger: Logger;
}

/** So many are published in one transaction, which is told at its end: few enough to be quick. */
const batchSize = 100;

/** Scheduled, and its time has come by the database's clock. now() and not clock_timestamp(): an index can follow it. */
const isDue = and(eq(articles.status, 'SCHEDULED'), lte(articles.scheduledAt, sql`now()`));

/**
 * Publishes a batch of what is due, the longest waiting first, and passes over what another process has in hand. Resolves to
 * whether more is waiting. Never where nothing could be published: that is tried again at the next look, not at once.
 */
export function publishDueBatch({ db, logger }: Schedule): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const due = await lockDue(transaction, sql`true`).limit(batchSize).for('update', { skipLocked: true });
    const published = await publishAll(transaction, due, logger);
    return due.length === batchSize && published > 0;
  });
}

/** Publishes one article if it is due, and waits for whoever has it in hand: an editor's save may have been in the way. */
export async function publishDueArticle({ db, logger }: Schedule, articleId: string): Promise<void> {
  await db.transaction(async (transaction) => {
    const due = await lockDue(transaction, eq(articles.id, articleId)).for('update');
    await publishAll(transaction, due, logger);
  });
}

const lockDue = (transaction: Transaction, which: SQL) =>
  transaction.select().from(articles).where(and(isDue, which)).orderBy(articles.scheduledAt);

async function publishAll(transaction: Transaction, due: readonly ArticleRow[], logger: Logger): Promise<number> {
  const ready = due.filter(({ status }) => faultOfMove(status, 'publish-due') === null);
  if (ready.length === 0) return 0;
  const now = await databaseNow(transaction);
  const publish = (articles: readonly ArticleRow[]) =>
    transaction.transaction((savepoint) => publishNow({ transaction: savepoint, author: null, now }, articles));
  const published = await publish(ready).catch(() => oneByOne(ready, publish, logger));
  await recordChanges(
    transaction,
    published.map((article) => ({ kind: 'PUBLISHED', article })),
    now,
  );
  if (published.length > 0) logger.info({ articleIds: published.map(({ id }) => id) }, 'published at their time');
  return published.length;
}

/** One that cannot be published does not hold up the others. */
async function oneByOne(
  articles: readonly ArticleRow[],
  publish: (articles: readonly ArticleRow[]) => Promise<ArticleRow[]>,
  logger: Logger,
): Promise<ArticleRow[]> {
  const published: ArticleRow[] = [];
  for (const article of articles) {
    try {
      published.push(...(await publish([article])));
    } catch (error) {
      logger.error({ err: error, articleId: article.id }, 'a scheduled article could not be published');
    }
  }
  return published;
}
