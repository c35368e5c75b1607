import type { Database } from '@dateline/db/connect';
import { batchMany, batchOne } from '@dateline/service-kit/batch';
import { sectionStore } from './store.ts';

export const createSectionLoaders = (db: Database) => ({
  sectionById: batchOne(
    (ids: readonly string[]) => sectionStore.findByIds(db, ids),
    (row) => row.id,
  ),
  sectionBySlug: batchOne(
    (slugs: readonly string[]) => sectionStore.findBySlugs(db, slugs),
    (row) => row.slug,
  ),
  sectionsByParent: batchMany(
    (ids: readonly string[]) => sectionStore.findChildren(db, ids),
    (row) => row.parentId ?? '',
  ),
});
