import { parsePage, toConnection } from '@dateline/service-kit/connection';
import { zonedDateTime } from '@dateline/service-kit/scalars';
import { hasRole } from '@dateline/service-kit/viewer';
import { z } from 'zod';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { articleAsOf } from './article-as-of.ts';
import { revisionKeysetOf, revisionStore } from './store.ts';

/** Postgres' integer is the article's count of revisions. */
const bounds = { order: 'REVISIONS', keyset: z.tuple([z.int32()]) };

/** The graph's view of revisions: the newsroom's own, and nobody else's. */
export const revisionResolvers: Resolvers = {
  Article: {
    revisions: async ({ id }, args, { db, viewer }) => {
      const page = parsePage(args, bounds);
      const rows = hasRole(viewer, 'EDITOR') ? await revisionStore.list(db, id, page) : [];
      return toConnection(rows, page, revisionKeysetOf);
    },
  },
  Revision: {
    createdAt: ({ createdAt, snapshot }) => zonedDateTime(createdAt, snapshot.timeZone),
    headline: ({ snapshot }) => snapshot.headline,
    article: async (revision, _args, { loaders }) => {
      const today = await loaders.articleById.load(revision.articleId);
      if (!today) throw new Error('A revision belongs to an article that its reader sees.');
      return articleAsOf(today, revision);
    },
  },
};
