import { createdAt, id, instant } from '@dateline/db/columns';
import { desc } from 'drizzle-orm';
import { index, integer, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { articleStatus, articles } from './articles.ts';
import { articlesSchema } from './schema.ts';
import { contributors, topics } from './taxonomy.ts';

/**
 * What lists filter and sort by, beside each link of an article: a topic's or contributor's page is read from one index, in
 * its order. The database itself writes them (migrations, keep_listing_facts); nobody else does.
 */
const listingFacts = () => ({
  status: articleStatus(),
  listedAt: instant(),
  language: text(),
  sectionId: uuid(),
  urgency: smallint(),
  publishedAt: instant(),
  updatedAt: instant(),
});

/** Slugs that an article had once: old links go on working. */
export const articleSlugs = articlesSchema.table('article_slugs', {
  slug: text().primaryKey(),
  articleId: uuid()
    .notNull()
    .references(() => articles.id, { onDelete: 'cascade' }),
  createdAt: createdAt(),
});

export const articleTopics = articlesSchema.table(
  'article_topics',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    topicId: uuid()
      .notNull()
      .references(() => topics.id),
    position: smallint().notNull(),
    ...listingFacts(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.topicId] }),
    // A topic's page: which articles are about it.
    index('article_topics_topic').on(table.topicId, table.articleId),
    // The same in the order of lists, with all that they filter by.
    index('article_topics_listed').on(
      table.topicId,
      table.status,
      desc(table.listedAt),
      desc(table.articleId),
      table.language,
      table.sectionId,
      table.urgency,
      table.publishedAt,
      table.updatedAt,
    ),
  ],
);

export const articleBylines = articlesSchema.table(
  'article_bylines',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    name: text().notNull(),
    role: text(),
    contributorId: uuid().references(() => contributors.id),
    ...listingFacts(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.position] }),
    // A contributor's page: which articles are theirs.
    index('article_bylines_contributor').on(table.contributorId, table.articleId),
    // The same in the order of lists, with all that they filter by.
    index('article_bylines_listed').on(
      table.contributorId,
      table.status,
      desc(table.listedAt),
      desc(table.articleId),
      table.language,
      table.sectionId,
      table.urgency,
      table.publishedAt,
      table.updatedAt,
    ),
  ],
);

export const corrections = articlesSchema.table(
  'corrections',
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    note: text().notNull(),
    publishedAt: instant().notNull(),
    revision: integer().notNull(),
  },
  (table) => [index('corrections_article').on(table.articleId, desc(table.publishedAt))],
);
