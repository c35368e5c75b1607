import type { Database, Queryable } from '@dateline/db/connect';
import { and, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm';
import { articleBylines, articleSearch, articleTopics } from '../../db/tables.ts';
import type { ArticleFilter } from '../article/store.ts';
import type { SearchClause } from './search-text.ts';

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

export interface Hit {
  readonly id: string;
  readonly score: number;
  /** The words, as they are indexed, that are marked in its text. */
  readonly marks: readonly string[];
}

/** So many are counted; where there are more, only the newest are ranked. */
export const maxCounted = 10_000;
/** Of what was found the newest so many are ranked. */
export const maxRanked = 1_000;
/** The same for words that are in more than `maxCounted` stories. */
const maxRankedOfCommon = 500;

/** All SQL of search. */
export const searchStore = {
  /** Null where the text holds nothing to look for. Without languages those of all articles. */
  async parse(
    db: Queryable,
    clauses: readonly SearchClause[],
    languages: readonly string[] | undefined,
  ): Promise<SearchQuery | null> {
    const given = languages && sql`array(select jsonb_array_elements_text(${JSON.stringify(languages)}::jsonb))`;
    const [row] = await db.execute<{ wanted: string | null; unwanted: string | null }>(
      sql`select wanted::text, unwanted::text
        from articles.search_query(${JSON.stringify(clauses)}::jsonb, ${given ?? sql`null`})`,
    );
    return row?.wanted == null ? null : { wanted: row.wanted, unwanted: row.unwanted };
  },

  /** A page and one row more, best first, and how many there are (`maxCounted` at most). */
  find(
    db: Database,
    query: SearchQuery,
    filter: ArticleFilter,
    page: SearchPage,
  ): Promise<{ readonly totalCount: number; readonly hits: readonly Hit[] }> {
    return db.transaction(
      async (transaction) => {
        // With a limit in sight the planner would read the whole table for a common word.
        await transaction.execute(sql`set local enable_seqscan = off`);
        const rows = await transaction.execute<{
          total: string;
          id: string | null;
          score: number;
          marks: string[] | null;
        }>(findStatement(db, query, filter, page));
        const hits = rows.flatMap(({ id, score, marks }) => (id === null ? [] : [{ id, score, marks: marks ?? [] }]));
        return { totalCount: Math.min(Number(rows[0]?.total ?? 0), maxCounted), hits };
      },
      { accessMode: 'read only' },
    );
  },

  /**
   * For each word that no published story holds, words that share letters with it, the most alike first. A word stays known
   * after its last story was rewritten or withdrawn: of each that is offered, `findPublished` says whether readers may see it.
   */
  findSimilar(db: Database, words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return db.transaction(
      async (transaction) => {
        // Two letters in the other order leave a short word little in common with itself ('musuem': 0.27). The letters are
        // compared one by one afterwards.
        await transaction.execute(sql`set local pg_trgm.similarity_threshold = 0.2`);
        const rows = await transaction.execute<{ asked: string; words: string[] | null }>(sql`
          select asked, array(
              select word from articles.search_words
              where word % asked and length(word) between length(asked) - 2 and length(asked) + 2
              order by similarity(word, asked) desc, word limit 100
            ) as words
          from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) asked
          where not exists (
            select 1 from articles.search_words known where known.word = asked and ${isPublished(sql`asked`)})`);
        return new Map(rows.map(({ asked, words: similar }) => [asked, similar ?? []]));
      },
      { accessMode: 'read only' },
    );
  },

  /** Those of the words that a published story holds today. */
  async findPublished(db: Queryable, words: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await db.execute<{ word: string }>(sql`
      select word from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) word where ${isPublished(sql`word`)}`);
    return new Set(rows.map(({ word }) => word));
  },
};

/** One look into the index of words. */
function isPublished(word: SQL): SQL {
  return sql`exists (select 1 from ${articleSearch} as story
    where story.words @@ quote_literal(${word})::tsquery and story.status = 'PUBLISHED' offset 0)`;
}

/**
 * One statement. The index of words finds what fits; its newest are ranked. Where that is too much, the newest that fit are
 * read off the index by time: they stand close together there, since the word is common.
 */
export function findStatement(db: Queryable, query: SearchQuery, filter: ArticleFilter, page: SearchPage): SQL {
  const wanted = sql`${query.wanted}::tsquery`;
  const whole = query.unwanted === null ? wanted : sql`(${wanted} && !!(${query.unwanted}::tsquery))`;
  const fits = and(sql`${articleSearch.words} @@ ${whole}`, ...conditions(db, filter));
  const lexemes = lexemesOf(query.wanted);
  const after = page.after
    ? sql`where (score, article_id) < (${page.after.score}::float8, ${page.after.id}::uuid)`
    : sql``;
  return sql`
    with found as materialized (
      select article_id, listed_at from ${articleSearch} where ${fits} limit ${maxCounted + 1}
    ), counted as materialized (select count(*) as total from found
    ), newest as (
      (select article_id from found where (select total from counted) <= ${maxCounted}
        order by listed_at desc, article_id desc limit ${maxRanked})
      union all
      (select common.article_id from unnest(${statusArray(filter)}) as wanted_status cross join lateral (
          select article_id, listed_at from ${articleSearch}
          where ${articleSearch.status} = wanted_status and ${fits}
          order by ${articleSearch.status}, ${articleSearch.listedAt} desc, ${articleSearch.articleId} desc limit ${maxRankedOfCommon}
        ) as common
        where (select total from counted) > ${maxCounted}
        order by common.listed_at desc, common.article_id desc limit ${maxRankedOfCommon})
    ), ranked as (
      select article_id, ts_rank('{0.05, 0.2, 0.5, 1}', words, ${wanted}, 1)::float8
        * (1 + 14 / (14 + greatest(0, extract(epoch from ${page.asOf.toISOString()}::timestamptz - listed_at)::float8 / 86400))) as score
      from newest join ${articleSearch} using (article_id)
    ), page as materialized (
      select article_id, score from ranked ${after} order by score desc, article_id desc limit ${page.limit + 1}
    )
    select total, page.article_id as id, page.score, articles.search_marks(words,
        array(select jsonb_array_elements_text(${JSON.stringify(lexemes.exact)}::jsonb)),
        array(select jsonb_array_elements_text(${JSON.stringify(lexemes.prefixes)}::jsonb))) as marks
      from counted left join (page join ${articleSearch} using (article_id)) on true
      order by page.score desc, page.article_id desc`;
}

/** The words of a tsquery, whole ones and beginnings. They hold letters and digits alone (search_normal). */
export function lexemesOf(query: string): { readonly exact: readonly string[]; readonly prefixes: readonly string[] } {
  const found = [...query.matchAll(/'([^']*)'(:\*)?/g)];
  const of = (prefix: boolean) => [
    ...new Set(found.flatMap(([, word, mark]) => (word && (mark !== undefined) === prefix ? word : []))),
  ];
  return { exact: of(false), prefixes: of(true) };
}

function statusArray({ statuses }: ArticleFilter): SQL {
  return sql`array[${sql.join(
    statuses.map((status) => sql`${status}`),
    sql`, `,
  )}]::articles.article_status[]`;
}

/** As a list of articles filters, from the columns that stand beside the words. */
function conditions(db: Queryable, filter: ArticleFilter): (SQL | undefined)[] {
  const { statuses, sectionIds, topicIds, contributorIds, languages } = filter;
  const { publishedAfter, publishedBefore, updatedAfter, maxUrgency } = filter;
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
  return [
    // As text, so that the index by time is never taken for one of statuses: nearly all articles are published.
    inArray(sql`${articleSearch.status}::text`, [...statuses]),
    sectionIds && inArray(articleSearch.sectionId, [...sectionIds]),
    aboutTopics && inArray(articleSearch.articleId, aboutTopics),
    byContributors && inArray(articleSearch.articleId, byContributors),
    languages && inArray(articleSearch.language, [...languages]),
    publishedAfter && gte(articleSearch.publishedAt, publishedAfter),
    publishedBefore && lt(articleSearch.publishedAt, publishedBefore),
    updatedAfter && gte(articleSearch.updatedAt, updatedAfter),
    maxUrgency === undefined ? undefined : lte(articleSearch.urgency, maxUrgency),
  ];
}
