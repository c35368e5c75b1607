import type { topics } from '../../db/tables/taxonomy.ts';

/** A topic as its table holds it. */
export type TopicRow = typeof topics.$inferSelect;
