import type { Queryable } from '@dateline/db/connect';
import { and, type Column, gte, inArray, lt, lte, type SQL } from 'drizzle-orm';
import { articleBylines, articleTopics } from '../../db/tables/article-parts.ts';
import type { ArticleFilter } from './store.ts';

/** Where the facts stand that a filter asks for: with the article, or beside what is looked through in its place. */
export interface FactColumns {
  readonly sectionId: Column;
  readonly language: Column;
  readonly urgency: Column;
  readonly publishedAt: Column;
  readonly updatedAt: Column;
  /** The same as publishedAt where that is not null. Given where the indexes are sorted by it: no walk through all that is newer. */
  readonly listedAt?: Column;
}

/** All that a filter asks for but statuses, topics and contributors. What it does not ask for is undefined. */
export function factConditions(
  columns: FactColumns,
  filter: Omit<ArticleFilter, 'statuses' | 'topicIds' | 'contributorIds'>,
): (SQL | undefined)[] {
  const { sectionIds, languages, publishedAfter, publishedBefore, updatedAfter, maxUrgency } = filter;
  const { publishedAt, listedAt } = columns;
  return [
    sectionIds && inArray(columns.sectionId, [...sectionIds]),
    languages && inArray(columns.language, [...languages]),
    publishedAfter && and(gte(publishedAt, publishedAfter), listedAt && gte(listedAt, publishedAfter)),
    publishedBefore && and(lt(publishedAt, publishedBefore), listedAt && lt(listedAt, publishedBefore)),
    updatedAfter && gte(columns.updatedAt, updatedAfter),
    maxUrgency === undefined ? undefined : lte(columns.urgency, maxUrgency),
  ];
}

/** Topics and contributors by ids, whose spread the planner knows: it starts at a rare one. `articleId` is the outer statement's. */
export function linkConditions(
  db: Queryable,
  articleId: Column,
  { topicIds, contributorIds }: Pick<ArticleFilter, 'topicIds' | 'contributorIds'>,
): (SQL | undefined)[] {
  const aboutTopics =
    topicIds &&
    db
      .select({ id: articleTopics.articleId })
      .from(articleTopics)
      .where(inArray(articleTopics.topicId, [...topicIds]));
  const byContributors =
    contributorIds &&
    db
      .select({ id: articleBylines.articleId })
      .from(articleBylines)
      .where(inArray(articleBylines.contributorId, [...contributorIds]));
  return [aboutTopics && inArray(articleId, aboutTopics), byContributors && inArray(articleId, byContributors)];
}
