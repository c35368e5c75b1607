import { isCanonicalUuid, isUuid } from '@dateline/db/uuidv7';
import { keepForViewerAlone, keepNowhere, keepUntil } from '@dateline/service-kit/cache-hints';
import { toConnection } from '@dateline/service-kit/connection';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { directionOf } from './body/direction.ts';
import { renderHtml } from './body/render-html.ts';
import { commenterRoleOf, displayNameOf } from './commenter.ts';
import { keysetOf, parseCommentPage } from './page.ts';
import { editableUntil } from './rules.ts';
import type { CommentOutcome } from './service.ts';

export const commentResolvers: Resolvers = {
  Query: {
    comment: (_root, { id }, { loaders }, info) => {
      // Events name a comment as we write it: an answer found by another spelling would not hear of them.
      if (!isCanonicalUuid(id)) keepNowhere(info);
      return isUuid(id) ? loaders.commentById.load(id.toLowerCase()) : null;
    },
    viewer: async (_root, _args, { viewer, loaders, now }, info) => {
      if (viewer === null) return null;
      // Their name and roles come with their token, and no event tells of a new one.
      keepNowhere(info);
      const commenter = await loaders.commenterById.load(viewer.id);
      // Who has not taken part yet would join now.
      return {
        id: viewer.id,
        displayName: displayNameOf(viewer),
        role: commenterRoleOf(viewer),
        joinedAt: commenter?.joinedAt ?? now,
      };
    },
  },

  Mutation: {
    postComment: async (_root, { input }, { comments }) =>
      toPayload(
        await comments.post({
          articleId: input.articleId.toLowerCase(),
          parentId: input.parentId?.toLowerCase() ?? null,
          body: input.body,
        }),
        ['input'],
      ),
    editComment: async (_root, { id, body }, { comments }) => toPayload(await comments.edit(id, body), []),
    deleteComment: async (_root, { id }, { comments }) => toPayload(await comments.delete(id), []),
  },

  Comment: {
    __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? loaders.commentById.load(id.toLowerCase()) : null),
    article: ({ articleId }) => ({ id: articleId }),
    author: ({ authorId }, _args, { loaders }) => (authorId === null ? null : loaders.commenterById.load(authorId)),
    bodyHtml: ({ body }) => renderHtml(body),
    bodyText: ({ body }) => body,
    direction: ({ body }) => directionOf(body),
    createdAt: ({ createdAt }) => createdAt.toISOString(),
    editedAt: ({ editedAt }) => editedAt?.toISOString() ?? null,
    editableUntil: (comment, _args, { viewer, now }, info) => {
      if (viewer !== null) keepForViewerAlone(info);
      const end = editableUntil(comment, viewer, now);
      if (end) keepUntil(info, end, now);
      return end?.toISOString() ?? null;
    },
    depth: ({ ancestorIds }) => ancestorIds.length,
    parent: ({ parentId }, _args, { loaders }) => (parentId === null ? null : loaders.commentById.load(parentId)),
    ancestors: async ({ ancestorIds }, _args, { loaders }) => {
      const ancestors = await Promise.all(ancestorIds.map((id) => loaders.commentById.load(id)));
      return ancestors.filter((ancestor) => ancestor !== null);
    },
    replies: async ({ id, replyCount }, args, { loaders }) => {
      const page = parseCommentPage(args, { defaultSort: 'OLDEST', defaultSize: 10 });
      const rows = replyCount === 0 ? [] : await loaders.repliesPage.load(id, page);
      return toConnection(rows, page, keysetOf);
    },
    deleted: ({ status }) => status === 'DELETED',
    permalink: ({ id }, _args, { siteUrl }) => `${siteUrl}/comments/${id}`,
  },

  Commenter: {
    __resolveReference: ({ id }, { loaders }) => loaders.commenterById.load(id),
    joinedAt: ({ joinedAt }) => joinedAt.toISOString(),
  },
};

function toPayload({ comment, refusal }: CommentOutcome, inputPath: readonly string[]) {
  if (refusal === null) return { comment, userErrors: [] };
  const { code, message, field, retryAfterSeconds = null } = refusal;
  const path = field === null ? null : [...inputPath, field];
  return { comment, userErrors: [{ code, message, path }], retryAfterSeconds };
}
