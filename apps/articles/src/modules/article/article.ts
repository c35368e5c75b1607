import type { articleBylines, corrections } from '../../db/tables/article-parts.ts';
import type { articles } from '../../db/tables/articles.ts';
import type { ArticleSnapshot } from '../revision/revision.ts';

/** An article as its table holds it, or as a revision kept it. */
export type ArticleRow = typeof articles.$inferSelect & {
  /** The revision's, where one is shown: bylines and topics that stand in tables of their own are in it. */
  readonly asOf?: ArticleSnapshot;
  /** It was withdrawn, and stands for nothing but that: see notice.ts. */
  readonly notice?: true;
};
export type CorrectionRow = typeof corrections.$inferSelect;
/** A byline as it is printed; what lists filter by is the database's own. */
export type BylineRow = Pick<
  typeof articleBylines.$inferSelect,
  'articleId' | 'position' | 'name' | 'role' | 'contributorId'
>;
