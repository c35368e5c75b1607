import type { Database, Queryable, Transaction } from '@dateline/db/connect';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { and, inArray, type SQL, sql } from 'drizzle-orm';
import { articleSearch } from '../../db/tables/search.ts';
import { factConditions, linkConditions } from '../article/filter-conditions.ts';
import type { ArticleFilter } from '../article/store.ts';
import { sqlState } from '../import/database-fault.ts';
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

export interface Found {
  /** `maxCounted` at most; null where a first look showed that it is common, and nobody counted. */
  readonly totalCount: number | null;
  readonly hits: readonly Hit[];
}

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

  /** A page and one row more, best first. */
  find(db: Database, query: SearchQuery, filter: ArticleFilter, page: SearchPage): Promise<Found> {
    return byIndex(db, async (transaction) => {
      const rows = await transaction.execute<{ total: string | null; id: string | null; score: number }>(
        findStatement(db, query, filter, page),
      );
      const hits = rows.flatMap(({ id, score }) => (id === null ? [] : [{ id, score }]));
      const total = rows[0]?.total ?? null;
      return { totalCount: total === null ? null : Math.min(Number(total), maxCounted), hits };
    });
  },

  /** Of each story the words, as they are indexed, that are marked in its text. */
  async findMarks(
    db: Queryable,
    { wanted }: SearchQuery,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const { exact, prefixes } = lexemesOf(wanted);
    const rows = await db.execute<{ id: string; marks: string[] | null }>(sql`
      select article_id as id, articles.search_marks(words,
        array(select jsonb_array_elements_text(${JSON.stringify(exact)}::jsonb)),
        array(select jsonb_array_elements_text(${JSON.stringify(prefixes)}::jsonb))) as marks
      from ${articleSearch} where ${inArray(articleSearch.articleId, [...ids])}`);
    return new Map(rows.map(({ id, marks }) => [id, marks ?? []]));
  },

  /** How many there are, `maxCounted` at most. */
  count(db: Database, query: SearchQuery, filter: ArticleFilter): Promise<number> {
    return byIndex(db, async (transaction) => {
      const fits = and(matching(query), ...conditions(db, filter));
      const [row] = await transaction.execute<{ total: string }>(
        sql`select count(*) as total from (select from ${articleSearch} where ${fits} limit ${maxCounted}) found`,
      );
      return Number(row?.total ?? 0);
    });
  },

  /**
   * For each word that no published story holds, words that share letters with it, the most alike first. A word stays known
   * after its last story was rewritten or withdrawn: of each that is offered, `findPublished` says whether readers may see it.
   */
  findSimilar(db: Database, words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    // Two letters in the other order leave a short word little in common with itself ('musuem': 0.27). The letters are
    // compared one by one afterwards.
    return withSettings(db, { 'pg_trgm.similarity_threshold': '0.2' }, async (transaction) => {
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
    });
  },

  /** Those of the words that a published story holds today. */
  async findPublished(db: Queryable, words: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await db.execute<{ word: string }>(sql`
      select word from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) word where ${isPublished(sql`word`)}`);
    return new Set(rows.map(({ word }) => word));
  },
};

/** What is common stands in one of the newest stories. One look into the index of words, which reads where all stand, for others. */
function isPublished(word: SQL): SQL {
  const holds = sql`story.words @@ quote_literal(${word})::tsquery`;
  return sql`case when exists (select 1 from (
      select newest.words from ${articleSearch} as newest where newest.status = 'PUBLISHED'
      order by newest.status, newest.listed_at desc, newest.article_id desc limit 100
    ) as story where ${holds}) then true
    else exists (select 1 from ${articleSearch} as story where ${holds} and story.status = 'PUBLISHED' offset 0) end`;
}

/** Asks in a transaction that reads, under settings of its own. */
async function withSettings<Result>(
  db: Database,
  settings: Readonly<Record<string, string>>,
  ask: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (transaction) => {
    const each = Object.entries({ transaction_read_only: 'on', ...settings }).map(
      ([name, value]) => `set_config('${name}', '${value}', true)`,
    );
    await transaction.execute(sql.raw(`select ${each.join(', ')}`));
    return ask(transaction);
  });
}

/** The last bound: a phrase of words that are all common, but seldom together, reads every story that holds them. */
const searchTimeoutMs = 1_500;
const queryCanceled = '57014';
const searchSettings = {
  // With a limit in sight the planner would read the whole table for a common word.
  enable_seqscan: 'off',
  // What is compiled for a statement that runs a few milliseconds takes longer than the statement.
  jit: 'off',
  statement_timeout: String(searchTimeoutMs),
};

/** Throws TOO_COSTLY for what takes longer than anyone waits. */
async function byIndex<Result>(db: Database, ask: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  try {
    return await withSettings(db, searchSettings, ask);
  } catch (error) {
    if (sqlState(error) !== queryCanceled) throw error;
    const message = 'This search takes too long. Ask for rarer words, or filter by section, topic or date.';
    throw new CataloguedError('TOO_COSTLY', { message, field: ['text'], cause: error });
  }
}

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

function matching({ wanted, unwanted }: SearchQuery): SQL {
  const whole = unwanted === null ? sql`${wanted}::tsquery` : sql`(${wanted}::tsquery && !!(${unwanted}::tsquery))`;
  return sql`${articleSearch.words} @@ ${whole}`;
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
  const { sectionId, language, urgency, publishedAt, updatedAt } = articleSearch;
  return [
    // `is true`, so that the index by time is never taken for one of statuses: nearly all articles are published.
    sql`(${inArray(articleSearch.status, [...filter.statuses])}) is true`,
    ...factConditions({ sectionId, language, urgency, publishedAt, updatedAt }, filter),
    ...linkConditions(db, articleSearch.articleId, filter),
  ];
}
