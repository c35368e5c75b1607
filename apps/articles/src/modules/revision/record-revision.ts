import type { ArticleRow } from '../article/article.ts';
import type { Save } from '../article/save-article.ts';
import { changesBetween, factsOf } from './changes.ts';
import type { RevisionChange } from './revision.ts';
import { type ArticleParts, snapshotOf, type WholeArticle } from './snapshot.ts';
import { revisionStore } from './store.ts';

/** One article before and after a save. */
export interface Saved {
  readonly before: WholeArticle;
  readonly after: WholeArticle;
  /** What no column shows: the note of a correction. */
  readonly told?: readonly RevisionChange[];
}

/** The first save of an article. It changed nothing: nothing was there before. */
export function recordFirstRevision(save: Save, article: ArticleRow, parts: ArticleParts): Promise<void> {
  return revisionStore.insert(save.transaction, [rowOf(save, { article, parts }, [])]);
}

/** Saves of articles, each with what it changed. */
export function recordRevisions(save: Save, saves: readonly Saved[]): Promise<void> {
  const rows = saves.map(({ before, after, told = [] }) => {
    const changes = changesBetween(
      factsOf(snapshotOf(before), before.article),
      factsOf(snapshotOf(after), after.article),
    );
    return rowOf(save, after, [...changes, ...told]);
  });
  return revisionStore.insert(save.transaction, rows);
}

function rowOf({ author, now }: Save, after: WholeArticle, changes: readonly RevisionChange[]) {
  const { id, revision } = after.article;
  return { articleId: id, number: revision, createdAt: now, author, snapshot: snapshotOf(after), changes };
}
