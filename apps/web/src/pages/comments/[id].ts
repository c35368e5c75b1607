import type { APIRoute } from 'astro';
import { CommentPlaceDocument } from '../../__generated__/operations.ts';
import { commentAnchor, conversationPath } from '../../conversation/address.ts';

/** A comment's permalink leads to its branch on its article's page. */
export const GET: APIRoute = async ({ params: { id = '' }, locals, redirect, rewrite }) => {
  const answer = await locals.ask(CommentPlaceDocument, { id });
  const comment = answer?.data?.comment;
  if (!comment) return rewrite('/not-found');
  return redirect(conversationPath(comment.article.slug, { commentId: id }, commentAnchor(comment.number)), 302);
};
