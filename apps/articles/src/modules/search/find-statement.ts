import type { Queryable } from '@dateline/db/connect';
import { and, inArray, type SQL, sql } from 'drizzle-orm';
import { articleSearch } from '../../db/tables/search.ts';
import { factConditions, linkConditions } from '../article/filter-conditions.ts';
import type { ArticleFilter } from '../article/store.ts';

/** A search as Postgres' tsquery: what must be there, and what must not. */
export interface SearchQuery {
  readonly wanted: string;
  readonly unwanted: string | null;
}

export interface SearchPage {
  readonly limit: number;
  /** The last one of the page before. */
  readonly after: { readonly score: number; readonly id: string } | null;
  /** What is new is new by this clock, on every page of one search. */
  readonly asOf: Date;
}

/** So many are counted; where there are more, only the newest are ranked. */
export const maxCounted = 10_000;
/** Of what was found the newest so many are ranked. */
export const maxRanked = 1_000;
/** The same for what is common: found in more than `maxCounted` stories, or in one of five of the newest. */
const maxRankedOfCommon = 300;
/** Of the newest stories so many are looked at first. */
const firstLook = 300;
const commonInFirstLook = firstLook / 5;

/**
 * One statement. A few of the newest stories are looked at first. Where few of them fit, the index of words finds all that
 * do, and their newest are ranked. Where many fit, or too much was found, the newest that fit are read off the index by
 * time: they stand close together there. What is ranked is read again by its place in the table (ctid), which stays the
 * same within a statement.
 */
export function findStatement(db: Queryable, query: SearchQuery, filter: ArticleFilter, page: SearchPage): SQL {
  const asOf = sql`${page.asOf.toISOString()}::timestamptz`;
  const filters = conditions(db, filter);
  const fits = and(matching(query), ...filters);
  // `is true` is a condition that no index of words answers: the planner takes the index by time.
  const fitsOfWalk = and(sql`(${matching(query)}) is true`, ...filters);
  const newestFirst = sql`order by ${articleSearch.status}, ${articleSearch.listedAt} desc, ${articleSearch.articleId} desc`;
  const after = page.after
    ? sql`where (score, article_id) < (${page.after.score}::float8, ${page.after.id}::uuid)`
    : sql``;
  return sql`
    with first_look as materialized (
      select count(*) filter (where fits) >= ${commonInFirstLook}::int as is_common
      from unnest(${statusArray(filter)}) as wanted_status cross join lateral (
        select ${fitsOfWalk} as fits from ${articleSearch}
        where ${articleSearch.status} = wanted_status and ${articleSearch.listedAt} <= ${asOf}
        ${newestFirst} limit ${firstLook}
      ) as newest
    ), found as materialized (
      select ctid as place, article_id, listed_at from ${articleSearch}
      where not (select is_common from first_look) and ${fits} limit ${maxCounted + 1}
    ), counted as materialized (
      select case when is_common then null else (select count(*) from found) end as total from first_look
    ), newest as (
      (select place from found where (select total from counted) <= ${maxCounted}
        order by listed_at desc, article_id desc limit ${maxRanked})
      union all
      (select common.place from unnest(${statusArray(filter)}) as wanted_status cross join lateral (
          select ctid as place, article_id, listed_at from ${articleSearch}
          where ${articleSearch.status} = wanted_status and ${fitsOfWalk}
          ${newestFirst} limit ${maxRankedOfCommon}
        ) as common
        where coalesce((select total from counted) > ${maxCounted}, true)
        order by common.listed_at desc, common.article_id desc limit ${maxRankedOfCommon})
    ), ranked as (
      select article_id, ts_rank('{0.05, 0.2, 0.5, 1}', words, ${query.wanted}::tsquery, 1)::float8
        * (1 + 14 / (14 + greatest(0, extract(epoch from ${asOf} - listed_at)::float8 / 86400))) as score
      from newest join ${articleSearch} on ${articleSearch}.ctid = newest.place
    ), page as materialized (
      select article_id, score from ranked ${after} order by score desc, article_id desc limit ${page.limit + 1}
    )
    select total, page.article_id as id, page.score from counted left join page on true
      order by page.score desc, page.article_id desc`;
}

/** What fits the words and the filter. */
export function fitting(db: Queryable, query: SearchQuery, filter: ArticleFilter): SQL | undefined {
  return and(matching(query), ...conditions(db, filter));
}

function matching({ wanted, unwanted }: SearchQuery): SQL {
  const whole = unwanted === null ? sql`${wanted}::tsquery` : sql`(${wanted}::tsquery && !!(${unwanted}::tsquery))`;
  return sql`${articleSearch.words} @@ ${whole}`;
}

function statusArray({ statuses }: ArticleFilter): SQL {
  return sql`array[${sql.join(
    statuses.map((status) => sql`${status}`),
    sql`, `,
  )}]::articles.article_status[]`;
}

/** As a list of articles filters, from the columns that stand beside the words. */
function conditions(db: Queryable, filter: ArticleFilter): (SQL | undefined)[] {
  const { sectionId, language, urgency, publishedAt, updatedAt } = articleSearch;
  return [
    // `is true`, so that the index by time is never taken for one of statuses: nearly all articles are published.
    sql`(${inArray(articleSearch.status, [...filter.statuses])}) is true`,
    ...factConditions({ sectionId, language, urgency, publishedAt, updatedAt }, filter),
    ...linkConditions(db, articleSearch.articleId, filter),
  ];
}
