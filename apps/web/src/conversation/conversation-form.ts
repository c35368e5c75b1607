import { z } from 'zod';
import { parentOf } from './address.ts';
import type { Unfinished } from './composer.ts';

/** Longer than any comment may be, so that what is too long comes back with the graph's own message, text and all. */
export const bodyMaxLength = 20_000;

const id = z.string().min(1).max(200);
const body = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n'))
  .refine((text) => text.length <= bodyMaxLength);
const parent = z.string().max(200).default('').transform(parentOf);
const version = z
  .literal('')
  .transform(() => null)
  .or(z.coerce.number().int().nonnegative())
  .nullable()
  .default(null);
const draftId = z
  .string()
  .max(200)
  .default('')
  .transform((text) => text || null);

const unfinished = z.object({ parentId: parent, body: body.default(''), draftId, version });

/** The composer's own form: its text, and which of its buttons was pressed. `turnTo` wants another comment instead. */
const composerForm = unfinished.extend({ intent: z.enum(['post', 'save', 'discard']), turnTo: z.string().optional() });

/** The answer to 'this will delete your current comment'. */
const warningForm = z.object({
  intent: z.enum(['keep', 'replace']),
  lostParentId: parent,
  lostBody: body.default(''),
  lostDraftId: draftId,
  lostVersion: version,
  nextParentId: parent,
  nextBody: body.default(''),
});

const commentForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('edit'), commentId: id, body: body.default('') }),
  z.object({ intent: z.literal('delete'), commentId: id }),
]);

export type ConversationForm =
  | { readonly intent: 'post' | 'save' | 'discard'; readonly comment: Unfinished }
  | { readonly intent: 'turn'; readonly comment: Unfinished; readonly target: string | null }
  | { readonly intent: 'keep' | 'replace'; readonly lost: Unfinished; readonly next: Unfinished }
  | z.infer<typeof commentForm>;

const anyForm = z.union([commentForm, warningForm, composerForm]);

/** Reads a form of the conversation; null when it is none that this site makes. */
export function readConversationForm(data: FormData): ConversationForm | null {
  const fields = Object.fromEntries([...data].filter(([, value]) => typeof value === 'string'));
  if (fields['turnTo'] !== undefined) fields['intent'] = 'save';
  const parsed = anyForm.safeParse(fields);
  return parsed.success ? toForm(parsed.data) : null;
}

function toForm(form: z.infer<typeof anyForm>): ConversationForm {
  if (form.intent === 'edit' || form.intent === 'delete') return form;
  if ('lostBody' in form) {
    const { lostParentId, lostBody, lostDraftId, lostVersion, nextParentId, nextBody } = form;
    return {
      intent: form.intent,
      lost: { parentId: lostParentId, body: lostBody, draftId: lostDraftId, version: lostVersion },
      next: { parentId: nextParentId, body: nextBody, draftId: null, version: null },
    };
  }
  const { intent, turnTo, ...comment } = form;
  return turnTo === undefined ? { intent, comment } : { intent: 'turn', comment, target: parentOf(turnTo) };
}
