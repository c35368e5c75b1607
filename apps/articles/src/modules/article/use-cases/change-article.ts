import type { UpdateArticleInput } from '../../../__generated__/resolver-types.ts';
import { recordChanges } from '../../change/record-changes.ts';
import { type ArticleServiceDependencies, editArticle } from '../edit.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { writeOver } from '../write-over.ts';

/** Writes what the input names over the revision that it was written from, and over no other. */
export function changeArticle(
  dependencies: ArticleServiceDependencies,
  id: string,
  expectedRevision: number,
  input: UpdateArticleInput,
): Promise<Outcome> {
  return editArticle(dependencies, id, async (save, current) => {
    const written = await writeOver(save, current, { action: 'update', expectedRevision, input });
    if ('faults' in written) return refused(current, ...written.faults);
    const { article } = written;
    if (article.status === 'PUBLISHED') {
      await recordChanges(save.transaction, [{ kind: 'UPDATED', article, previousSlug: current.slug }], save.now);
    }
    return done(article);
  });
}
