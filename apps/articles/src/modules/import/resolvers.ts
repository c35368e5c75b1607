import { isUuid } from '@dateline/db/uuidv7';
import { type PageBounds, parsePage, toConnection } from '@dateline/service-kit/connection';
import { z } from 'zod';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { toPayload } from '../article/resolvers.ts';
import { requireEditor } from '../article/rules.ts';
import { attachPicture } from './attach-picture.ts';
import { failureStore } from './failure-store.ts';
import { importArticles } from './import-articles.ts';
import { pictureStore } from './picture-store.ts';
import { recordFailures, resolveFailures } from './record-failures.ts';

const byAge: PageBounds = { order: 'OLDEST_FIRST', keyset: z.tuple([z.uuid()]) };
const keysetOf = ({ id }: { readonly id: string }) => [id];
const maxReasonCharacters = 1_000;

/** The graph's view of imports. */
export const importResolvers: Resolvers = {
  Query: {
    importFailures: async (_root, args, { db, viewer }) => {
      requireEditor(viewer);
      const page = parsePage(args, byAge);
      return toConnection(await failureStore.list(db, page), page, keysetOf);
    },
    wantedPictures: async (_root, args, { db, viewer }) => {
      requireEditor(viewer);
      const page = parsePage(args, byAge);
      return toConnection(await pictureStore.list(db, page), page, keysetOf);
    },
  },
  Mutation: {
    importArticle: async (_root, { input }, context) => {
      const [outcome] = await importArticles(context, [input], false);
      return toPayload(outcome ?? { article: null, faults: [] });
    },
    importArticles: async (_root, { inputs, dryRun }, context) =>
      (await importArticles(context, inputs, dryRun)).map(toPayload),
    attachPicture: async (_root, { wantedPictureId, imageId }, context) =>
      toPayload(await attachPicture(context, wantedPictureId, imageId)),
    reportPictureFailure: async (_root, { wantedPictureId, reason }, { db, viewer }) => {
      requireEditor(viewer);
      if (!isUuid(wantedPictureId)) return null;
      return pictureStore.noteFailure(db, wantedPictureId, [...reason].slice(0, maxReasonCharacters).join(''));
    },
    recordImportFailures: (_root, { inputs }, context) => recordFailures(context, inputs),
    resolveImportFailures: (_root, { ids }, context) => resolveFailures(context, ids),
  },
  WantedPicture: {
    source: ({ sourceName }) => sourceName,
  },
  ImportFailure: {
    firstFailedAt: ({ firstFailedAt }) => firstFailedAt.toISOString(),
    lastFailedAt: ({ lastFailedAt }) => lastFailedAt.toISOString(),
  },
};
