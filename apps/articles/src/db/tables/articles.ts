import { createdAt, id, instant, updatedAt } from '@dateline/db/columns';
import { desc, sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { BodyElement } from '../../modules/article/body-element.ts';
import { articlesSchema } from './schema.ts';
import { sections } from './taxonomy.ts';

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
    /** False: front ends and search engines are to show that it is for subscribers. A mark and no lock. */
    isAccessibleForFree: boolean().notNull().default(true),
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
