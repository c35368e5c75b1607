import type { Queryable, Transaction } from '@dateline/db/connect';
import { afterKeyset, type KeysetColumn, orderByKeyset } from '@dateline/db/keyset';
import type { Keyset, Page } from '@dateline/service-kit/connection';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { articleTopics } from '../../db/tables/article-parts.ts';
import { topics } from '../../db/tables/taxonomy.ts';
import type { TopicRow } from './topic.ts';

const columns: readonly KeysetColumn[] = [
  { column: topics.title, descending: false, type: 'text' },
  { column: topics.id, descending: false, type: 'uuid' },
];

/** What an import made under an embargo would tell of it: readers see such a topic with the first story that they see. */
const isSeen = sql`(not ${topics.isSupplied} or exists (
  select 1 from ${articleTopics} as about where about.topic_id = ${topics.id} and about.status = 'PUBLISHED'))`;

export const topicKeysetOf = ({ title, id }: TopicRow): Keyset => [title, id];

/** All SQL of topics. */
export const topicStore = {
  findByIds(db: Queryable, ids: readonly string[]): Promise<TopicRow[]> {
    return db
      .select()
      .from(topics)
      .where(inArray(topics.id, [...ids]));
  },

  findBySlugs(db: Queryable, slugs: readonly string[]): Promise<TopicRow[]> {
    return db
      .select()
      .from(topics)
      .where(inArray(topics.slug, [...slugs]));
  },

  /** Those of the slugs that readers may know of. */
  findSeenBySlugs(db: Queryable, slugs: readonly string[]): Promise<TopicRow[]> {
    return db
      .select()
      .from(topics)
      .where(and(inArray(topics.slug, [...slugs]), isSeen));
  },

  /** One page and one row more, by title; those whose title holds the text in whatever case and accents. */
  list(
    db: Queryable,
    { match, who }: { match: string | null; who: 'editors' | 'readers' },
    page: Page,
  ): Promise<TopicRow[]> {
    return db
      .select()
      .from(topics)
      .where(
        and(
          match === null ? undefined : titleHolds(match),
          who === 'editors' ? undefined : isSeen,
          afterKeyset(columns, page),
        ),
      )
      .orderBy(...orderByKeyset(columns, page))
      .limit(page.limit + 1);
  },

  /** Another topic with this code, if there is one. Holds the code until the transaction ends. */
  async findOtherOfCode(transaction: Transaction, mediaTopic: string, slug: string): Promise<TopicRow | null> {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${mediaTopic}, 0))`);
    const [row] = await transaction
      .select()
      .from(topics)
      .where(and(eq(topics.mediaTopic, mediaTopic), ne(topics.slug, slug)))
      .limit(1);
    return row ?? null;
  },

  async put(transaction: Transaction, row: Omit<TopicRow, 'id'>): Promise<TopicRow> {
    const { slug: _slug, ...set } = row;
    const [topic] = await transaction
      .insert(topics)
      .values(row)
      .onConflictDoUpdate({ target: topics.slug, set })
      .returning();
    if (!topic) throw new Error('A topic was neither inserted nor updated.');
    return topic;
  },
};

/**
 * What stands for itself in a pattern is what the reader typed: % and _ are letters like others. The index knows three letters
 * in a row, or the beginnings of words: of a shorter text those are found, or every title would be read for it.
 */
function titleHolds(text: string) {
  const folded = sql`regexp_replace(articles.fold_title(${text}::text), '([%_\\\\])', '\\\\\\1', 'g')`;
  const title = sql`articles.fold_title(${topics.title})`;
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  if (/[\p{L}\p{N}]{3}/u.test(letters)) return sql`${title} like '%' || ${folded} || '%'`;
  if (!/[\p{L}\p{N}]/u.test(letters)) return sql`false`;
  return sql`(${title} like ${folded} || '%' or ${title} like '% ' || ${folded} || '%')`;
}
