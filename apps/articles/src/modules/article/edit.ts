import type { Database, Transaction } from '@dateline/db/connect';
import { isUuid } from '@dateline/db/uuidv7';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import type { Viewer } from '@dateline/service-kit/viewer';
import { sql } from 'drizzle-orm';
import type { ArticleRow } from './article.ts';
import type { Outcome } from './outcome.ts';
import { requireEditor } from './rules.ts';
import type { Save } from './save-article.ts';
import { articleStore } from './store.ts';

export interface ArticleServiceDependencies {
  readonly db: Database;
  readonly viewer: Viewer | null;
}

/** One change by an editor: permission first, then one transaction, dated by the database's clock. */
export async function edit(
  { db, viewer }: ArticleServiceDependencies,
  work: (save: Save) => Promise<Outcome>,
): Promise<Outcome> {
  const { id: author } = requireEditor(viewer);
  return db.transaction(async (transaction) => work({ transaction, author, now: await databaseNow(transaction) }));
}

/** The same for an article that there is: no other change of it comes in between. Dated once it is ours. */
export async function editArticle(
  dependencies: ArticleServiceDependencies,
  id: string,
  work: (save: Save, current: ArticleRow) => Promise<Outcome>,
): Promise<Outcome> {
  const { id: author } = requireEditor(dependencies.viewer);
  return dependencies.db.transaction(async (transaction) => {
    const current = await lockArticle(transaction, id);
    return work({ transaction, author, now: await databaseNow(transaction) }, current);
  });
}

/** Locked until the transaction ends. Throws BAD_USER_INPUT where there is none. */
export async function lockArticle(transaction: Transaction, id: string): Promise<ArticleRow> {
  const article = isUuid(id) ? await articleStore.lock(transaction, id) : null;
  if (!article)
    throw new CataloguedError('BAD_USER_INPUT', { message: 'There is no article with this id.', field: ['id'] });
  return article;
}

/** The one clock that decides of embargoes and schedules, whichever process asks. Cut, not rounded: never ahead of itself. */
export async function databaseNow(transaction: Transaction): Promise<Date> {
  const [row] = await transaction.execute<{ now: string }>(
    sql`select extract(epoch from date_trunc('milliseconds', clock_timestamp())) * 1000 as now`,
  );
  return new Date(Number(row?.now));
}
