import type { Database } from '@dateline/db/connect';
import { batchOne } from '@dateline/service-kit/batch';
import { contributorStore } from './store.ts';

export const createContributorLoaders = (db: Database) => ({
  contributorById: batchOne(
    (ids: readonly string[]) => contributorStore.findByIds(db, ids),
    (row) => row.id,
  ),
  contributorBySlug: batchOne(
    (slugs: readonly string[]) => contributorStore.findBySlugs(db, slugs),
    (row) => row.slug,
  ),
});
