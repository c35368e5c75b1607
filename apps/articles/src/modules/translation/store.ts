import type { Queryable, Transaction } from '@dateline/db/connect';
import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { articles } from '../../db/tables/articles.ts';
import type { ArticleRow } from '../article/article.ts';
import type { ArticleStatus } from '../article/store.ts';

/** All SQL of translations: articles that share a group tell one story, each in a language of its own. */
export const translationStore = {
  /** The members of groups, by language. */
  findByGroups(db: Queryable, groupIds: readonly string[], statuses: readonly ArticleStatus[]): Promise<ArticleRow[]> {
    return db
      .select()
      .from(articles)
      .where(and(inArray(articles.translationGroupId, [...groupIds]), inArray(articles.status, [...statuses])))
      .orderBy(asc(articles.translationGroupId), asc(articles.language), asc(articles.id));
  },

  /** What an event names them by. */
  findNames(
    db: Queryable,
    groupIds: readonly string[],
  ): Promise<Pick<ArticleRow, 'id' | 'slug' | 'translationGroupId'>[]> {
    return db
      .select({ id: articles.id, slug: articles.slug, translationGroupId: articles.translationGroupId })
      .from(articles)
      .where(inArray(articles.translationGroupId, [...groupIds]));
  },

  /**
   * These articles and all that are in a group with one of them, locked in the order of their ids. Groups are changed by one
   * editor at a time, so that nobody joins one between the look at it and the lock.
   */
  async lockWithGroups(transaction: Transaction, ids: readonly string[]): Promise<ArticleRow[]> {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('dateline translations'))`);
    const groups = transaction
      .select({ id: articles.translationGroupId })
      .from(articles)
      .where(inArray(articles.id, [...ids]));
    return transaction
      .select()
      .from(articles)
      .where(or(inArray(articles.id, [...ids]), inArray(articles.translationGroupId, groups)))
      .orderBy(asc(articles.id))
      .for('update');
  },

  /** Held for who changes a language there, so that of two who take the same one the second sees the first's. */
  async otherLanguages(transaction: Transaction, groupId: string, exceptId: string) {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${groupId}::text, 0))`);
    return transaction
      .select({ language: articles.language })
      .from(articles)
      .where(and(eq(articles.translationGroupId, groupId), ne(articles.id, exceptId)));
  },

  /** Makes this the group of articles; null takes them out of any. */
  setGroup(transaction: Transaction, ids: readonly string[], groupId: string | null): Promise<ArticleRow[]> {
    return transaction
      .update(articles)
      .set({ translationGroupId: groupId })
      .where(inArray(articles.id, [...ids]))
      .returning();
  },
};
