import { instant } from '@dateline/db/columns';
import { bigint, index, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { articles } from './articles.ts';
import { articlesSchema } from './schema.ts';

/**
 * What published articles may be found by as related: their topics and the words of their headlines, each as a number
 * (articles.related_terms_of). Triggers keep it, whatever way an article is written.
 */
export const relatedTerms = articlesSchema.table(
  'related_terms',
  {
    term: bigint({ mode: 'bigint' }).notNull(),
    /** As the article's: the newest with a term are read first. */
    listedAt: instant().notNull(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.term, table.listedAt, table.articleId] }),
    index('related_terms_article').on(table.articleId),
  ],
);
