import type { Database, Queryable, Transaction } from '@dateline/db/connect';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { inArray, sql } from 'drizzle-orm';
import { articleSearch } from '../../db/tables/search.ts';
import type { ArticleFilter } from '../article/store.ts';
import { sqlState } from '../import/database-fault.ts';
import { findStatement, fitting, maxCounted, type SearchPage, type SearchQuery } from './find-statement.ts';
import { readUnder } from './read-under.ts';
import type { SearchClause } from './search-text.ts';

export interface Hit {
  readonly id: string;
  readonly score: number;
}

export interface Found {
  /** `maxCounted` at most; null where a first look showed that it is common, and nobody counted. */
  readonly totalCount: number | null;
  readonly hits: readonly Hit[];
}

/** What is found, what is marked in it, and how much there is. */
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
      const [row] = await transaction.execute<{ total: string }>(
        sql`select count(*) as total from (select from ${articleSearch} where ${fitting(db, query, filter)} limit ${maxCounted}) found`,
      );
      return Number(row?.total ?? 0);
    });
  },
};

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
    return await readUnder(db, searchSettings, ask);
  } catch (error) {
    if (sqlState(error) !== queryCanceled) throw error;
    const message = 'This search takes too long. Ask for rarer words, or filter by section, topic or date.';
    throw new CataloguedError('TOO_COSTLY', { message, field: ['text'], cause: error });
  }
}

/** The words of a tsquery, whole ones and beginnings. They hold letters and digits alone (search_normal). */
export function lexemesOf(query: string): { readonly exact: readonly string[]; readonly prefixes: readonly string[] } {
  const found = [...query.matchAll(/'([^']*)'(:\*)?/g)];
  const of = (prefix: boolean) => [
    ...new Set(found.flatMap(([, word, mark]) => (word && (mark !== undefined) === prefix ? word : []))),
  ];
  return { exact: of(false), prefixes: of(true) };
}
