import type { Draft } from './load-conversation.ts';

/** A comment that somebody is writing: what it answers (null: nothing), its text, and what is saved of it. */
export interface Unfinished {
  readonly parentId: string | null;
  readonly body: string;
  /** The saved draft behind it, if there is one. */
  readonly draftId: string | null;
  readonly version: number | null;
}

/** Two comments where only one can stay: the reader chooses. */
export interface DraftWarning {
  readonly message: string;
  readonly lost: Unfinished;
  readonly next: Unfinished;
}

export type ComposerState =
  | {
      readonly kind: 'writing';
      readonly comment: Unfinished;
      readonly fault: string | null;
      readonly notice: string | null;
    }
  | { readonly kind: 'asking'; readonly warning: DraftWarning };

export function isBlank(body: string): boolean {
  return body.trim() === '';
}

/**
 * What the composer shows when a page is opened: the comment that was begun goes on, and to begin another one
 * (`target`: what it would answer) asks first.
 */
export function openComposer(
  drafts: readonly Draft[],
  target: string | null | undefined,
  warningMessage: string,
): ComposerState {
  const begun = drafts.find(({ body }) => !isBlank(body));
  const lost = begun && toUnfinished(begun);
  if (!lost) return writing({ parentId: target ?? null, body: '', draftId: null, version: null });
  if (target === undefined || target === lost.parentId) return writing(lost);
  return asking(warningMessage, lost, { parentId: target, body: '', draftId: null, version: null });
}

export function toUnfinished({ id, parentId, body, version }: Draft): Unfinished {
  return { parentId, body, draftId: id, version };
}

export function writing(
  comment: Unfinished,
  { fault = null, notice = null }: { readonly fault?: string | null; readonly notice?: string | null } = {},
): ComposerState {
  return { kind: 'writing', comment, fault, notice };
}

export function asking(message: string, lost: Unfinished, next: Unfinished): ComposerState {
  return { kind: 'asking', warning: { message, lost, next } };
}
