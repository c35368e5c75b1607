import type { Queryable, Transaction } from '@dateline/db/connect';
import { afterKeyset, type KeysetColumn, orderByKeyset } from '@dateline/db/keyset';
import type { Keyset, Page } from '@dateline/service-kit/connection';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { articleBylines, articleTopics } from '../../db/tables/article-parts.ts';
import { articles } from '../../db/tables/articles.ts';
import { revisions } from '../../db/tables/revisions.ts';
import type { ArticleSnapshot, RevisionRow } from './revision.ts';
import type { ArticleParts } from './snapshot.ts';

const columns: readonly KeysetColumn[] = [{ column: revisions.number, descending: true, type: 'integer' }];

export const revisionKeysetOf = ({ number }: RevisionRow): Keyset => [number];

/** All SQL of revisions. */
export const revisionStore = {
  async insert(transaction: Transaction, rows: readonly (typeof revisions.$inferInsert)[]): Promise<void> {
    await transaction.insert(revisions).values([...rows]);
  },

  /** One page and one row more, newest first. */
  list(db: Queryable, articleId: string, page: Page): Promise<RevisionRow[]> {
    return db
      .select()
      .from(revisions)
      .where(and(eq(revisions.articleId, articleId), afterKeyset(columns, page)))
      .orderBy(...orderByKeyset(columns, page))
      .limit(page.limit + 1);
  },

  async findSnapshot(db: Queryable, articleId: string, number: number): Promise<ArticleSnapshot | null> {
    const [row] = await db
      .select({ snapshot: revisions.snapshot })
      .from(revisions)
      .where(and(eq(revisions.articleId, articleId), eq(revisions.number, number)));
    return row?.snapshot ?? null;
  },

  /** The bylines and topics of articles as they stand, by article, in one statement. */
  async findParts(db: Queryable, articleIds: readonly string[]): Promise<(articleId: string) => ArticleParts> {
    const rows = await db.execute<{
      id: string;
      bylines: ArticleParts['bylines'] | null;
      topic_ids: readonly string[] | null;
    }>(sql`
      select wanted.id,
        (select json_agg(json_build_object('name', name, 'role', role, 'contributorId', contributor_id) order by position)
          from ${articleBylines} where article_id = wanted.id) as bylines,
        (select json_agg(topic_id order by position) from ${articleTopics} where article_id = wanted.id) as topic_ids
      from (select ${articles.id} from ${articles} where ${inArray(articles.id, [...articleIds])}) as wanted`);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return (id) => ({ bylines: byId.get(id)?.bylines ?? [], topicIds: byId.get(id)?.topic_ids ?? [] });
  },
};
