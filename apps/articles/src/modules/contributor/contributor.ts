import type { contributors } from '../../db/tables.ts';

/** A contributor as their table holds them. */
export type ContributorRow = typeof contributors.$inferSelect;
