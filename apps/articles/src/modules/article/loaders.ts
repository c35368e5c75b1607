import type { Database } from '@dateline/db/connect';
import { batchMany, batchOne } from '@dateline/service-kit/batch';
import type { Page } from '@dateline/service-kit/connection';
import DataLoader from 'dataloader';
import type { ArticleRow } from './article.ts';
import { articlesOrNotices, withNotices } from './notice.ts';
import { type ArticleParent, type ArticleStatus, articleStore } from './store.ts';

/** Per request: what several resolvers ask for at once becomes one statement. Only what the viewer may see is found. */
export const createArticleLoaders = (db: Database, statuses: readonly ArticleStatus[]) => ({
  articleById: batchOne(
    (ids: readonly string[]) => articleStore.findByIds(db, ids, statuses),
    (row) => row.id,
  ),
  /** Only what readers see, whoever asks. */
  publishedArticleById: batchOne(
    (ids: readonly string[]) => articleStore.findByIds(db, ids, ['PUBLISHED']),
    (row) => row.id,
  ),
  articleOrNoticeById: batchOne(
    async (ids: readonly string[]) =>
      articlesOrNotices(await articleStore.findByIds(db, ids, withNotices(statuses)), statuses),
    (row) => row.id,
  ),
  articleOrNoticeBySlug: batchOne(
    async (slugs: readonly string[]) =>
      articlesOrNotices(await articleStore.findBySlugs(db, slugs, withNotices(statuses)), statuses),
    (row) => row.requestedSlug,
  ),
  bylinesByArticle: batchMany(
    (ids: readonly string[]) => articleStore.findBylines(db, ids),
    (row) => row.articleId,
  ),
  topicsByArticle: batchMany(
    (ids: readonly string[]) => articleStore.findTopics(db, ids),
    (row) => row.articleId,
  ),
  correctionsByArticle: batchMany(
    (ids: readonly string[]) => articleStore.findCorrections(db, ids),
    (row) => row.articleId,
  ),
  articlesByParent: createParentLoader(db),
});

interface ParentPage {
  readonly parent: ArticleParent;
  readonly parentId: string;
  readonly page: Page;
}

/** Pages of articles by their parent; the same page of parents of one kind is one statement. */
function createParentLoader(db: Database) {
  const kindOf = ({ parent, page }: ParentPage) => JSON.stringify([parent, page]);
  return new DataLoader<ParentPage, readonly ArticleRow[], string>(
    async (keys) => {
      const kinds = Map.groupBy(keys, kindOf);
      const found = new Map<string, readonly ArticleRow[]>();
      for (const [kind, [first, ...others]] of kinds) {
        if (!first) continue;
        const ids = [first, ...others].map(({ parentId }) => parentId);
        const rows = await articleStore.listByParents(db, first.parent, ids, first.page);
        for (const [parentId, group] of Map.groupBy(rows, (row) => row.parentId)) {
          found.set(`${kind} ${parentId}`, group);
        }
      }
      return keys.map((key) => found.get(`${kindOf(key)} ${key.parentId}`) ?? []);
    },
    { cacheKeyFn: (key) => `${kindOf(key)} ${key.parentId}` },
  );
}
