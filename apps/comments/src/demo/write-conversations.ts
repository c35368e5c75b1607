import { copyRows } from '@dateline/db/copy-rows';
import type { DemoComment, DemoCommenter } from '@dateline/demo-edition/types';
import type { TransactionSql } from 'postgres';
import { commentColumns, commenterColumns, commenterRows, commentRows } from './rows.ts';

export interface Conversations {
  /** Every article gets a thread, also one that nobody talks about. */
  readonly articleIds: Iterable<string>;
  readonly commenters: Iterable<DemoCommenter>;
  /** Article after article; within one, oldest first and parents before replies. */
  readonly comments: Iterable<DemoComment>;
}

/** Writes conversations by COPY: no more than one article's comments are in memory at once. */
export async function writeConversations(sql: TransactionSql, conversations: Conversations): Promise<void> {
  const { articleIds, commenters, comments } = conversations;
  await sql`create temporary table written_articles (article_id uuid primary key) on commit drop`;
  await copyRows(sql, 'written_articles', ['article_id'], inRows(articleIds));
  // The news of a publication may have made a thread already.
  await sql`insert into comments.threads (article_id) select article_id from written_articles on conflict do nothing`;
  await copyRows(sql, 'comments.commenters', commenterColumns, commenterRows(commenters));
  await copyRows(sql, 'comments.comments', commentColumns, commentRows(comments));
  await sql`update comments.threads set comment_count = counted.seen, next_number = counted.last + 1
    from (
      select article_id, count(*) filter (where status <> 'DELETED') as seen, max(number) as last
      from comments.comments join written_articles using (article_id) group by article_id
    ) as counted
    where threads.article_id = counted.article_id`;
}

function* inRows(values: Iterable<string>): Generator<[string]> {
  for (const value of values) yield [value];
}
