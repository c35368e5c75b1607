import { recordChanges } from '../../change/record-changes.ts';
import { type ArticleServiceDependencies, editArticle } from '../edit.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { moveArticle } from '../save-article.ts';

/** Readers see it from now on. */
export function publishArticle(dependencies: ArticleServiceDependencies, id: string): Promise<Outcome> {
  return editArticle(dependencies, id, async (save, current) => {
    const { transaction, now } = save;
    if (current.status === 'PUBLISHED') return done(current);
    if (current.status !== 'DRAFT') {
      return refused(current, { code: 'NOT_A_DRAFT', message: 'Only a draft can be published.', path: ['id'] });
    }
    const article = await moveArticle(save, current, {
      status: 'PUBLISHED',
      publishedAt: now,
      firstPublishedAt: current.firstPublishedAt ?? now,
    });
    await recordChanges(transaction, [{ kind: 'PUBLISHED', article }], now);
    return done(article);
  });
}
