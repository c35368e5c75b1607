import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { hasRole, type Viewer } from '@dateline/service-kit/viewer';
import type { CommentRow } from './comment.ts';

/** For so long its author may change a comment. */
export const editWindowMs = 5 * 60_000;

/** The deepest level; a reply to a comment there stands beside it, so that no thread grows narrower without end. */
export const maxDepth = 8;

/** Throws UNAUTHENTICATED unless somebody is signed in. */
export function requireViewer(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new CataloguedError('UNAUTHENTICATED');
  return viewer;
}

/** Where a reply to this comment stands. */
export function placeOfReply(
  answered: Pick<CommentRow, 'id' | 'parentId' | 'ancestorIds'> | null,
): Pick<CommentRow, 'parentId' | 'ancestorIds'> {
  if (answered === null) return { parentId: null, ancestorIds: [] };
  const { id, parentId, ancestorIds } = answered;
  return ancestorIds.length < maxDepth
    ? { parentId: id, ancestorIds: [...ancestorIds, id] }
    : { parentId, ancestorIds };
}

export function isAuthor({ authorId }: Pick<CommentRow, 'authorId'>, viewer: Viewer | null): boolean {
  return viewer !== null && authorId === viewer.id;
}

/** Until when this viewer may change the comment; null when they may not, or no longer. */
export function editableUntil(
  comment: Pick<CommentRow, 'authorId' | 'createdAt'>,
  viewer: Viewer | null,
  now: Date,
): Date | null {
  const end = new Date(comment.createdAt.getTime() + editWindowMs);
  return isAuthor(comment, viewer) && now < end ? end : null;
}

/** Its author takes it back, or a moderator takes it away. */
export function mayDelete(comment: Pick<CommentRow, 'authorId'>, viewer: Viewer): boolean {
  return isAuthor(comment, viewer) || hasRole(viewer, 'MODERATOR');
}

/** Readers see its words, and it counts. */
export function isSeen({ status }: Pick<CommentRow, 'status'>): boolean {
  return status === 'PUBLISHED' || status === 'APPROVED';
}

/**
 * Who has one reply less in lists once a comment is deleted. With replies of its own it stays as a tombstone, and nobody
 * has. Without, it goes from its parent's list; a parent that is a tombstone and held nothing else goes too, and so on up.
 * `ancestors` from the top of the thread down.
 */
export function losersOfReply(
  deleted: Pick<CommentRow, 'replyCount'>,
  ancestors: readonly Pick<CommentRow, 'id' | 'status' | 'replyCount'>[],
): string[] {
  if (deleted.replyCount > 0) return [];
  const losers: string[] = [];
  for (const { id, status, replyCount } of ancestors.toReversed()) {
    losers.push(id);
    if (!(status === 'DELETED' && replyCount === 1)) break;
  }
  return losers;
}
