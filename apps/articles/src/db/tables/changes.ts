import { instant } from '@dateline/db/columns';
import { bigint, index, integer, text, uuid } from 'drizzle-orm/pg-core';
import { articles } from './articles.ts';
import { articlesSchema } from './schema.ts';

export const articleChangeKind = articlesSchema.enum('article_change_kind', [
  'PUBLISHED',
  'UPDATED',
  'CORRECTED',
  'WITHDRAWN',
]);

/** What readers were told of, in order: the change feed. Only added to (see modules/change/record-changes.ts). */
export const articleChanges = articlesSchema.table(
  'article_changes',
  {
    position: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: articleChangeKind().notNull(),
    at: instant().notNull(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    revision: integer().notNull(),
    reason: text(),
  },
  // Whether readers ever heard of an article: one that they did is withdrawn, never deleted.
  (table) => [index('article_changes_article').on(table.articleId)],
);
