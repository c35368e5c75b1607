import type { articleChanges } from '../../db/tables/changes.ts';

export type ChangeRow = typeof articleChanges.$inferSelect;
export type ChangeKind = ChangeRow['kind'];
