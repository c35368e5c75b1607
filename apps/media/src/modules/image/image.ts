import type { images } from '../../db/tables.ts';

/** A picture as its table holds it. */
export type ImageRow = typeof images.$inferSelect;
export type NewImageRow = typeof images.$inferInsert;
