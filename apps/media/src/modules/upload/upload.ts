import type { uploads } from '../../db/tables.ts';

/** An upload as its table holds it: from its ticket to the picture that became of it. */
export type UploadRow = typeof uploads.$inferSelect;
export type NewUploadRow = typeof uploads.$inferInsert;
