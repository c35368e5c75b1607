import type { CommentWordsFragment } from '../__generated__/operations.ts';
import type { Labels } from '../labels/labels.ts';
import type { ConversationTurn } from './address.ts';
import type { FormOutcome } from './answer-form.ts';
import { type ComposerState, openComposer } from './composer.ts';
import type { CommentNode, ConversationView } from './load-conversation.ts';

/** A comment that its author is changing, or that could not be changed. */
export interface CommentInHand {
  readonly commentId: string;
  readonly body: string | null;
  readonly fault: string | null;
}

/** All that the conversation's components need to know. */
export interface ConversationPage {
  readonly articleId: string;
  readonly slug: string;
  readonly locale: string;
  readonly labels: Labels;
  readonly view: ConversationView;
  readonly turn: ConversationTurn;
  /** Null where nobody may write, signed out or closed, and nothing was sent. */
  readonly composer: ComposerState | null;
  /** The comment under which the composer stands; null at the top, also when that comment is not on this page. */
  readonly composerUnder: string | null;
  /** What is answered, where it is on this page. */
  readonly answered: CommentWordsFragment | null;
  readonly inHand: CommentInHand | null;
}

export function conversationPage(
  given: Pick<ConversationPage, 'articleId' | 'slug' | 'locale' | 'labels' | 'view' | 'turn'>,
  outcome: Exclude<FormOutcome, { kind: 'go' }> | null,
): ConversationPage {
  const { view, turn, labels } = given;
  // What was sent comes back even to somebody who may no longer write: the words are theirs.
  const composer = mayWrite(view) || outcome?.kind === 'composer' ? composerOf(view, turn, labels, outcome) : null;
  const target = composer && targetOf(composer);
  const answered = target ? findComment(view.comments, target) : null;
  return { ...given, composer, composerUnder: answered?.id ?? null, answered, inHand: inHandOf(turn, outcome) };
}

export function mayWrite({ viewer, state }: Pick<ConversationView, 'viewer' | 'state'>): boolean {
  return viewer !== null && (state === 'OPEN' || state === 'PREMODERATED');
}

function composerOf(
  view: ConversationView,
  turn: ConversationTurn,
  labels: Labels,
  outcome: FormOutcome | null,
): ComposerState {
  if (outcome?.kind === 'composer') return outcome.composer;
  const opened = openComposer(view.drafts, turn.replyTo, labels.draftWarning);
  return opened.kind === 'writing' && turn.saved ? { ...opened, notice: labels.draftSaved } : opened;
}

/** The words that somebody had in hand when the conversation went away. */
export function wordsInHand(outcome: FormOutcome | null): string {
  if (outcome?.kind === 'comment') return outcome.body;
  if (outcome?.kind !== 'composer') return '';
  const { composer } = outcome;
  return composer.kind === 'writing' ? composer.comment.body : composer.warning.next.body || composer.warning.lost.body;
}

function targetOf(composer: ComposerState): string | null {
  return composer.kind === 'writing' ? composer.comment.parentId : composer.warning.next.parentId;
}

function inHandOf(turn: ConversationTurn, outcome: FormOutcome | null): CommentInHand | null {
  if (outcome?.kind === 'comment') return outcome;
  return turn.editId ? { commentId: turn.editId, body: null, fault: null } : null;
}

function findComment(comments: readonly CommentNode[], id: string): CommentWordsFragment | null {
  for (const { words, replies } of comments) {
    const found = words.id === id ? words : findComment(replies, id);
    if (found) return found;
  }
  return null;
}
