import type { Database } from '@dateline/db/connect';
import { batchMany } from '@dateline/service-kit/batch';
import type { Viewer } from '@dateline/service-kit/viewer';
import type { DraftRow } from './draft.ts';
import { draftStore } from './store.ts';

/** Per request: the viewer's own drafts, and nobody else's. */
export const createDraftLoaders = (db: Database, viewer: Viewer | null) => ({
  draftsByArticle: batchMany<string, DraftRow>(
    async (articleIds) => (viewer === null ? [] : draftStore.findStanding(db, viewer.id, articleIds)),
    (row) => row.articleId,
  ),
});
