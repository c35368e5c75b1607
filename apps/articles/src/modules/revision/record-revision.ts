import type { ArticleRow } from '../article/article.ts';
import type { Save } from '../article/save-article.ts';
import { changesBetween, factsOf } from './changes.ts';
import type { RevisionChange } from './revision.ts';
import { type ArticleParts, snapshotOf, type WholeArticle } from './snapshot.ts';
import { revisionStore } from './store.ts';

/** The first save of an article. It changed nothing: nothing was there before. */
export function recordFirstRevision(save: Save, article: ArticleRow, parts: ArticleParts): Promise<void> {
  return insert(save, article, { snapshot: snapshotOf({ article, parts }), changes: [] });
}

/** A save, with what it changed. `told` is what no column shows: the note of a correction. */
export function recordRevision(
  save: Save,
  before: WholeArticle,
  after: WholeArticle,
  told: readonly RevisionChange[],
): Promise<void> {
  const snapshot = snapshotOf(after);
  const changes = changesBetween(factsOf(snapshotOf(before), before.article), factsOf(snapshot, after.article));
  return insert(save, after.article, { snapshot, changes: [...changes, ...told] });
}

function insert(
  { transaction, author, now }: Save,
  { id, revision }: Pick<ArticleRow, 'id' | 'revision'>,
  said: { readonly snapshot: ReturnType<typeof snapshotOf>; readonly changes: readonly RevisionChange[] },
): Promise<void> {
  return revisionStore.insert(transaction, { articleId: id, number: revision, createdAt: now, author, ...said });
}
