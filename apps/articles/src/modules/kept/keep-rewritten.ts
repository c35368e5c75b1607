import type { Save } from '../article/save-article.ts';
import { changesBetween, factsOf } from '../revision/changes.ts';
import { snapshotOf, type WholeArticle } from '../revision/snapshot.ts';
import { keptStore } from './store.ts';
import { factsOfField, fieldOf } from './supplied-field.ts';

/**
 * What this save changed in a supplier's story stays the editor's from now on. What stood there before was the supplier's
 * last word of it, unless the field was kept already.
 */
export async function keepRewritten(
  { transaction }: Pick<Save, 'transaction'>,
  before: WholeArticle,
  after: WholeArticle,
): Promise<void> {
  const was = factsOf(snapshotOf(before), before.article);
  const changes = changesBetween(was, factsOf(snapshotOf(after), after.article));
  const fields = new Set(changes.flatMap(({ path }) => fieldOf(path) ?? []));
  const { id: articleId } = before.article;
  await keptStore.keep(
    transaction,
    [...fields].map((field) => ({ articleId, field, supplied: factsOfField(was, field) })),
  );
}
