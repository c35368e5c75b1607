import type { comments } from '../../db/tables.ts';

/** A comment as its table holds it. */
export type CommentRow = typeof comments.$inferSelect;

export type CommentStatus = CommentRow['status'];
