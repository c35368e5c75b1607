import { text, uuid } from 'drizzle-orm/pg-core';
import { articlesSchema } from './schema.ts';

/** What media's events said of its pictures: the texts that a figure falls back to. */
export const imageTexts = articlesSchema.table('image_texts', {
  imageId: uuid().primaryKey(),
  caption: text(),
  altText: text(),
  credit: text(),
});
