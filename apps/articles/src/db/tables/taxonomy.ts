import { id } from '@dateline/db/columns';
import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, index, integer, text, uuid } from 'drizzle-orm/pg-core';
import { articlesSchema } from './schema.ts';

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
