import type { Queryable } from '@dateline/db/connect';
import { sql } from 'drizzle-orm';

/** So many of the newest with a term are looked at: the work of a story is bounded, however common its terms. */
const newestOfTerm = 50;
/** Beyond so many a term counts as common, and the edition as large: nobody counts on. */
const countedArticles = 1_000;
/** Days in which a story's nearness in time loses most of its worth. It never loses more than half. */
const nearDays = 180;

export interface RelatedRow extends Record<string, unknown> {
  readonly articleId: string;
  readonly relatedId: string;
}

/** The SQL of related stories. */
export const relatedStore = {
  /**
   * For each article the ids of published others that share topics or headline words with it, nearest first: those of its
   * own language, then by what they share. A term weighs the more the rarer it is (inverse document frequency); a topic
   * always says something, a word that all headlines have says nothing. Nearness in time is measured between the two
   * stories, not from now: the same question has the same answer until something is published. Equals: newest first.
   *
   * One statement for all articles. Each term is one short walk down an index, never more than newestOfTerm rows of it.
   */
  async find(db: Queryable, articleIds: readonly string[], first: number): Promise<RelatedRow[]> {
    return db.execute<RelatedRow>(sql`
      with asked as materialized (
        select article.id, article.listed_at, found.term, found.base, found.kind
        from articles.articles article
        cross join lateral articles.related_terms_of(article.id, article.language, article.headline) found
        where article.id = any (${sql.param([...articleIds])}::uuid[])
      ), edition as materialized (
        -- In a handful of stories a word that two share is no common one yet.
        select greatest(count(*), 10)::float8 as size from (
          select from articles.articles where status = 'PUBLISHED'
          order by listed_at desc, id desc limit ${countedArticles}
        ) counted
      ), weights as materialized (
        select term.base, case when term.is_word
            then ln(edition.size / greatest(sharing.size, 1))
            else ln(1 + edition.size / greatest(sharing.size, 1))
          end as weight
        from (select distinct base, kind = 0 as is_word from asked) term
        cross join edition
        cross join lateral (
          select articles.count_of_term(term.base, ${countedArticles})::float8 as size
        ) sharing
      ), matches as (
        select asked.id, asked.listed_at as asked_at, other.article_id, other.listed_at, asked.base,
          max(weights.weight) as weight, bool_or(asked.kind < 2) as same_language
        from asked
        join weights on weights.base = asked.base and weights.weight > 0
        cross join lateral articles.newest_of_term(asked.term, ${newestOfTerm}) other
        where other.article_id <> asked.id
        group by asked.id, asked.listed_at, other.article_id, other.listed_at, asked.base
      ), scored as (
        select id, article_id, listed_at, bool_or(same_language) as same_language, sum(weight)
          * (0.5 + 0.5 * exp(-abs(extract(epoch from listed_at - asked_at)::float8) / (86400 * ${nearDays}::float8))) as score
        from matches
        group by id, asked_at, article_id, listed_at
      ), ranked as (
        select id, article_id, row_number() over (
          partition by id order by same_language desc, score desc, listed_at desc, article_id desc
        ) as rank
        from scored
      )
      select id as "articleId", article_id as "relatedId" from ranked where rank <= ${first} order by id, rank
    `);
  },
};
