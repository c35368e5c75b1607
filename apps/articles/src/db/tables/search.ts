import { instant } from '@dateline/db/columns';
import { desc, sql } from 'drizzle-orm';
import { customType, index, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { articleStatus, articles } from './articles.ts';
import { articlesSchema } from './schema.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * What search reads, apart from the stories themselves: their words, and what they are filtered by. Triggers of the database
 * write it (see modules/search): nothing that writes an article can forget it.
 */
export const articleSearch = articlesSchema.table(
  'article_search',
  {
    articleId: uuid()
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    status: articleStatus().notNull(),
    language: text().notNull(),
    sectionId: uuid(),
    urgency: smallint().notNull(),
    listedAt: instant().notNull(),
    publishedAt: instant(),
    updatedAt: instant().notNull(),
    /**
     * Words as they stand, and their stems, at the same places. Headline A, kicker and standfirst B, body C, dateline D.
     * Stored uncompressed (migration 0018).
     */
    words: tsvector().notNull(),
  },
  (table) => [
    index('article_search_words').using('gin', table.words),
    // The newest that fit, where a word is so common that ranking all would take too long.
    index('article_search_listed').on(table.status, desc(table.listedAt), desc(table.articleId)),
    // Which languages there are.
    index('article_search_language').on(table.language),
  ],
);

/** Words of published stories: what a misspelt one may have meant. One may stand twice; nobody waits for a lock here. */
export const searchWords = articlesSchema.table('search_words', { word: text().notNull() }, (table) => [
  index('search_words_word').on(table.word),
  index('search_words_similar').using('gin', sql`${table.word} public.gin_trgm_ops`),
]);
