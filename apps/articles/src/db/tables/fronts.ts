import { id, updatedAt } from '@dateline/db/columns';
import { index, integer, jsonb, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { ContainerFill } from '../../modules/front/front.ts';
import { articles } from './articles.ts';
import { articlesSchema } from './schema.ts';

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
