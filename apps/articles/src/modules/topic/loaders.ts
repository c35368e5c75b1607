import type { Database } from '@dateline/db/connect';
import { batchOne } from '@dateline/service-kit/batch';
import { topicStore } from './store.ts';

export const createTopicLoaders = (db: Database) => ({
  topicById: batchOne(
    (ids: readonly string[]) => topicStore.findByIds(db, ids),
    (row) => row.id,
  ),
  seenTopicBySlug: batchOne(
    (slugs: readonly string[]) => topicStore.findSeenBySlugs(db, slugs),
    (row) => row.slug,
  ),
  topicBySlug: batchOne(
    (slugs: readonly string[]) => topicStore.findBySlugs(db, slugs),
    (row) => row.slug,
  ),
});
