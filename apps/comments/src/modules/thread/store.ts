import type { Queryable, Transaction } from '@dateline/db/connect';
import { eq, inArray, sql } from 'drizzle-orm';
import { threads } from '../../db/tables.ts';
import type { ThreadRow } from './thread.ts';

const columns = {
  articleId: threads.articleId,
  state: threads.state,
  because: threads.because,
  commentCount: threads.commentCount,
};

/** A thread that its transaction holds: nobody else numbers or counts its comments meanwhile. */
export type LockedThread = ThreadRow & { readonly nextNumber: number };

/** All SQL of threads. Each function is one statement; those that write take the transaction they belong to. */
export const threadStore = {
  findByArticles(db: Queryable, articleIds: readonly string[]): Promise<ThreadRow[]> {
    return db
      .select(columns)
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
        setWhere: eq(threads.because, 'ARTICLE_WITHDRAWN'),
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
