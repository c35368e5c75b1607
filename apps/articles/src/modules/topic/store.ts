import type { Queryable, Transaction } from '@dateline/db/connect';
import { afterKeyset, type KeysetColumn, orderByKeyset } from '@dateline/db/keyset';
import type { Keyset, Page } from '@dateline/service-kit/connection';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { topics } from '../../db/tables.ts';
import type { TopicRow } from './topic.ts';

const columns: readonly KeysetColumn[] = [
  { column: topics.title, descending: false, type: 'text' },
  { column: topics.id, descending: false, type: 'uuid' },
];

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

  /** One page and one row more, by title; those whose title holds the text in whatever case and accents. */
  list(db: Queryable, match: string | null, page: Page): Promise<TopicRow[]> {
    return db
      .select()
      .from(topics)
      .where(and(match === null ? undefined : titleHolds(match), afterKeyset(columns, page)))
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

/** What stands for itself in a pattern is what the reader typed: % and _ are letters like others. */
function titleHolds(text: string) {
  const folded = sql`articles.fold_title(${text}::text)`;
  return sql`articles.fold_title(${topics.title}) like '%' || regexp_replace(${folded}, '([%_\\\\])', '\\\\\\1', 'g') || '%'`;
}
