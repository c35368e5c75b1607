import {
  DeleteCommentDocument,
  DiscardCommentDraftDocument,
  EditCommentDocument,
  PostCommentDocument,
  SaveCommentDraftDocument,
} from '../__generated__/operations.ts';
import type { Ask } from '../graph/ask.ts';
import type { Labels } from '../labels/labels.ts';
import { toUnfinished, type Unfinished } from './composer.ts';

/** Why something was not done, in words for the reader, who still has the text. */
export interface Refused {
  readonly kind: 'refused';
  readonly message: string;
}

type Posted = { readonly kind: 'done'; readonly id: string; readonly number: number };
type Saved =
  | { readonly kind: 'done'; readonly draft: Unfinished }
  | { readonly kind: 'would-be-lost'; readonly message: string; readonly lost: Unfinished };

interface Payload {
  readonly retryAfterSeconds?: number | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** The writing half of a conversation, for one reader and in one language. */
export function conversationWriter(ask: Ask, articleId: string, locale: string, labels: Labels) {
  const refusal = (payload: Payload | undefined, codes: readonly string[]): Refused | null => {
    if (codes.includes('UNAUTHENTICATED')) return { kind: 'refused', message: labels.signInAgain };
    if (!payload) return { kind: 'refused', message: labels.couldNotSend };
    const [error] = payload.userErrors;
    if (!error) return null;
    const wait = payload.retryAfterSeconds ? ` ${labels.retryAfter(payload.retryAfterSeconds)}` : '';
    return { kind: 'refused', message: `${labels.refusals[error.code] ?? error.message}${wait}` };
  };
  const unknown: Refused = { kind: 'refused', message: labels.couldNotSend };

  return {
    async post({ body, parentId }: Unfinished): Promise<Posted | Refused> {
      const answer = await ask(PostCommentDocument, { input: { articleId, body, parentId } });
      const payload = answer?.data?.postComment;
      const comment = payload?.comment;
      return refusal(payload, codesOf(answer)) ?? (comment ? { kind: 'done', ...comment } : unknown);
    },

    /** `replaceCurrent`: the draft that stands in the way may go. */
    async save(comment: Unfinished, { replaceCurrent = false } = {}): Promise<Saved | Refused> {
      const { body, parentId, version } = comment;
      const answer = await ask(SaveCommentDraftDocument, {
        input: { articleId, body, parentId, version, locale, replaceCurrent },
      });
      const payload = answer?.data?.saveCommentDraft;
      const warning = payload?.userErrors.find(({ code }) => code === 'DRAFT_WOULD_BE_LOST');
      const draft = payload?.draft && toUnfinished(payload.draft);
      if (warning && draft) return { kind: 'would-be-lost', message: warning.message, lost: draft };
      return refusal(payload, codesOf(answer)) ?? (draft ? { kind: 'done', draft } : unknown);
    },

    async discard(draftId: string): Promise<{ readonly kind: 'done' } | Refused> {
      const answer = await ask(DiscardCommentDraftDocument, { id: draftId });
      return refusal(answer?.data?.discardCommentDraft, codesOf(answer)) ?? { kind: 'done' };
    },

    async edit(commentId: string, body: string): Promise<Posted | Refused> {
      const answer = await ask(EditCommentDocument, { id: commentId, body });
      const payload = answer?.data?.editComment;
      const comment = payload?.comment;
      return refusal(payload, codesOf(answer)) ?? (comment ? { kind: 'done', ...comment } : unknown);
    },

    async remove(commentId: string): Promise<{ readonly kind: 'done' } | Refused> {
      const answer = await ask(DeleteCommentDocument, { id: commentId });
      return refusal(answer?.data?.deleteComment, codesOf(answer)) ?? { kind: 'done' };
    },
  };
}

export type ConversationWriter = ReturnType<typeof conversationWriter>;

function codesOf(answer: { readonly errors: readonly { readonly code: string }[] } | null): readonly string[] {
  return answer?.errors.map(({ code }) => code) ?? [];
}
