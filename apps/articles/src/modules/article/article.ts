import type { articleBylines, articles, corrections } from '../../db/tables.ts';

/** An article as its table holds it. */
export type ArticleRow = typeof articles.$inferSelect;
export type CorrectionRow = typeof corrections.$inferSelect;
export type BylineRow = typeof articleBylines.$inferSelect;
