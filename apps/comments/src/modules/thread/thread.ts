import type { threads } from '../../db/tables.ts';

/** An article as this subgraph knows it: by its id. All else of it belongs to the articles subgraph. */
export interface ArticleReference {
  readonly id: string;
}

/** The conversation under one article, also under one that has no row yet. */
export type ThreadRow = Pick<typeof threads.$inferSelect, 'articleId' | 'state' | 'because' | 'commentCount'>;
