import type { ArticleRow } from '../article/article.ts';
import type { Fault } from '../article/rules.ts';
import type { Save } from '../article/save-article.ts';
import type { RevisionChange } from '../revision/revision.ts';
import { keptStore } from './store.ts';
import type { SuppliedField } from './supplied-field.ts';

/** A story of the house's own has nobody to follow. */
export function faultOfGivingBack(fields: readonly SuppliedField[], { sourceName }: ArticleRow): Fault | null {
  if (fields.length === 0 || sourceName !== null) return null;
  return {
    code: 'NO_SUPPLIER',
    message: 'This story came from no supplier: there is none to follow.',
    path: ['input', 'followSupplier'],
  };
}

/** What the revision tells of it. */
export function toldOfGivingBack(fields: readonly SuppliedField[]): RevisionChange[] {
  return fields.length === 0 ? [] : [{ path: 'followSupplier', before: null, after: fields.join(', ') }];
}

/**
 * The supplier's own again, from when it sends the story next: also the version that came last, which would change nothing
 * otherwise. Until then what stands stays.
 */
export async function giveBack(
  { transaction }: Pick<Save, 'transaction'>,
  article: ArticleRow,
  fields: readonly SuppliedField[],
): Promise<ArticleRow> {
  if (fields.length === 0) return article;
  const given = await keptStore.giveBack(transaction, article.id, fields);
  if (given.length === 0) return article;
  await keptStore.forgetDigest(transaction, article.id);
  return { ...article, sourceDigest: null };
}
