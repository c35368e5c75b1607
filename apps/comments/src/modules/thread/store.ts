import type { Queryable, Transaction } from '@dateline/db/connect';
import { and, type Column, eq, exists, inArray, not, type SQL, sql } from 'drizzle-orm';
import { threads } from '../../db/tables.ts';
import type { ThreadRow } from './thread.ts';

const columns = {
  articleId: threads.articleId,
  state: threads.state,
  because: threads.because,
  commentCount: threads.commentCount,
};

/** What closes a thread so that nothing of it is shown: what was said may repeat what the story said. */
export const articleWithdrawn = 'ARTICLE_WITHDRAWN';

/** Holds for comments whose article was not withdrawn; `articleId` is a column of the outer statement. */
export function threadIsShown(db: Queryable, articleId: Column): SQL {
  return not(
    exists(
      db
        .select({ one: sql`1` })
        .from(threads)
        .where(and(eq(threads.articleId, articleId), eq(threads.because, articleWithdrawn))),
    ),
  );
}

/** A thread that its transaction holds: nobody else numbers or counts its comments meanwhile. */
export type LockedThread = ThreadRow & { readonly nextNumber: number };

/** All SQL of threads. Each function is one statement; those that write take the transaction they belong to. */
export const threadStore = {
  /** Nothing is counted where nothing is shown. */
  findByArticles(db: Queryable, articleIds: readonly string[]): Promise<ThreadRow[]> {
    return db
      .select({
        ...columns,
        commentCount: sql<number>`case when ${threads.because} = ${articleWithdrawn} then 0 else ${threads.commentCount} end`,
      })
      .from(threads)
      .where(inArray(threads.articleId, [...articleIds]));
  },

  async lock(transaction: Transaction, articleId: string): Promise<LockedThread | null> {
    const [row] = await transaction
      .select({ ...columns, nextNumber: threads.nextNumber })
      .from(threads)
      .where(eq(threads.articleId, articleId))
      .for('update');
    return row ?? null;
  },

  /** Counts a comment that readers see, and moves on to the next number. */
  async countPosted(transaction: Transaction, articleId: string): Promise<void> {
    await transaction
      .update(threads)
      .set({ commentCount: sql`${threads.commentCount} + 1`, nextNumber: sql`${threads.nextNumber} + 1` })
      .where(eq(threads.articleId, articleId));
  },

  async countRemoved(transaction: Transaction, articleId: string): Promise<void> {
    await transaction
      .update(threads)
      .set({ commentCount: sql`${threads.commentCount} - 1` })
      .where(eq(threads.articleId, articleId));
  },

  /** The article is out: its thread is open, unless it was closed for another reason than its withdrawal. */
  async open(transaction: Transaction, articleId: string): Promise<void> {
    await transaction
      .insert(threads)
      .values({ articleId })
      .onConflictDoUpdate({
        target: threads.articleId,
        set: { state: 'OPEN', because: 'OPEN' },
        setWhere: eq(threads.because, articleWithdrawn),
      });
  },

  async close(transaction: Transaction, articleId: string, because: string): Promise<void> {
    const set = { state: 'CLOSED', because } as const;
    await transaction
      .insert(threads)
      .values({ articleId, ...set })
      .onConflictDoUpdate({ target: threads.articleId, set });
  },
};
