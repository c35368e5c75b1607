import type { CommenterRole, CommentWordsFragment } from '../__generated__/operations.ts';
import type { ConversationPage } from './conversation-page.ts';

/** Stands in a blank comment where its id comes to stand. Its number there is 0. */
export const idPlace = 'comment-id-here';

/** The kinds of comment that a page may have to show later, and what each is called in `data-blank`. */
export const blankKinds = ['READER', 'STAFF', 'MODERATOR', 'DELETED'] as const satisfies readonly (
  | CommenterRole
  | 'DELETED'
)[];

const once = '1970-01-01T00:00:00Z';

/** A comment without words, for the page's script to fill. */
export function blankComment(kind: (typeof blankKinds)[number]): CommentWordsFragment {
  const deleted = kind === 'DELETED';
  return {
    id: idPlace,
    number: 0,
    bodyHtml: '',
    bodyText: '',
    direction: 'LTR',
    status: deleted ? 'DELETED' : 'PUBLISHED',
    createdAt: once,
    editedAt: deleted ? null : once,
    editableUntil: null,
    deleted,
    depth: 0,
    replyCount: 0,
    author: deleted ? null : { id: '', displayName: '', role: kind },
  };
}

/** The page as a comment of nobody in particular sees it. */
export function blankPage(page: ConversationPage): ConversationPage {
  return { ...page, composerUnder: null, inHand: null };
}

/** Are there answers to the comment whose branch is shown that stand on a further page? A new one belongs behind them. */
export function hasFurtherReplies({ turn, view }: Pick<ConversationPage, 'turn' | 'view'>): boolean {
  return turn.commentId !== null && view.next !== null;
}

/** May a new comment of its own be put into the list that the page shows, and at which end? */
export function newCommentsEnd({ turn, view }: Pick<ConversationPage, 'turn' | 'view'>): 'first' | 'last' | null {
  if (turn.commentId !== null || turn.after !== null) return null;
  if (turn.sort === 'NEWEST') return 'first';
  return view.next === null ? 'last' : null;
}
