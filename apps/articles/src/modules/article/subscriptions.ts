import { isUuid } from '@dateline/db/uuidv7';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import type { ArticleRow } from './article.ts';
import { parseFilter } from './article-list.ts';
import { followChanges, followPublications } from './live.ts';
import { visibleStatuses } from './rules.ts';

/** What articles tells as it happens. */
export const articleSubscriptions: Resolvers = {
  Subscription: {
    articlePublished: {
      subscribe: async (_root, { filter }, context) => {
        const parsed = await parseFilter(filter ?? {}, visibleStatuses(context.viewer), context.loaders);
        await context.events.ready(context.signal);
        return followPublications(context, parsed);
      },
      resolve: (article: ArticleRow) => article,
    },
    articleUpdated: {
      subscribe: async (_root, { id }, context) => {
        if (!isUuid(id)) {
          throw new CataloguedError('BAD_USER_INPUT', { message: 'There is no such article.', field: ['id'] });
        }
        await context.events.ready(context.signal);
        return followChanges(context, id.toLowerCase(), visibleStatuses(context.viewer));
      },
      resolve: (article: ArticleRow) => article,
    },
  },
};
