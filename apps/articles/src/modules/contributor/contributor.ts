import type { contributors } from '../../db/tables/taxonomy.ts';

/** A contributor as their table holds them. */
export type ContributorRow = typeof contributors.$inferSelect;
