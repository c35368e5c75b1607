import { isUuid } from '@dateline/db/uuidv7';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { listArticlesOf } from '../article/article-list.ts';

/** The graph's view of a topic. */
export const topicResolvers: Resolvers = {
  Query: {
    topic: (_root, { slug }, { loaders }) => loaders.topicBySlug.load(slug),
  },
  Topic: {
    __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? loaders.topicById.load(id) : null),
    articles: ({ id }, args, context, info) => listArticlesOf('topic', id, args, context, info),
  },
};
