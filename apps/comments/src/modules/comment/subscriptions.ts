import { isUuid } from '@dateline/db/uuidv7';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import type { CommentStep } from './activity.ts';

/** What comments tells as it happens. */
export const commentSubscriptions: Resolvers = {
  Subscription: {
    commentActivity: {
      subscribe: async (_root, { articleId, after = null }, { activity, signal }) => {
        if (!isUuid(articleId)) {
          throw new CataloguedError('BAD_USER_INPUT', { message: 'There is no such article.', field: ['articleId'] });
        }
        return activity.follow({ articleId: articleId.toLowerCase(), after, signal });
      },
      resolve: (step: CommentStep) => step,
    },
  },
};
