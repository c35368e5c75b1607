import { encodeCursor, parsePage, toConnection } from '@dateline/service-kit/connection';
import { z } from 'zod';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { changeKeysetOf, changeStore } from './store.ts';

const order = 'CHANGES';
/** A partner that replays takes many at once: 500 stories in full are some 3 MB. */
const bounds = { order, keyset: z.tuple([z.int().min(0)]), defaultSize: 100, maxSize: 500 };

/** The graph's view of the change feed. */
export const changeResolvers: Resolvers = {
  Query: {
    articleChanges: async (_root, args, { db }) => {
      const page = parsePage(args, bounds);
      return toConnection(await changeStore.list(db, page), page, changeKeysetOf);
    },
  },
  ArticleChange: {
    cursor: (change) => encodeCursor(changeKeysetOf(change), order),
    at: ({ at }) => at.toISOString(),
    article: ({ articleId }, _args, { loaders }) => loaders.publishedArticleById.load(articleId),
    // The note of a correction says what stood in the story: it goes with it.
    reason: async ({ kind, articleId, reason }, _args, { loaders }) =>
      kind === 'WITHDRAWN' || (await loaders.publishedArticleById.load(articleId)) ? reason : null,
  },
};
