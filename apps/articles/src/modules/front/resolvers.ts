import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { hasRole } from '@dateline/service-kit/viewer';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import type { Context } from '../../context.ts';
import type { FrontOutcome } from './curate.ts';
import { pinArticle, unpinArticle } from './pin-article.ts';
import { saveFront } from './save-front.ts';

const maxArticles = 50;

/** The graph's view of a front. */
export const frontResolvers: Resolvers = {
  Query: {
    front: (_root, { slug }, { loaders }) => loaders.frontBySlug.load(slug),
  },
  Mutation: {
    saveFront: (_root, { slug, expectedVersion, input }, context) =>
      afresh(context, saveFront(context, slug, expectedVersion, input)),
    pinArticle: (_root, { containerId, articleId, position }, context) =>
      afresh(context, pinArticle(context, containerId, articleId, position)),
    unpinArticle: (_root, { containerId, articleId }, context) =>
      afresh(context, unpinArticle(context, containerId, articleId)),
  },
  Front: {
    containers: ({ id }, _args, { loaders }) => loaders.containersByFront.load(id),
  },
  FrontContainer: {
    articles: async ({ id, frontId }, { first }, { loaders }) => {
      if (first < 1 || first > maxArticles) {
        throw new CataloguedError('BAD_USER_INPUT', {
          message: `first must be from 1 to ${maxArticles}.`,
          field: ['first'],
        });
      }
      const layout = await loaders.frontLayout.load({ frontId, first });
      const articles = await Promise.all(
        (layout.get(id) ?? []).map((articleId) => loaders.publishedArticleById.load(articleId)),
      );
      // One that was withdrawn since the ids were read is left out.
      return articles.filter((article) => article !== null);
    },
    pinnedArticleIds: async ({ id }, _args, { loaders, viewer }) => {
      if (!hasRole(viewer, 'EDITOR')) return [];
      return (await loaders.pinsByContainer.load(id)).map(({ articleId }) => articleId);
    },
  },
};

/** What this request has read of fronts before the curation is old. */
async function afresh({ loaders }: Context, curation: Promise<FrontOutcome>): Promise<FrontOutcome> {
  const outcome = await curation;
  loaders.forgetFronts();
  return outcome;
}
