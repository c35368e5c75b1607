import { createdAt, instant, updatedAt } from '@dateline/db/columns';
import { uuidv7 } from '@dateline/db/uuidv7';
import { consumerTables as consumerTablesOf } from '@dateline/events/consumer';
import { outboxTable } from '@dateline/events/outbox';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';

export const commentsSchema = pgSchema('comments');

export const outbox = outboxTable(commentsSchema);
export const consumerTables = consumerTablesOf(commentsSchema);
export const { consumerPositions, parkedEvents } = consumerTables;

export const threadState = commentsSchema.enum('thread_state', ['OPEN', 'PREMODERATED', 'CLOSED', 'DISABLED']);

/** One row for each article that was published. It is locked by whoever adds or takes away a comment. */
export const threads = commentsSchema.table(
  'threads',
  {
    articleId: uuid().primaryKey(),
    state: threadState().notNull().default('OPEN'),
    because: text().notNull().default('OPEN'),
    /** Comments that readers see, tombstones not counted. */
    commentCount: integer().notNull().default(0),
    /** The number that the next comment gets. */
    nextNumber: integer().notNull().default(1),
  },
  (table) => [check('threads_comment_count', sql`${table.commentCount} between 0 and ${table.nextNumber} - 1`)],
);

export const commenterRole = commentsSchema.enum('commenter_role', ['READER', 'STAFF', 'MODERATOR']);

/** Who has taken part, as they were when they last did. The id is the identity provider's. */
export const commenters = commentsSchema.table('commenters', {
  id: text().primaryKey(),
  displayName: text().notNull(),
  role: commenterRole().notNull(),
  joinedAt: createdAt(),
  /** When they posted within the last minute, by the database's clock; a comment that was deleted since counts as well. */
  recentPosts: timestamp({ withTimezone: true, precision: 3 }).array().notNull().default(sql`'{}'`),
});

export const commentStatus = commentsSchema.enum('comment_status', [
  'PUBLISHED',
  'APPROVED',
  'PENDING',
  'REJECTED',
  'WITHHELD',
  'DELETED',
]);

/** Keys begin with the article, so that the table can be distributed by it. */
export const comments = commentsSchema.table(
  'comments',
  {
    id: uuid().notNull().$defaultFn(uuidv7),
    articleId: uuid()
      .notNull()
      .references(() => threads.articleId),
    /** 1, 2, 3 … within the article, without gaps, in the order of commits: what lists are sorted by. */
    number: integer().notNull(),
    parentId: uuid(),
    /** From the top of the thread down to the parent. */
    ancestorIds: uuid().array().notNull().default(sql`'{}'`),
    /** Null on a tombstone. */
    authorId: text().references(() => commenters.id),
    /** Plain text, normalised; empty on a tombstone. */
    body: text().notNull(),
    status: commentStatus().notNull().default('PUBLISHED'),
    /** Direct replies that lists show. */
    replyCount: integer().notNull().default(0),
    createdAt: createdAt(),
    editedAt: instant(),
    deletedAt: instant(),
    /** Lists show it: readers see it, or it is a tombstone that holds replies together. */
    listed: boolean()
      .notNull()
      .generatedAlwaysAs(sql`status in ('PUBLISHED', 'APPROVED') or (status = 'DELETED' and reply_count > 0)`),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.id] }),
    foreignKey({ columns: [table.articleId, table.parentId], foreignColumns: [table.articleId, table.id] }),
    unique('comments_number').on(table.articleId, table.number),
    // Thread.comments, both orders. Apart from replies, since Postgres does not see that `parent_id is null` leaves one order.
    index('comments_top_level').on(table.articleId, table.number).where(sql`listed and parent_id is null`),
    // Comment.replies, both orders.
    index('comments_replies')
      .on(table.articleId, table.parentId, table.number)
      .where(sql`listed and parent_id is not null`),
    // comment(id), ancestors, entities.
    index('comments_id').on(table.id),
    // REPEAT_POST: what the author said in this thread lately.
    index('comments_author').on(table.articleId, table.authorId, table.createdAt),
    check(
      'comments_tombstone_is_empty',
      sql`(${table.status} = 'DELETED') = (${table.authorId} is null) and (${table.status} <> 'DELETED' or ${table.body} = '')`,
    ),
    check('comments_reply_count', sql`${table.replyCount} >= 0`),
  ],
);

/**
 * What viewers have begun to write. A draft that went leaves its row without a text, so that the versions of its target go
 * on growing: a tab that still shows the old draft cannot write over the next one.
 */
export const drafts = commentsSchema.table(
  'drafts',
  {
    id: uuid().notNull().$defaultFn(uuidv7),
    articleId: uuid()
      .notNull()
      .references(() => threads.articleId),
    viewerId: text().notNull(),
    parentId: uuid(),
    /** As typed; null once the draft went. */
    body: text(),
    version: integer().notNull().default(1),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.id] }),
    // Thread.viewerDrafts; and one draft for each target, the article itself (null) included.
    unique('drafts_target').on(table.articleId, table.viewerId, table.parentId).nullsNotDistinct(),
    // discardCommentDraft
    index('drafts_viewer').on(table.viewerId, table.id),
  ],
);
