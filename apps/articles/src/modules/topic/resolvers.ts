import { isUuid } from '@dateline/db/uuidv7';
import { parsePage, toConnection } from '@dateline/service-kit/connection';
import { isStorable } from '@dateline/service-kit/storable-text';
import { hasRole } from '@dateline/service-kit/viewer';
import { z } from 'zod';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { listArticlesOf } from '../article/article-list.ts';
import { saveTopic } from './save-topic.ts';
import { topicKeysetOf, topicStore } from './store.ts';

const order = 'TITLE';
const bounds = { order, keyset: z.tuple([z.string().refine(isStorable), z.uuid()]) };

/** The graph's view of a topic. */
export const topicResolvers: Resolvers = {
  Query: {
    topic: (_root, { slug }, { loaders, viewer }) =>
      (hasRole(viewer, 'EDITOR') ? loaders.topicBySlug : loaders.seenTopicBySlug).load(slug),
    topics: async (_root, { match, ...args }, { db, viewer }) => {
      const page = parsePage(args, bounds);
      const wanted = { match: match?.trim() || null, who: hasRole(viewer, 'EDITOR') ? 'editors' : 'readers' } as const;
      return toConnection(await topicStore.list(db, wanted, page), page, topicKeysetOf);
    },
  },
  Mutation: {
    saveTopic: (_root, { input }, context) => saveTopic(context, input),
  },
  Topic: {
    __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? loaders.topicById.load(id) : null),
    articles: ({ id }, args, context, info) => listArticlesOf('topic', id, args, context, info),
  },
};
