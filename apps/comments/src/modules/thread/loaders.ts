import type { Database } from '@dateline/db/connect';
import { batchOne } from '@dateline/service-kit/batch';
import { threadStore } from './store.ts';

/** Per request: the threads, and so the counts, of all articles on a page are one statement. */
export const createThreadLoaders = (db: Database) => ({
  threadByArticle: batchOne(
    (articleIds: readonly string[]) => threadStore.findByArticles(db, articleIds),
    (row) => row.articleId,
  ),
});
