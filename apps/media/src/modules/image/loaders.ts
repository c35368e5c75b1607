import type { Database } from '@dateline/db/connect';
import { isUuid } from '@dateline/db/uuidv7';
import { batchOne } from '@dateline/service-kit/batch';
import { imageStore } from './store.ts';

/** Per request: what several resolvers ask for at once becomes one statement. An id that is none is nobody's. */
export const createImageLoaders = (db: Database) => ({
  imageById: batchOne(
    async (ids: readonly string[]) => {
      const wellFormed = ids.filter(isUuid);
      return wellFormed.length === 0 ? [] : imageStore.findByIds(db, wellFormed);
    },
    (row) => row.id,
  ),
});
