import { keepNowhere } from '@dateline/service-kit/cache-hints';
import type { Resolvers } from '../../__generated__/resolver-types.ts';

export const draftResolvers: Resolvers = {
  Mutation: {
    saveCommentDraft: async (_root, { input }, { drafts }) => {
      const { draft, fault } = await drafts.save({
        articleId: input.articleId.toLowerCase(),
        parentId: input.parentId?.toLowerCase() ?? null,
        body: input.body,
        version: input.version ?? null,
        replaceCurrent: input.replaceCurrent ?? false,
        locale: input.locale ?? null,
      });
      if (fault === null) return { draft, userErrors: [] };
      return { draft, userErrors: [{ code: fault.code, message: fault.message, path: ['input', fault.field] }] };
    },
    discardCommentDraft: async (_root, { id }, { drafts }) => {
      await drafts.discard(id);
      return { draft: null, userErrors: [] };
    },
  },

  Thread: {
    viewerDraft: async ({ articleId }, { parentId = null }, { loaders, viewer }, info) => {
      if (viewer !== null) keepNowhere(info);
      const drafts = await loaders.draftsByArticle.load(articleId);
      return drafts.find((draft) => draft.parentId === (parentId?.toLowerCase() ?? null)) ?? null;
    },
    viewerDrafts: ({ articleId }, _args, { loaders, viewer }, info) => {
      if (viewer !== null) keepNowhere(info);
      return loaders.draftsByArticle.load(articleId);
    },
  },

  CommentDraft: {
    updatedAt: ({ updatedAt }) => updatedAt.toISOString(),
  },
};
