import { recordRevisions } from '../revision/record-revision.ts';
import { revisionStore } from '../revision/store.ts';
import type { ArticleRow } from './article.ts';
import type { Save } from './save-article.ts';
import { articleStore } from './store.ts';

/**
 * Readers see these from this instant on: three statements, however many they are. Whoever calls it has locked them and
 * asked the workflow, and tells the changes.
 */
export async function publishNow(save: Save, current: readonly ArticleRow[]): Promise<ArticleRow[]> {
  const { transaction, now } = save;
  const ids = current.map(({ id }) => id);
  const partsOf = await revisionStore.findParts(transaction, ids);
  const published = await articleStore.publish(transaction, ids, now);
  const before = new Map(current.map((article) => [article.id, article]));
  const saves = published.flatMap((article) => {
    const was = before.get(article.id);
    const parts = partsOf(article.id);
    return was ? [{ before: { article: was, parts }, after: { article, parts } }] : [];
  });
  await recordRevisions(save, saves);
  return published;
}
