import type { Database } from '@dateline/db/connect';
import { batchOne } from '@dateline/service-kit/batch';
import { imageTextStore } from './store.ts';

export const createImageTextLoaders = (db: Database) => ({
  imageTextById: batchOne(
    (ids: readonly string[]) => imageTextStore.findByIds(db, ids),
    (row) => row.imageId,
  ),
});
