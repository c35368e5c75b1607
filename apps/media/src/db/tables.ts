import { createdAt, id, instant, updatedAt } from '@dateline/db/columns';
import { outboxTable } from '@dateline/events/outbox';
import { desc, sql } from 'drizzle-orm';
import { check, doublePrecision, index, integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { WordOrigins } from '../metadata/policy.ts';

export const mediaSchema = pgSchema('media');

export const outbox = outboxTable(mediaSchema);

export const images = mediaSchema.table(
  'images',
  {
    id: id(),
    /** SHA-256 of the original's bytes, hexadecimal: the same bytes are the same picture. */
    digest: text().notNull().unique(),
    mimeType: text().notNull(),
    byteSize: integer().notNull(),
    /** Pixels, as shown: after EXIF orientation. */
    width: integer().notNull(),
    height: integer().notNull(),
    caption: text(),
    altText: text(),
    credit: text(),
    creator: text(),
    source: text(),
    copyrightNotice: text(),
    usageTerms: text(),
    capturedAt: instant(),
    location: text(),
    keywords: text().array().notNull(),
    /** Where each of the words came from; an editor's stay when the same bytes come in again. */
    origins: jsonb().$type<WordOrigins>().notNull(),
    /** What a crop keeps, as fractions from the top left corner. */
    focalX: doublePrecision().notNull().default(0.5),
    focalY: doublePrecision().notNull().default(0.5),
    /** A data: URL. */
    placeholder: text().notNull(),
    /** #rrggbb */
    dominantColour: text().notNull(),
    /** Caption, credit and keywords in one, for `match`; written with them. */
    searchText: text().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    // images: newest first.
    index('images_listed').on(desc(table.createdAt), desc(table.id)),
    // images(match:): any part of a word, in any script.
    index('images_search').using('gin', table.searchText.op('gin_trgm_ops')),
    check('images_focal_point', sql`${table.focalX} between 0 and 1 and ${table.focalY} between 0 and 1`),
  ],
);

export const uploads = mediaSchema.table(
  'uploads',
  {
    id: id(),
    mimeType: text().notNull(),
    byteSize: integer().notNull(),
    fileName: text(),
    /** The viewer who asked for the ticket. */
    createdBy: text().notNull(),
    expiresAt: instant().notNull(),
    /** What became of it; null until it is completed. */
    imageId: uuid().references(() => images.id),
    createdAt: createdAt(),
  },
  // The sweep of those that were never completed.
  (table) => [index('uploads_expires').on(table.expiresAt)],
);
