import type { drafts } from '../../db/tables.ts';

/** A draft that stands. */
export type DraftRow = Omit<typeof drafts.$inferSelect, 'body'> & { readonly body: string };

/** Where a draft belongs: a viewer has one at most for each. */
export interface DraftTarget {
  readonly articleId: string;
  readonly viewerId: string;
  /** The comment that it answers; null at the top level. */
  readonly parentId: string | null;
}
