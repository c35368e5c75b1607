import type { ArticleRow } from './article.ts';
import { moveArticle, type Save } from './save-article.ts';

/** Readers see it from this instant on. Whoever calls it has asked the workflow, and tells the change. */
export function publishNow(save: Save, current: ArticleRow): Promise<ArticleRow> {
  return moveArticle(save, current, {
    status: 'PUBLISHED',
    scheduledAt: null,
    publishedAt: save.now,
    firstPublishedAt: current.firstPublishedAt ?? save.now,
  });
}
