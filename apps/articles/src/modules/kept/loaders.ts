import type { Database } from '@dateline/db/connect';
import DataLoader from 'dataloader';
import { keptStore } from './store.ts';
import type { KeptFields } from './supplied-field.ts';

/** What editors keep of each article, asked for all of them at once. Nothing is remembered: the next mutation may change it. */
export const createKeptLoaders = (db: Database) => ({
  keptFieldsByArticle: new DataLoader<string, KeptFields>(
    async (ids) => {
      const found = await keptStore.findOfArticles(db, ids);
      return ids.map((id) => found.get(id) ?? new Map());
    },
    { cache: false },
  ),
});
