import { recordChanges } from '../../change/record-changes.ts';
import { type ArticleServiceDependencies, editArticle } from '../edit.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { moveArticle } from '../save-article.ts';
import { parseWords } from '../words.ts';
import { faultOfMove } from '../workflow.ts';

/** A kill, for good: readers get a notice with the reason, partners a tombstone. */
export function withdrawArticle(
  dependencies: ArticleServiceDependencies,
  id: string,
  reason: string,
): Promise<Outcome> {
  return editArticle(dependencies, id, async (save, current) => {
    const { words, fault } = parseWords('reason', reason);
    const refusal = faultOfMove(current.status, 'withdraw') ?? fault;
    if (refusal) return refused(current, refusal);
    const article = await moveArticle(save, current, {
      status: 'WITHDRAWN',
      withdrawnAt: save.now,
      withdrawalReason: words,
    });
    await recordChanges(save.transaction, [{ kind: 'WITHDRAWN', article, reason: words }], save.now);
    return done(article);
  });
}
