import type { sections } from '../../db/tables/taxonomy.ts';

/** A section as its table holds it. */
export type SectionRow = typeof sections.$inferSelect;
