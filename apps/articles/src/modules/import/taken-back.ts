import type { ImportArticleInput } from '../../__generated__/resolver-types.ts';
import type { RevisionChange } from '../revision/revision.ts';

/** What readers are told, and no more: a supplier's note is for editors, and often names whom a story has hurt. */
export const takenBackReason = 'Its supplier took this article back.';

/** The supplier's note, as a revision keeps it for editors. */
export function toldToEditors({ statusReason }: ImportArticleInput): readonly RevisionChange[] {
  const note = statusReason?.trim();
  return note ? [{ path: 'statusReason', before: null, after: note }] : [];
}
