import { recordChanges } from '../../change/record-changes.ts';
import type { ArticleSnapshot } from '../../revision/revision.ts';
import { revisionStore } from '../../revision/store.ts';
import { newLanguageFaults } from '../../translation/link-translations.ts';
import { bodyText, countWords } from '../body-text.ts';
import { type ArticleServiceDependencies, editArticle } from '../edit.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { updateArticle } from '../save-article.ts';
import { faultOfRewrite } from '../write-over.ts';

/**
 * Writes what an earlier revision held as a new one. The slug stays (links point to it), and so does the embargo: it is a
 * promise about the future, and no text.
 */
export function restoreRevision(
  dependencies: ArticleServiceDependencies,
  id: string,
  revision: number,
  expectedRevision: number,
): Promise<Outcome> {
  return editArticle(dependencies, id, async (save, current) => {
    const refusal = faultOfRewrite(current, { action: 'restore', expectedRevision });
    if (refusal) return refused(current, refusal);
    const snapshot = await revisionStore.findSnapshot(save.transaction, current.id, revision);
    if (!snapshot) {
      const message = `This article has no revision ${revision}.`;
      return refused(current, { code: 'UNKNOWN_REVISION', message, path: ['revision'] });
    }
    const taken = await newLanguageFaults(save.transaction, current, snapshot.language, ['revision']);
    if (taken.length > 0) return refused(current, ...taken);
    const article = await updateArticle(save, current, contentOf(snapshot));
    if (article.status === 'PUBLISHED') {
      await recordChanges(save.transaction, [{ kind: 'UPDATED', article }], save.now);
    }
    return done(article);
  });
}

function contentOf({ bylines, topicIds, slug: _slug, embargoedUntil: _embargo, ...columns }: ArticleSnapshot) {
  const wordCount = countWords(bodyText(columns.body), columns.language);
  return { columns: { ...columns, wordCount }, bylines, topicIds };
}
