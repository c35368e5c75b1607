import { createdAt, id, instant, updatedAt } from '@dateline/db/columns';
import { consumerTables as consumerTablesOf } from '@dateline/events/consumer';
import { outboxTable } from '@dateline/events/outbox';
import { desc, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { BodyElement } from '../modules/article/body-element.ts';
import type { ContainerFill } from '../modules/front/front.ts';
import type { ArticleSnapshot, RevisionChange } from '../modules/revision/revision.ts';

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

export const topics = articlesSchema.table(
  'topics',
  {
    id: id(),
    slug: text().notNull().unique(),
    title: text().notNull(),
    kind: topicKind().notNull(),
    /** IPTC Media Topics code, medtop:… */
    mediaTopic: text(),
    /** Made by an import, of whose stories readers may see none yet; false once an editor saved it. */
    isSupplied: boolean().notNull().default(false),
  },
  (table) => [
    // topics, page by page.
    index('topics_title').on(table.title, table.id),
    // topics(match:): what a title holds, whatever its case and accents.
    index('topics_match').using('gin', sql`articles.fold_title(${table.title}) public.gin_trgm_ops`),
    // Which topic a code names.
    index('topics_media_topic').on(table.mediaTopic),
  ],
);

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
    /** The supplier's count of versions; compared before its time (see modules/import). */
    sourceVersion: bigint({ mode: 'bigint' }),
    /** When the supplier made this version. */
    sourceVersionAt: instant(),
    /** The supplier's embargo; embargoedUntil may be an editor's. */
    sourceEmbargoedUntil: instant(),
    firstPublishedAt: instant(),
    publishedAt: instant(),
    /** When it will be published; set while it is SCHEDULED, and only then. */
    scheduledAt: instant(),
    /** Until then nobody but editors knows of it. */
    embargoedUntil: instant(),
    /** Set while it is WITHDRAWN, and only then. */
    withdrawnAt: instant(),
    withdrawalReason: text(),
    /** Articles that tell the same story in other languages share it. */
    translationGroupId: uuid(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** What lists by time are sorted by; never null, so that a cursor can name it. */
    listedAt: instant().notNull().generatedAlwaysAs(sql`coalesce(published_at, created_at)`),
  },
  (table) => [
    // The wire sends the same item many times, also at the same time: one row.
    uniqueIndex('articles_source').on(table.sourceName, table.sourceId),
    // articles(orderBy: PUBLISHED_AT_…): the front page and the feed of the whole edition.
    index('articles_listed').on(
      table.status,
      desc(table.listedAt),
      desc(table.id),
      table.language,
      table.sectionId,
      table.urgency,
      table.publishedAt,
      table.updatedAt,
    ),
    // A section's page and its feed.
    index('articles_section').on(
      table.sectionId,
      table.status,
      desc(table.listedAt),
      desc(table.id),
      table.language,
      table.urgency,
      table.publishedAt,
      table.updatedAt,
    ),
    // A language's feed.
    index('articles_language').on(
      table.language,
      table.status,
      desc(table.listedAt),
      desc(table.id),
      table.sectionId,
      table.urgency,
      table.publishedAt,
      table.updatedAt,
    ),
    // articles(orderBy: URGENCY), and maxUrgency.
    index('articles_urgent').on(table.status, table.urgency, desc(table.listedAt), desc(table.id)),
    // articles(orderBy: UPDATED_AT_DESC): what changed since.
    index('articles_updated').on(table.status, desc(table.updatedAt), desc(table.id)),
    // Which articles show a picture: its texts changed, and what caches hold of them is old.
    index('articles_pictures').using('gin', sql`jsonb_path_query_array(${table.body}, '$.**.imageId')`),
    // Article.translations.
    index('articles_translations').on(table.translationGroupId).where(sql`${table.translationGroupId} is not null`),
    // What is due: the sweep of the schedule.
    index('articles_scheduled').on(table.scheduledAt).where(sql`${table.status} = 'SCHEDULED'`),
    check('articles_urgency', sql`${table.urgency} between 1 and 8`),
    // Whatever way leads here, no reader sees what is under embargo: the database says no.
    check(
      'articles_embargo',
      sql`${table.status} <> 'PUBLISHED' or ${table.embargoedUntil} is null or ${table.embargoedUntil} <= ${table.publishedAt}`,
    ),
    check('articles_published', sql`${table.status} <> 'PUBLISHED' or ${table.publishedAt} is not null`),
    check('articles_scheduled_at', sql`(${table.status} = 'SCHEDULED') = (${table.scheduledAt} is not null)`),
    check('articles_scheduled_embargo', sql`${table.scheduledAt} >= ${table.embargoedUntil}`),
    check(
      'articles_withdrawn',
      sql`(${table.status} = 'WITHDRAWN') = (${table.withdrawnAt} is not null and ${table.withdrawalReason} is not null)`,
    ),
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

/** What media's events said of its pictures: the texts that a figure falls back to. */
export const imageTexts = articlesSchema.table('image_texts', {
  imageId: uuid().primaryKey(),
  caption: text(),
  altText: text(),
  credit: text(),
});

/** Every save of an article: what it was by then, and what was changed. */
export const revisions = articlesSchema.table(
  'revisions',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    createdAt: createdAt(),
    /** Who saved it: the viewer's id, or the wire that sent it. Null where nobody is known. */
    author: text(),
    snapshot: jsonb().$type<ArticleSnapshot>().notNull(),
    changes: jsonb().$type<readonly RevisionChange[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.number] })],
);

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

