import type { articles } from '../../db/tables/articles.ts';
import type { revisions } from '../../db/tables/revisions.ts';
import type { BylineRow } from '../article/article.ts';

/** What of an article is an editor's to write: a revision keeps all of it. */
export type ArticleSnapshot = Pick<
  typeof articles.$inferSelect,
  | 'slug'
  | 'language'
  | 'timeZone'
  | 'kicker'
  | 'headline'
  | 'standfirst'
  | 'dateline'
  | 'body'
  | 'sectionId'
  | 'urgency'
  | 'copyrightNotice'
  | 'usageTerms'
> & {
  /** Revisions from before there was the mark lack it: they leave it as it is. */
  readonly isAccessibleForFree?: boolean;
  readonly bylines: readonly Pick<BylineRow, 'name' | 'role' | 'contributorId'>[];
  readonly topicIds: readonly string[];
  /** RFC 3339. */
  readonly embargoedUntil: string | null;
};

/** One thing that a save changed, as text. */
export interface RevisionChange {
  /** 'headline', 'body.p3', 'bylines'. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

export type RevisionRow = typeof revisions.$inferSelect;
