import { id, instant } from '@dateline/db/columns';
import { bigint, index, integer, jsonb, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { SuppliedFacts, SuppliedField } from '../../modules/kept/supplied-field.ts';
import { articles } from './articles.ts';
import { articlesSchema } from './schema.ts';

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

/** What editors rewrote in suppliers' stories: the supplier's next version leaves it as it is (see modules/kept). */
export const keptFields = articlesSchema.table(
  'kept_fields',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    field: text().$type<SuppliedField>().notNull(),
    /** What the supplier said last of this field, by path, as revisions write it; empty where that is not known. */
    supplied: jsonb().$type<SuppliedFacts>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.field] })],
);
