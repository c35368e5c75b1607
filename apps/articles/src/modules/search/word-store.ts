import type { Database, Queryable } from '@dateline/db/connect';
import { type SQL, sql } from 'drizzle-orm';
import { articleSearch } from '../../db/tables/search.ts';
import { readUnder } from './read-under.ts';

/** All SQL of words that were misspelt. */
export const wordStore = {
  /**
   * For each word that no published story holds, words that share letters with it, the most alike first. A word stays known
   * after its last story was rewritten or withdrawn: of each that is offered, `findPublished` says whether readers may see it.
   */
  findSimilar(db: Database, words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    // Two letters in the other order leave a short word little in common with itself ('musuem': 0.27). The letters are
    // compared one by one afterwards.
    return readUnder(db, { 'pg_trgm.similarity_threshold': '0.2' }, async (transaction) => {
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
