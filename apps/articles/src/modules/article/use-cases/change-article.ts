import type { UpdateArticleInput } from '../../../__generated__/resolver-types.ts';
import { recordChanges } from '../../change/record-changes.ts';
import { prepareContent } from '../content.ts';
import { type ArticleServiceDependencies, editArticle } from '../edit.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { revisionConflict } from '../rules.ts';
import { updateArticle } from '../save-article.ts';

/** Writes what the input names over the revision that it was written from, and over no other. */
export function changeArticle(
  dependencies: ArticleServiceDependencies,
  id: string,
  expectedRevision: number,
  input: UpdateArticleInput,
): Promise<Outcome> {
  return editArticle(dependencies, id, async (save, current) => {
    const { transaction, now } = save;
    if (current.revision !== expectedRevision) {
      return refused(current, revisionConflict(expectedRevision, current.revision));
    }
    const content = await prepareContent(transaction, input, input.language ?? current.language, now);
    if (content.faults.length > 0) return refused(current, ...content.faults);
    const article = await updateArticle(save, current, content, input.slug);
    if (article.status === 'PUBLISHED') {
      await recordChanges(transaction, [{ kind: 'UPDATED', article, previousSlug: current.slug }], now);
    }
    return done(article);
  });
}
