import { isUuid } from '@dateline/db/uuidv7';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { toConnection } from '@dateline/service-kit/connection';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { keysetOf, parseCommentPage } from '../comment/page.ts';
import { emptyThread, maxCountedArticles } from './rules.ts';

export const threadResolvers: Resolvers = {
  Query: {
    commentCounts: async (_root, { articleIds }, { loaders }) => {
      if (articleIds.length > maxCountedArticles) {
        throw new CataloguedError('BAD_USER_INPUT', {
          message: `At most ${maxCountedArticles} articles are counted at once.`,
          field: ['articleIds'],
        });
      }
      return Promise.all(
        articleIds.map(async (articleId) => {
          const thread = isUuid(articleId) ? await loaders.threadByArticle.load(articleId.toLowerCase()) : null;
          return { articleId, count: thread?.commentCount ?? 0 };
        }),
      );
    },
  },

  Article: {
    __resolveReference: ({ id }) => ({ id }),
    thread: async ({ id }, _args, { loaders }) => {
      if (!isUuid(id)) return null;
      const articleId = id.toLowerCase();
      return (await loaders.threadByArticle.load(articleId)) ?? emptyThread(articleId);
    },
  },

  Thread: {
    activityCursor: (_thread, _args, { activityCursor }) => activityCursor,
    comments: async ({ articleId }, args, { loaders }) => {
      const page = parseCommentPage(args, { defaultSort: 'NEWEST', defaultSize: 20 });
      return toConnection(await loaders.topLevelPage.load(articleId, page), page, keysetOf);
    },
  },
};
