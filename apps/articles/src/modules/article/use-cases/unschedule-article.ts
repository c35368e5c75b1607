import { type ArticleServiceDependencies, editArticle } from '../edit.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { moveArticle } from '../save-article.ts';
import { cancelWakeUp } from '../schedule/wake-up.ts';
import { faultOfMove } from '../workflow.ts';

/** A draft again. */
export function unscheduleArticle(dependencies: ArticleServiceDependencies, id: string): Promise<Outcome> {
  return editArticle(dependencies, id, async (save, current) => {
    const refusal = faultOfMove(current.status, 'unschedule');
    if (refusal) return refused(current, refusal);
    const article = await moveArticle(save, current, { status: 'DRAFT', scheduledAt: null });
    await cancelWakeUp(save.transaction, current.id);
    return done(article);
  });
}
