import type { articleChanges } from '../../db/tables.ts';

export type ChangeRow = typeof articleChanges.$inferSelect;
export type ChangeKind = ChangeRow['kind'];
