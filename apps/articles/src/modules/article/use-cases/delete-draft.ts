import { changeStore } from '../../change/store.ts';
import { type ArticleServiceDependencies, editArticle } from '../edit.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { articleStore } from '../store.ts';
import { faultOfMove } from '../workflow.ts';

/** Gone with all its revisions. Never one that readers were told of: partners have copies, which only a withdrawal reaches. */
export function deleteDraft(dependencies: ArticleServiceDependencies, id: string): Promise<Outcome> {
  return editArticle(dependencies, id, async ({ transaction }, current) => {
    const refusal = faultOfMove(current.status, 'delete');
    if (refusal) return refused(current, refusal);
    if (await changeStore.wasTold(transaction, current.id)) {
      const message = 'Readers saw this article once: it stays, as does its history.';
      return refused(current, { code: 'WAS_PUBLISHED', message, path: ['id'] });
    }
    await articleStore.delete(transaction, current.id);
    return done(null);
  });
}
