import { isUuid } from '@dateline/db/uuidv7';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { listArticlesOf } from '../article/article-list.ts';
import { sanitiseInlineHtml } from '../article/inline-html.ts';
import { saveContributor } from './save-contributor.ts';

/** The graph's view of a contributor. */
export const contributorResolvers: Resolvers = {
  Query: {
    contributor: (_root, { slug }, { loaders }) => loaders.contributorBySlug.load(slug),
  },
  Mutation: {
    saveContributor: (_root, { input }, context) => saveContributor(context, input),
  },
  Contributor: {
    __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? loaders.contributorById.load(id) : null),
    bio: ({ bio }) => bio && sanitiseInlineHtml(bio),
    portrait: ({ portraitImageId }) => (portraitImageId === null ? null : { id: portraitImageId }),
    articles: ({ id }, args, context, info) => listArticlesOf('contributor', id, args, context, info),
  },
};
