import type { Database, Queryable, Transaction } from '@dateline/db/connect';
import { afterKeyset, type KeysetColumn, orderByKeyset } from '@dateline/db/keyset';
import type { Page } from '@dateline/service-kit/connection';
import { and, type Column, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { comments, threads } from '../../db/tables.ts';
import { articleWithdrawn, threadIsShown } from '../thread/store.ts';
import type { CommentRow, CommentStatus } from './comment.ts';
import { repeatWindowSeconds } from './phases/repeat-post.ts';

/** What a link to a comment answers; the others wait for a moderator, or were refused. */
const answered: CommentStatus[] = ['PUBLISHED', 'APPROVED', 'DELETED'];

const parents = alias(comments, 'parents');

/** What a list of comments may hang from. */
const hanging = {
  thread: {
    table: threads,
    id: threads.articleId,
    holds: and(
      eq(comments.articleId, threads.articleId),
      isNull(comments.parentId),
      ne(threads.because, articleWithdrawn),
    ),
  },
  comment: {
    table: parents,
    id: parents.id,
    holds: and(eq(comments.articleId, parents.articleId), eq(comments.parentId, parents.id)),
  },
} as const;

export type CommentParent = keyof typeof hanging;

/** A new comment; the database gives it its time, and `listed`. */
export type NewComment = Pick<CommentRow, 'articleId' | 'number' | 'parentId' | 'ancestorIds' | 'body'> & {
  readonly authorId: string;
};

interface Saying {
  readonly articleId: string;
  readonly authorId: string;
  readonly body: string;
}

/** All SQL of comments. Each function is one statement; those that write take the transaction they belong to. */
export const commentStore = {
  findByIds(db: Queryable, ids: readonly string[]): Promise<CommentRow[]> {
    return db
      .select()
      .from(comments)
      .where(
        and(inArray(comments.id, [...ids]), inArray(comments.status, answered), threadIsShown(db, comments.articleId)),
      );
  },

  /** The same page of several threads, or of the replies to several comments, and one row more of each; one statement. */
  async listByParents(db: Database, parent: CommentParent, ids: readonly string[], page: Page): Promise<CommentRow[]> {
    const { table, id, holds } = hanging[parent];
    const order = (column: Column) => orderByKeyset([byNumber(column, page)], page);
    const listed = db
      .select()
      .from(comments)
      .where(and(holds, eq(comments.listed, true), afterKeyset([byNumber(comments.number, page)], page)))
      .orderBy(...order(comments.number))
      .limit(page.limit + 1)
      .as('listed');
    return db
      .select(listed._.selectedFields)
      .from(table)
      .crossJoinLateral(listed)
      .where(inArray(id, [...ids]))
      .orderBy(...order(listed.number));
  },

  /** The row as it stands, held until the transaction ends; only comments that a link answers. */
  async lock(transaction: Transaction, id: string): Promise<CommentRow | null> {
    const [row] = await transaction
      .select()
      .from(comments)
      .where(and(eq(comments.id, id), inArray(comments.status, answered)))
      .for('update');
    return row ?? null;
  },

  /** From the top of the thread down to the parent. */
  async findAncestors(db: Queryable, { ancestorIds }: Pick<CommentRow, 'ancestorIds'>): Promise<CommentRow[]> {
    if (ancestorIds.length === 0) return [];
    const rows = await db.select().from(comments).where(inArray(comments.id, ancestorIds));
    return rows.sort((a, b) => a.ancestorIds.length - b.ancestorIds.length);
  },

  /** Did the author say these very words in this thread within the repeat window, by the database's clock? */
  async saidLately(transaction: Transaction, { articleId, authorId, body }: Saying): Promise<boolean> {
    const rows = await transaction
      .select({ id: comments.id })
      .from(comments)
      .where(
        and(
          eq(comments.articleId, articleId),
          eq(comments.authorId, authorId),
          gt(comments.createdAt, sql`clock_timestamp() - make_interval(secs => ${repeatWindowSeconds})`),
          eq(comments.body, body),
        ),
      )
      .limit(1);
    return rows.length > 0;
  },

  /** The time is the database's, taken while the thread is held, so that times and numbers agree. */
  async insert(transaction: Transaction, comment: NewComment): Promise<CommentRow> {
    const [inserted] = await transaction
      .insert(comments)
      .values({ ...comment, createdAt: sql`clock_timestamp()` })
      .returning();
    if (!inserted) throw new Error('An insert returned no row.');
    return inserted;
  },

  async changeBody(transaction: Transaction, id: string, body: string, editedAt: Date): Promise<CommentRow> {
    const [changed] = await transaction.update(comments).set({ body, editedAt }).where(eq(comments.id, id)).returning();
    if (!changed) throw new Error('An update found no row.');
    return changed;
  },

  /** Takes the words and their author out of the row; its place in the thread stays. */
  async makeTombstone(transaction: Transaction, id: string, deletedAt: Date): Promise<CommentRow> {
    const [changed] = await transaction
      .update(comments)
      .set({ status: 'DELETED', body: '', authorId: null, editedAt: null, deletedAt })
      .where(eq(comments.id, id))
      .returning();
    if (!changed) throw new Error('An update found no row.');
    return changed;
  },

  async changeReplyCounts(transaction: Transaction, ids: readonly string[], by: 1 | -1): Promise<void> {
    if (ids.length === 0) return;
    await transaction
      .update(comments)
      .set({ replyCount: sql`${comments.replyCount} + ${by}` })
      .where(inArray(comments.id, [...ids]));
  },
};

function byNumber(column: Column, page: Page): KeysetColumn {
  return { column, descending: page.order === 'NEWEST', type: 'integer' };
}
