import type { Database } from '@dateline/db/connect';
import { batchMany } from '@dateline/service-kit/batch';
import type { ArticleStatus } from '../article/store.ts';
import { translationStore } from './store.ts';

/** Per request. Only what the viewer may see is found. */
export const createTranslationLoaders = (db: Database, statuses: readonly ArticleStatus[]) => ({
  articlesByTranslationGroup: batchMany(
    (groupIds: readonly string[]) => translationStore.findByGroups(db, groupIds, statuses),
    (row) => row.translationGroupId ?? '',
  ),
});
