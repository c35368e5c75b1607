import { createdAt, id, instant, updatedAt } from '@dateline/db/columns';
import { consumerTables as consumerTablesOf } from '@dateline/events/consumer';
import { outboxTable } from '@dateline/events/outbox';
import { desc, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { BodyElement } from '../modules/article/body-element.ts';

export const articlesSchema = pgSchema('articles');

export const outbox = outboxTable(articlesSchema);
export const consumerTables = consumerTablesOf(articlesSchema);
export const { consumerPositions, parkedEvents } = consumerTables;

export const sections = articlesSchema.table('sections', {
  id: id(),
  slug: text().notNull().unique(),
  title: text().notNull(),
  language: text().notNull(),
  parentId: uuid().references((): AnyPgColumn => sections.id),
  /** The order in which the newsroom shows its sections. */
  position: integer().notNull(),
});

export const topicKind = articlesSchema.enum('topic_kind', ['SUBJECT', 'PERSON', 'ORGANISATION', 'PLACE', 'EVENT']);

export const topics = articlesSchema.table('topics', {
  id: id(),
  slug: text().notNull().unique(),
  title: text().notNull(),
  kind: topicKind().notNull(),
  /** IPTC Media Topics code, medtop:… */
  mediaTopic: text(),
});

export const contributors = articlesSchema.table('contributors', {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  jobTitle: text(),
  bio: text(),
  /** An image of the media service: its id, and nothing of it. */
  portraitImageId: uuid(),
});

export const articleStatus = articlesSchema.enum('article_status', ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN']);

export const articles = articlesSchema.table(
  'articles',
  {
    id: id(),
    slug: text().notNull().unique(),
    language: text().notNull(),
    /** IANA; where the story's clock hangs. */
    timeZone: text().notNull(),
    kicker: text(),
    headline: text().notNull(),
    standfirst: text(),
    dateline: text(),
    body: jsonb().$type<readonly BodyElement[]>().notNull(),
    wordCount: integer().notNull(),
    sectionId: uuid().references(() => sections.id),
    urgency: smallint().notNull(),
    status: articleStatus().notNull().default('DRAFT'),
    revision: integer().notNull().default(1),
    copyrightNotice: text(),
    usageTerms: text(),
    sourceName: text(),
    sourceId: text(),
    sourceUrl: text(),
    sourceFormat: text(),
    sourceReceivedAt: instant(),
    /** SHA-256 of the import's input, hexadecimal: the same item again changes nothing. */
    sourceDigest: text(),
    firstPublishedAt: instant(),
    publishedAt: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** What lists by time are sorted by; never null, so that a cursor can name it. */
    listedAt: instant().notNull().generatedAlwaysAs(sql`coalesce(published_at, created_at)`),
  },
  (table) => [
    // The wire sends the same item many times, also at the same time: one row.
    uniqueIndex('articles_source').on(table.sourceName, table.sourceId),
    // articles(orderBy: PUBLISHED_AT_…): the front page and the feed of the whole edition.
    index('articles_listed').on(table.status, desc(table.listedAt), desc(table.id)),
    // A section's page and its feed.
    index('articles_section').on(table.sectionId, table.status, desc(table.listedAt), desc(table.id)),
    // A language's feed.
    index('articles_language').on(table.language, table.status, desc(table.listedAt), desc(table.id)),
    // articles(orderBy: URGENCY), and maxUrgency.
    index('articles_urgent').on(table.status, table.urgency, desc(table.listedAt), desc(table.id)),
    // articles(orderBy: UPDATED_AT_DESC): what changed since.
    index('articles_updated').on(table.status, desc(table.updatedAt), desc(table.id)),
    // Which articles show a picture: its texts changed, and what caches hold of them is old.
    index('articles_pictures').using('gin', sql`jsonb_path_query_array(${table.body}, '$[*].imageId')`),
    check('articles_urgency', sql`${table.urgency} between 1 and 8`),
  ],
);

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
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.topicId] }),
    // A topic's page: which articles are about it.
    index('article_topics_topic').on(table.topicId, table.articleId),
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
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.position] }),
    // A contributor's page: which articles are theirs.
    index('article_bylines_contributor').on(table.contributorId, table.articleId),
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

/** What media's events said of its pictures: the texts that a figure falls back to. */
export const imageTexts = articlesSchema.table('image_texts', {
  imageId: uuid().primaryKey(),
  caption: text(),
  altText: text(),
  credit: text(),
});
