import type { CommentSort } from '../__generated__/operations.ts';
import { articlePath } from '../urls.ts';

/** What of an article's conversation a page shows. */
export interface ConversationPlace {
  readonly sort: CommentSort;
  /** The cursor after which a page of the list begins. */
  readonly after: string | null;
  /** The comment whose branch is shown alone; null for the whole conversation. */
  readonly commentId: string | null;
}

/** What the reader has asked to do there. */
export interface ConversationTurn extends ConversationPlace {
  /** Whom to answer: a comment, null for a comment of its own, undefined when nothing was asked. */
  readonly replyTo: string | null | undefined;
  readonly editId: string | null;
  readonly saved: boolean;
}

/** How the top level is named where a comment's id could stand. */
export const topLevel = 'top';

export function readTurn(query: URLSearchParams): ConversationTurn {
  const reply = query.get('reply');
  return {
    sort: query.get('sort') === 'oldest' ? 'OLDEST' : 'NEWEST',
    after: query.get('after'),
    commentId: query.get('comment'),
    replyTo: reply === null ? undefined : parentOf(reply),
    editId: query.get('edit'),
    saved: query.has('saved'),
  };
}

export function parentOf(name: string): string | null {
  return name === topLevel || name === '' ? null : name;
}

/** The address of a turn in the conversation, without what is as usual. */
export function conversationPath(slug: string, turn: Partial<ConversationTurn>, anchor: string): string {
  const query = new URLSearchParams();
  if (turn.commentId) query.set('comment', turn.commentId);
  if (turn.sort === 'OLDEST') query.set('sort', 'oldest');
  if (turn.after) query.set('after', turn.after);
  if (turn.replyTo !== undefined) query.set('reply', turn.replyTo ?? topLevel);
  if (turn.editId) query.set('edit', turn.editId);
  if (turn.saved) query.set('saved', 'yes');
  const search = query.size > 0 ? `?${query}` : '';
  return `${articlePath(slug)}${search}#${anchor}`;
}

export function commentAnchor(number: number): string {
  return `comment-${number}`;
}
