import type { Queryable, Transaction } from '@dateline/db/connect';
import { and, asc, desc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { articles } from '../../db/tables/articles.ts';
import { frontContainers, frontPins, fronts } from '../../db/tables/fronts.ts';
import { type ArticleFilter, filterConditions } from '../article/store.ts';
import type { FrontContainerRow, FrontRow } from './front.ts';

export interface FrontPin {
  readonly containerId: string;
  readonly articleId: string;
  /** Do readers see it? */
  readonly visible: boolean;
}

/** How many of which articles a container may be filled with. */
export interface FillRequest {
  readonly containerId: string;
  readonly filter: ArticleFilter;
  readonly limit: number;
}

export interface FillArticle {
  readonly containerId: string;
  readonly articleId: string;
  readonly listedAt: Date;
}

/** All SQL of fronts. Each function that reads is one statement, however many containers there are. */
export const frontStore = {
  findBySlugs(db: Queryable, slugs: readonly string[]): Promise<FrontRow[]> {
    return db
      .select()
      .from(fronts)
      .where(inArray(fronts.slug, [...slugs]));
  },

  findContainers(db: Queryable, frontIds: readonly string[]): Promise<FrontContainerRow[]> {
    return db
      .select()
      .from(frontContainers)
      .where(inArray(frontContainers.frontId, [...frontIds]))
      .orderBy(asc(frontContainers.frontId), asc(frontContainers.position), asc(frontContainers.id));
  },

  findPins(db: Queryable, containerIds: readonly string[]): Promise<FrontPin[]> {
    return db
      .select({
        containerId: frontPins.containerId,
        articleId: frontPins.articleId,
        visible: sql<boolean>`${articles.status} = 'PUBLISHED'`,
      })
      .from(frontPins)
      .innerJoin(articles, eq(articles.id, frontPins.articleId))
      .where(inArray(frontPins.containerId, [...containerIds]))
      .orderBy(asc(frontPins.containerId), asc(frontPins.position), asc(frontPins.articleId));
  },

  /** Ids, newest first within a container. Each part starts from an index and stops at its limit. */
  async findFill(
    db: Queryable,
    requests: readonly FillRequest[],
    exceptIds: readonly string[],
  ): Promise<FillArticle[]> {
    const parts = requests.map(({ containerId, filter, limit }) =>
      db
        .select({
          containerId: sql<string>`${containerId}::uuid`.as('container_id'),
          articleId: sql<string>`${articles.id}`.as('article_id'),
          listedAt: articles.listedAt,
        })
        .from(articles)
        .where(
          and(
            ...filterConditions(db, filter),
            exceptIds.length === 0 ? undefined : notInArray(articles.id, [...exceptIds]),
          ),
        )
        .orderBy(desc(articles.listedAt), desc(articles.id))
        .limit(limit),
    );
    const [first, second, ...others] = parts;
    if (!first) return [];
    const rows = await (second ? unionAll(first, second, ...others) : first);
    // Each part is in order, but nothing promises that a union keeps it.
    return rows.toSorted((a, b) => b.listedAt.getTime() - a.listedAt.getTime() || (a.articleId < b.articleId ? 1 : -1));
  },

  /** Those of the ids that are of an article, whatever its status: what is scheduled may be pinned beforehand. */
  async existingArticles(db: Queryable, ids: readonly string[]): Promise<string[]> {
    const rows = await db
      .select({ id: articles.id })
      .from(articles)
      .where(inArray(articles.id, [...ids]));
    return rows.map(({ id }) => id);
  },

  /** The front of a slug, held until the transaction ends; also when there is none yet. */
  async lock(transaction: Transaction, slug: string): Promise<FrontRow | null> {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`front ${slug}`}, 0))`);
    const [row] = await transaction.select().from(fronts).where(eq(fronts.slug, slug)).for('update');
    return row ?? null;
  },

  async slugOfContainer(db: Queryable, containerId: string): Promise<string | null> {
    const [row] = await db
      .select({ slug: fronts.slug })
      .from(frontContainers)
      .innerJoin(fronts, eq(fronts.id, frontContainers.frontId))
      .where(eq(frontContainers.id, containerId));
    return row?.slug ?? null;
  },

  async put(transaction: Transaction, row: typeof fronts.$inferInsert): Promise<FrontRow> {
    const { slug: _slug, id: _id, ...set } = row;
    const [front] = await transaction
      .insert(fronts)
      .values(row)
      .onConflictDoUpdate({ target: fronts.slug, set })
      .returning();
    if (!front) throw new Error('A front was neither inserted nor updated.');
    return front;
  },

  /** Makes these the front's containers. Pins of one that goes go with it. */
  async replaceContainers(
    transaction: Transaction,
    frontId: string,
    rows: readonly FrontContainerRow[],
  ): Promise<void> {
    const kept = rows.map(({ id }) => id);
    await transaction
      .delete(frontContainers)
      .where(
        and(eq(frontContainers.frontId, frontId), kept.length === 0 ? undefined : notInArray(frontContainers.id, kept)),
      );
    if (rows.length === 0) return;
    const { position, title, display, fill } = {
      position: sql`excluded.position`,
      title: sql`excluded.title`,
      display: sql`excluded.display`,
      fill: sql`excluded.fill`,
    };
    await transaction
      .insert(frontContainers)
      .values([...rows])
      .onConflictDoUpdate({ target: frontContainers.id, set: { position, title, display, fill } });
  },

  /** Makes these the pins of containers that are named, in order. */
  async replacePins(transaction: Transaction, pins: ReadonlyMap<string, readonly string[]>): Promise<void> {
    if (pins.size === 0) return;
    await transaction.delete(frontPins).where(inArray(frontPins.containerId, [...pins.keys()]));
    const rows = [...pins].flatMap(([containerId, articleIds]) =>
      articleIds.map((articleId, position) => ({ containerId, articleId, position })),
    );
    if (rows.length > 0) await transaction.insert(frontPins).values(rows);
  },
};
