import type { Queryable, Transaction } from '@dateline/db/connect';
import { sql } from 'drizzle-orm';
import { articleBylines, articleTopics, revisions } from '../../db/tables.ts';
import type { ArticleParts } from './snapshot.ts';

/** All SQL of revisions. */
export const revisionStore = {
  async insert(transaction: Transaction, row: typeof revisions.$inferInsert): Promise<void> {
    await transaction.insert(revisions).values(row);
  },

  /** The bylines and topics of an article as they stand, in one statement. */
  async findParts(db: Queryable, articleId: string): Promise<ArticleParts> {
    const [row] = await db.execute<{
      bylines: ArticleParts['bylines'] | null;
      topic_ids: readonly string[] | null;
    }>(sql`
      select
        (select json_agg(json_build_object('name', name, 'role', role, 'contributorId', contributor_id) order by position)
          from ${articleBylines} where article_id = ${articleId}) as bylines,
        (select json_agg(topic_id order by position) from ${articleTopics} where article_id = ${articleId}) as topic_ids`);
    return { bylines: row?.bylines ?? [], topicIds: row?.topic_ids ?? [] };
  },
};
