import type { Labels } from '../labels/labels.ts';
import { type ConversationTurn, commentAnchor, conversationPath } from './address.ts';
import { asking, type ComposerState, isBlank, type Unfinished, writing } from './composer.ts';
import type { ConversationForm } from './conversation-form.ts';
import type { ConversationWriter } from './write-conversation.ts';

/** What a form leads to: another page, or this one again with what has to be mended or chosen. */
export type FormOutcome =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'composer'; readonly status: number; readonly composer: ComposerState }
  | {
      readonly kind: 'comment';
      readonly status: number;
      readonly commentId: string;
      readonly body: string;
      readonly fault: string;
    };

export interface FormContext {
  readonly writer: ConversationWriter;
  readonly labels: Labels;
  readonly slug: string;
  /** Where in the conversation the form stood. */
  readonly turn: ConversationTurn;
}

const mendStatus = 422;
const chooseStatus = 409;

/** Does what a form of the conversation asks. Works without any script: every answer is a page. */
export async function answerForm(form: ConversationForm, context: FormContext): Promise<FormOutcome> {
  switch (form.intent) {
    case 'post':
      return post(form.comment, context);
    case 'save':
      return save(form.comment, context);
    case 'discard':
      return leave(form.comment.draftId, undefined, form.comment, context);
    case 'turn':
      return turn(form.comment, form.target, context);
    case 'keep':
      return keep(form.lost, context);
    case 'replace':
      return replace(form.lost, form.next, context);
    case 'edit': {
      const { commentId, body } = form;
      const edited = await context.writer.edit(commentId, body);
      if (edited.kind === 'refused') {
        return { kind: 'comment', status: mendStatus, commentId, body, fault: edited.message };
      }
      return go(context, { ...placeOf(context), editId: null }, commentAnchor(edited.number));
    }
    case 'delete': {
      const { commentId } = form;
      const removed = await context.writer.remove(commentId);
      if (removed.kind === 'refused') {
        return { kind: 'comment', status: mendStatus, commentId, body: '', fault: removed.message };
      }
      return go(context, { ...placeOf(context), editId: null }, 'conversation');
    }
  }
}

async function post(comment: Unfinished, context: FormContext): Promise<FormOutcome> {
  const posted = await context.writer.post(comment);
  if (posted.kind === 'refused') return mend(comment, posted.message);
  // A reply may lie deep in a long branch, so its own branch is shown; a new comment stands first in the list.
  const place = comment.parentId === null ? {} : { commentId: posted.id };
  return go(context, place, commentAnchor(posted.number));
}

async function save(comment: Unfinished, context: FormContext): Promise<FormOutcome> {
  if (isBlank(comment.body)) return leave(comment.draftId, comment.parentId, comment, context);
  const saved = await context.writer.save(comment);
  if (saved.kind === 'refused') return mend(comment, saved.message);
  if (saved.kind === 'would-be-lost') return choose(saved.message, saved.lost, comment);
  return go(context, { ...placeOf(context), replyTo: comment.parentId, saved: true }, 'composer');
}

/** The reader wants to write another comment: what is begun goes only when the reader says so. */
async function turn(comment: Unfinished, target: string | null, context: FormContext): Promise<FormOutcome> {
  if (target === comment.parentId) return go(context, { ...placeOf(context), replyTo: target }, 'composer');
  if (isBlank(comment.body)) return leave(comment.draftId, target, comment, context);
  const saved = await context.writer.save(comment);
  const lost = saved.kind === 'done' ? saved.draft : comment;
  return choose(context.labels.draftWarning, lost, { parentId: target, body: '', draftId: null, version: null });
}

async function keep(lost: Unfinished, context: FormContext): Promise<FormOutcome> {
  // What could not be saved lives in this form only, so it is shown again instead of looked up.
  if (lost.draftId === null) return { kind: 'composer', status: 200, composer: writing(lost) };
  return go(context, { ...placeOf(context), replyTo: lost.parentId }, 'composer');
}

async function replace(lost: Unfinished, next: Unfinished, context: FormContext): Promise<FormOutcome> {
  if (isBlank(next.body)) return leave(lost.draftId, next.parentId, lost, context);
  const saved = await context.writer.save(next, { replaceCurrent: true });
  if (saved.kind === 'done') return go(context, { ...placeOf(context), replyTo: next.parentId }, 'composer');
  return mend(next, saved.message);
}

/** Throws a draft away, if there is one, and opens the composer for `target`. */
async function leave(
  draftId: string | null,
  target: string | null | undefined,
  comment: Unfinished,
  context: FormContext,
): Promise<FormOutcome> {
  const left = draftId === null ? { kind: 'done' as const } : await context.writer.discard(draftId);
  if (left.kind === 'refused') return mend(comment, left.message);
  return go(context, { ...placeOf(context), replyTo: target }, 'composer');
}

function mend(comment: Unfinished, fault: string): FormOutcome {
  return { kind: 'composer', status: mendStatus, composer: writing(comment, { fault }) };
}

function choose(message: string, lost: Unfinished, next: Unfinished): FormOutcome {
  return { kind: 'composer', status: chooseStatus, composer: asking(message, lost, next) };
}

function placeOf({ turn: { sort, after, commentId } }: FormContext) {
  return { sort, after, commentId };
}

function go(context: FormContext, turn: Partial<ConversationTurn>, anchor: string): FormOutcome {
  return { kind: 'go', to: conversationPath(context.slug, turn, anchor) };
}
