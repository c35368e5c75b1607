import type { Database } from '@dateline/db/connect';
import DataLoader from 'dataloader';
import { relatedStore } from './store.ts';

export interface RelatedKey {
  readonly articleId: string;
  readonly first: number;
}

/** Per request: the related stories of a whole list are one statement. */
export const createRelatedLoaders = (db: Database) => ({
  /** Ids, nearest first. */
  relatedByArticle: new DataLoader<RelatedKey, readonly string[], string>(
    async (keys) => {
      const found = new Map<string, string[]>();
      for (const [first, asked] of Map.groupBy(keys, (key) => key.first)) {
        const rows = await relatedStore.find(
          db,
          asked.map(({ articleId }) => articleId),
          first,
        );
        for (const [articleId, group] of Map.groupBy(rows, (row) => row.articleId)) {
          found.set(
            nameOf({ articleId, first }),
            group.map(({ relatedId }) => relatedId),
          );
        }
      }
      return keys.map((key) => found.get(nameOf(key)) ?? []);
    },
    { cacheKeyFn: nameOf },
  ),
});

function nameOf({ articleId, first }: RelatedKey): string {
  return `${articleId} ${first}`;
}
