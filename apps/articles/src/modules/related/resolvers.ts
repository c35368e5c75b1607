import { keepAtMost } from '@dateline/service-kit/cache-hints';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { hasRole } from '@dateline/service-kit/viewer';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { untoldListSeconds } from '../article/article-list.ts';

const maxRelated = 20;

/** The graph's view of related stories: published ones, whoever asks. */
export const relatedResolvers: Resolvers = {
  Article: {
    related: async ({ id, status }, { first }, { loaders, viewer }, info) => {
      if (first < 1 || first > maxRelated) {
        const message = `first must be from 1 to ${maxRelated}.`;
        throw new CataloguedError('BAD_USER_INPUT', { message, field: ['first'] });
      }
      // No event tells that a nearer story was published.
      keepAtMost(info, untoldListSeconds);
      // What a withdrawn story was about readers are not told.
      if (status === 'WITHDRAWN' && !hasRole(viewer, 'EDITOR')) return [];
      const ids = await loaders.relatedByArticle.load({ articleId: id, first });
      const articles = await Promise.all(ids.map((relatedId) => loaders.publishedArticleById.load(relatedId)));
      return articles.filter((article) => article !== null);
    },
  },
};
