import type { Database, Queryable, Transaction } from '@dateline/db/connect';
import { afterKeyset, type KeysetColumn, orderByKeyset } from '@dateline/db/keyset';
import type { Keyset, Page } from '@dateline/service-kit/connection';
import { and, eq, getTableName, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { articleBylines, articleSlugs, articleTopics, corrections } from '../../db/tables/article-parts.ts';
import { articles } from '../../db/tables/articles.ts';
import { contributors, sections, topics } from '../../db/tables/taxonomy.ts';
import type { ArticleRow } from './article.ts';
import { factConditions, linkConditions } from './filter-conditions.ts';
import { pageOfIds, pageOfParent } from './page-of-ids.ts';
import { preparedSelects } from './prepared-selects.ts';
import { slugStem } from './slug.ts';

export type ArticleOrder = 'PUBLISHED_AT_DESC' | 'PUBLISHED_AT_ASC' | 'UPDATED_AT_DESC' | 'URGENCY';
export type ArticleStatus = ArticleRow['status'];

export interface ArticleFilter {
  readonly statuses: readonly ArticleStatus[];
  readonly sectionIds?: readonly string[];
  readonly topicIds?: readonly string[];
  readonly contributorIds?: readonly string[];
  readonly languages?: readonly string[];
  readonly publishedAfter?: Date;
  readonly publishedBefore?: Date;
  readonly updatedAfter?: Date;
  readonly maxUrgency?: number;
}

/** An article as it was asked for: by its slug of today, or by one that it had. */
export type ArticleBySlug = ArticleRow & { readonly requestedSlug: string };

/** An article as it hangs from a section, a topic or a contributor. */
export type ArticleOfParent = ArticleRow & { readonly parentId: string };

const listedAt: KeysetColumn = { column: articles.listedAt, descending: true, type: 'timestamptz' };
const byId: KeysetColumn = { column: articles.id, descending: true, type: 'uuid' };

/** What each order sorts by, and the keyset of a row in it. The last column is unique. */
const orders: Readonly<
  Record<ArticleOrder, { columns: readonly KeysetColumn[]; keysetOf: (row: ArticleRow) => Keyset }>
> = {
  PUBLISHED_AT_DESC: { columns: [listedAt, byId], keysetOf: (row) => [row.listedAt.toISOString(), row.id] },
  PUBLISHED_AT_ASC: {
    columns: [
      { ...listedAt, descending: false },
      { ...byId, descending: false },
    ],
    keysetOf: (row) => [row.listedAt.toISOString(), row.id],
  },
  UPDATED_AT_DESC: {
    columns: [{ column: articles.updatedAt, descending: true, type: 'timestamptz' }, byId],
    keysetOf: (row) => [row.updatedAt.toISOString(), row.id],
  },
  URGENCY: {
    columns: [{ column: articles.urgency, descending: false, type: 'integer' }, listedAt, byId],
    keysetOf: (row) => [row.urgency, row.listedAt.toISOString(), row.id],
  },
};

export const keysetOf = (order: ArticleOrder) => orders[order].keysetOf;

/** What a list of articles may hang from, and which articles a page of it may show. */
const parents = {
  section: { table: sections, holds: (id: SQL, _page: Page) => sql`${articles.sectionId} = ${id}` },
  topic: { table: topics, holds: (id: SQL, page: Page) => sql`${articles.id} in (${pageOfParent('topic', id, page)})` },
  contributor: {
    table: contributors,
    holds: (id: SQL, page: Page) => sql`${articles.id} in (${pageOfParent('contributor', id, page)})`,
  },
} as const;

export type ArticleParent = keyof typeof parents;

/** All SQL of articles. Each function is one statement; those that write take the transaction they belong to. */
export const articleStore = {
  findByIds(db: Queryable, ids: readonly string[], statuses: readonly ArticleStatus[]): Promise<ArticleRow[]> {
    return preparedSelects.byIds(db).execute({ ids, statuses });
  },

  /** By slugs of today and of old; an article that is asked for twice comes twice. */
  async findBySlugs(
    db: Queryable,
    slugs: readonly string[],
    statuses: readonly ArticleStatus[],
  ): Promise<ArticleBySlug[]> {
    const rows = await preparedSelects.bySlugs(db).execute({ slugs, statuses });
    return rows.map(({ article, requestedSlug }) => ({ ...article, requestedSlug }));
  },

  /** Those of the ids that a filter lets through. */
  findFiltered(db: Queryable, ids: readonly string[], filter: ArticleFilter): Promise<ArticleRow[]> {
    return db
      .select()
      .from(articles)
      .where(and(inArray(articles.id, [...ids]), ...filterConditions(db, filter)));
  },

  /** One page and one row more. */
  list(db: Queryable, filter: ArticleFilter, order: ArticleOrder, page: Page): Promise<ArticleRow[]> {
    const { columns } = orders[order];
    return db
      .select()
      .from(articles)
      .where(inArray(articles.id, sql`(select id from (${pageOfIds(filter, order, page)}) as page)`))
      .orderBy(...orderByKeyset(columns, page));
  },

  /** The same page of several parents' articles, newest first, in one statement. */
  async listByParents(
    db: Database,
    parent: ArticleParent,
    ids: readonly string[],
    page: Page,
  ): Promise<ArticleOfParent[]> {
    const { table, holds } = parents[parent];
    const { columns } = orders.PUBLISHED_AT_DESC;
    const ofParent = db
      .select()
      .from(articles)
      .where(and(holds(sql`${table.id}`, page), eq(articles.status, 'PUBLISHED'), afterKeyset(columns, page)))
      .orderBy(...orderByKeyset(columns, page))
      .limit(page.limit + 1)
      .as('article');
    const rows: Record<string, unknown>[] = await db
      .select()
      .from(table)
      .crossJoinLateral(ofParent)
      .where(inArray(table.id, [...ids]));
    // Drizzle names each side of a join by its table; three tables at once are more than its types follow.
    return rows.map((row) => {
      const parentRow = row[getTableName(table)] as { readonly id: string };
      return { ...(row['article'] as ArticleRow), parentId: parentRow.id };
    });
  },

  /** The published articles with this picture in them, those in entries of live stories too. */
  findPublishedWithPicture(db: Queryable, imageId: string): Promise<Pick<ArticleRow, 'id' | 'slug'>[]> {
    return db
      .select({ id: articles.id, slug: articles.slug })
      .from(articles)
      .where(
        and(
          eq(articles.status, 'PUBLISHED'),
          sql`jsonb_path_query_array(${articles.body}, '$.**.imageId') @> ${JSON.stringify([imageId])}::jsonb`,
        ),
      );
  },

  findBylines(db: Queryable, articleIds: readonly string[]) {
    return preparedSelects.bylines(db).execute({ articleIds });
  },

  findTopics(db: Queryable, articleIds: readonly string[]) {
    return preparedSelects.topics(db).execute({ articleIds });
  },

  findCorrections(db: Queryable, articleIds: readonly string[]) {
    return preparedSelects.corrections(db).execute({ articleIds });
  },

  /** The row, locked until the transaction ends: changes of one article happen one after the other. */
  async lock(transaction: Transaction, id: string): Promise<ArticleRow | null> {
    const [row] = await transaction.select().from(articles).where(eq(articles.id, id)).for('update');
    return row ?? null;
  },

  async insert(transaction: Transaction, row: typeof articles.$inferInsert): Promise<ArticleRow> {
    const [inserted] = await transaction.insert(articles).values(row).returning();
    if (!inserted) throw new Error('An insert returned no row.');
    return inserted;
  },

  async update(
    transaction: Transaction,
    id: string,
    change: Partial<typeof articles.$inferInsert>,
  ): Promise<ArticleRow> {
    const [updated] = await transaction.update(articles).set(change).where(eq(articles.id, id)).returning();
    if (!updated) throw new Error('An update found no row.');
    return updated;
  },

  /** With all that hangs from it. */
  async delete(transaction: Transaction, id: string): Promise<void> {
    await transaction.delete(articles).where(eq(articles.id, id));
  },

  async insertCorrection(transaction: Transaction, row: typeof corrections.$inferInsert): Promise<void> {
    await transaction.insert(corrections).values(row);
  },

  /** One statement for all of them: what was set for one time is published at that time. */
  publish(transaction: Transaction, ids: readonly string[], now: Date): Promise<ArticleRow[]> {
    return transaction
      .update(articles)
      .set({
        status: 'PUBLISHED',
        scheduledAt: null,
        publishedAt: now,
        firstPublishedAt: sql`coalesce(${articles.firstPublishedAt}, ${now.toISOString()}::timestamptz)`,
        updatedAt: now,
        revision: sql`${articles.revision} + 1`,
      })
      .where(inArray(articles.id, [...ids]))
      .returning();
  },

  async replaceBylines(
    transaction: Transaction,
    articleId: string,
    rows: readonly Omit<typeof articleBylines.$inferInsert, 'articleId' | 'position'>[],
  ) {
    await transaction.delete(articleBylines).where(eq(articleBylines.articleId, articleId));
    if (rows.length === 0) return;
    await transaction.insert(articleBylines).values(rows.map((row, position) => ({ ...row, articleId, position })));
  },

  async replaceTopics(transaction: Transaction, articleId: string, topicIds: readonly string[]) {
    await transaction.delete(articleTopics).where(eq(articleTopics.articleId, articleId));
    if (topicIds.length === 0) return;
    await transaction
      .insert(articleTopics)
      .values(topicIds.map((topicId, position) => ({ articleId, topicId, position })));
  },

  /** Holds a slug and its numbered kin until the transaction ends, so that two articles with one headline get two slugs. */
  async lockSlug(transaction: Transaction, slug: string): Promise<void> {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`slug ${slugStem(slug)}`}, 0))`);
  },

  /** Which of these belong to another article, now or once. */
  async takenSlugs(
    transaction: Transaction,
    candidates: readonly string[],
    exceptArticleId: string,
  ): Promise<Set<string>> {
    const rows = await unionAll(
      transaction
        .select({ slug: articles.slug })
        .from(articles)
        .where(and(inArray(articles.slug, [...candidates]), ne(articles.id, exceptArticleId))),
      transaction
        .select({ slug: articleSlugs.slug })
        .from(articleSlugs)
        .where(and(inArray(articleSlugs.slug, [...candidates]), ne(articleSlugs.articleId, exceptArticleId))),
    );
    return new Set(rows.map((row) => row.slug));
  },

  /** Keeps an old slug's links alive. One that becomes the slug of today again is no redirect any more. */
  async rememberSlug(transaction: Transaction, articleId: string, oldSlug: string, newSlug: string) {
    await transaction.delete(articleSlugs).where(eq(articleSlugs.slug, newSlug));
    await transaction.insert(articleSlugs).values({ slug: oldSlug, articleId }).onConflictDoNothing();
  },
};

function withStatus(statuses: readonly ArticleStatus[]): SQL {
  return inArray(articles.status, [...statuses]);
}

/** All that a filter asks of articles. */
export function filterConditions(db: Queryable, filter: ArticleFilter): (SQL | undefined)[] {
  return [withStatus(filter.statuses), ...factConditions(articles, filter), ...linkConditions(db, articles.id, filter)];
}
