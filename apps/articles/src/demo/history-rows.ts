import type { DemoArticle } from '@dateline/demo-edition/types';
import { snapshotOf } from '../modules/revision/snapshot.ts';
import type { articleRowsOf } from './rows.ts';

type ArticleRows = ReturnType<typeof articleRowsOf>;

/** What nobody writes in the demo edition. */
const unwritten = { copyrightNotice: null, usageTerms: null, isAccessibleForFree: true, embargoedUntil: null };

/** The saves of an article: its first one, and one for each correction. Their text is that of today, which is all there is. */
export function revisionRowsOf(article: DemoArticle, rowsOf: ArticleRows, row = rowsOf.article(article)) {
  const topicIds = rowsOf.topics(article).map(({ topicId }) => topicId);
  const snapshot = snapshotOf({
    article: { ...unwritten, ...row },
    parts: { bylines: rowsOf.bylines(article), topicIds },
  });
  const saved = { articleId: article.id, author: null, snapshot };
  return [
    { ...saved, number: 1, createdAt: row.createdAt, changes: [] },
    ...rowsOf.corrections(article).map(({ note, publishedAt, revision }) => ({
      ...saved,
      number: revision,
      createdAt: publishedAt,
      changes: [{ path: 'corrections', before: null, after: note }],
    })),
  ];
}

/** What readers were told of an article, in order. */
export function changeRowsOf(article: DemoArticle, rowsOf: ArticleRows) {
  return [
    {
      kind: 'PUBLISHED' as const,
      at: new Date(article.publishedAt),
      articleId: article.id,
      revision: 1,
      reason: null as string | null,
    },
    ...rowsOf.corrections(article).map(({ note, publishedAt, revision }) => ({
      kind: 'CORRECTED' as const,
      at: publishedAt,
      articleId: article.id,
      revision,
      reason: note,
    })),
  ];
}