export const fronts = articlesSchema.table('fronts', {
  id: id(),
  slug: text().notNull().unique(),
  title: text().notNull(),
  language: text().notNull(),
  /** Grows by one with each curation: a stale one changes nothing. */
  version: integer().notNull().default(1),
  updatedAt: updatedAt(),
});

export const frontContainers = articlesSchema.table(
  'front_containers',
  {
    id: id(),
    frontId: uuid()
      .notNull()
      .references(() => fronts.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    title: text().notNull(),
    /** How the site shows it: 'lead', 'list', 'strip'. */
    display: text().notNull(),
    /** Which articles stand after the pinned ones, newest first. */
    fill: jsonb().$type<ContainerFill>().notNull(),
  },
  (table) => [index('front_containers_front').on(table.frontId, table.position)],
);

export const frontPins = articlesSchema.table(
  'front_pins',
  {
    containerId: uuid()
      .notNull()
      .references(() => frontContainers.id, { onDelete: 'cascade' }),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.containerId, table.articleId] }),
    // Deleting a draft, and which fronts show an article.
    index('front_pins_article').on(table.articleId),
  ],
);

/** Kills of items that never came: the item that arrives late stays dead. */
export const importKills = articlesSchema.table(
  'import_kills',
  {
    sourceName: text().notNull(),
    sourceId: text().notNull(),
    sourceVersion: bigint({ mode: 'bigint' }),
    sourceVersionAt: instant(),
    reason: text().notNull(),
    receivedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceName, table.sourceId] })],
);

/** What could not be imported, kept to be tried again. */
export const importFailures = articlesSchema.table(
  'import_failures',
  {
    id: id(),
    /** The file, address or archive entry it came from. */
    file: text().notNull(),
    /** Where in it: 'item 3', 'line 12'. */
    place: text().notNull(),
    format: text(),
    reason: text().notNull(),
    /** What came, where it is small enough to be kept. */
    payload: text(),
    attempts: integer().notNull().default(1),
    firstFailedAt: instant().notNull(),
    lastFailedAt: instant().notNull(),
  },
  (table) => [unique('import_failures_place').on(table.file, table.place)],
);

/** Pictures that imported figures name and media has not yet. */
export const wantedPictures = articlesSchema.table(
  'wanted_pictures',
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    elementId: text().notNull(),
    sourceName: text().notNull(),
    /** The picture's address, or the name of its file beside the item. */
    reference: text().notNull(),
    attempts: integer().notNull().default(0),
    lastReason: text(),
    wantedAt: instant().notNull(),
  },
  (table) => [
    unique('wanted_pictures_element').on(table.articleId, table.elementId),
    index('wanted_pictures_reference').on(table.sourceName, table.reference),
  ],
);

/** Pictures that came with imports: a later version of an item finds the one that media has. */
export const suppliedPictures = articlesSchema.table(
  'supplied_pictures',
  {
    sourceName: text().notNull(),
    reference: text().notNull(),
    imageId: uuid().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceName, table.reference] })],
);

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
    /** Words as they stand, and their stems, at the same places. Headline A, kicker and standfirst B, body C, dateline D. */
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
