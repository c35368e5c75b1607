import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { searchArticles } from './search-articles.ts';

/** The graph's view of search. */
export const searchResolvers: Resolvers = {
  Query: {
    searchArticles: (_root, args, context) => searchArticles(context, args),
  },
  ArticleSearchConnection: {
    totalCount: ({ count }) => count(),
  },
};
