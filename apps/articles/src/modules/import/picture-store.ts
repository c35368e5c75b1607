import type { Queryable, Transaction } from '@dateline/db/connect';
import { insertRows } from '@dateline/db/insert-rows';
import { afterKeyset, type KeysetColumn, orderByKeyset } from '@dateline/db/keyset';
import type { Page } from '@dateline/service-kit/connection';
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { articles } from '../../db/tables/articles.ts';
import { suppliedPictures, wantedPictures } from '../../db/tables/imports.ts';
import type { ArticleRow } from '../article/article.ts';
import type { WantedPictureRow } from './import.ts';

const byAge: readonly KeysetColumn[] = [{ column: wantedPictures.id, descending: false, type: 'uuid' }];

/** All SQL of the pictures that imports name. */
export const pictureStore = {
  /** The images that media has of suppliers' pictures: by supplier, then by the supplier's name of the picture. */
  async findSupplied(
    db: Queryable,
    wanted: ReadonlyMap<string, ReadonlySet<string>>,
  ): Promise<Map<string, Map<string, string>>> {
    const found = new Map<string, Map<string, string>>();
    const asked = [...wanted].filter(([, references]) => references.size > 0);
    if (asked.length === 0) return found;
    const rows = await db
      .select()
      .from(suppliedPictures)
      .where(
        or(
          ...asked.map(([source, references]) =>
            and(eq(suppliedPictures.sourceName, source), inArray(suppliedPictures.reference, [...references])),
          ),
        ),
      );
    for (const { sourceName, reference, imageId } of rows) {
      found.set(sourceName, (found.get(sourceName) ?? new Map()).set(reference, imageId));
    }
    return found;
  },

  async rememberSupplied(transaction: Transaction, row: typeof suppliedPictures.$inferInsert): Promise<void> {
    await transaction
      .insert(suppliedPictures)
      .values(row)
      .onConflictDoUpdate({
        target: [suppliedPictures.sourceName, suppliedPictures.reference],
        set: { imageId: row.imageId },
      });
  },

  async findById(db: Queryable, id: string): Promise<WantedPictureRow | null> {
    const [row] = await db.select().from(wantedPictures).where(eq(wantedPictures.id, id));
    return row ?? null;
  },

  findOfArticles(db: Queryable, articleIds: readonly string[]): Promise<WantedPictureRow[]> {
    return db
      .select()
      .from(wantedPictures)
      .where(inArray(wantedPictures.articleId, [...articleIds]))
      .orderBy(wantedPictures.id);
  },

  /** Everywhere that the same supplier names the same picture. */
  findOfReference(db: Queryable, source: string, reference: string): Promise<WantedPictureRow[]> {
    return db
      .select()
      .from(wantedPictures)
      .where(and(eq(wantedPictures.sourceName, source), eq(wantedPictures.reference, reference)));
  },

  /** One page and one row more, oldest first. */
  list(db: Queryable, page: Page): Promise<WantedPictureRow[]> {
    return db
      .select()
      .from(wantedPictures)
      .where(afterKeyset(byAge, page))
      .orderBy(...orderByKeyset(byAge, page))
      .limit(page.limit + 1);
  },

  async insert(transaction: Transaction, rows: readonly (typeof wantedPictures.$inferInsert)[]): Promise<void> {
    await insertRows(transaction, wantedPictures, rows);
  },

  async remove(transaction: Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await transaction.delete(wantedPictures).where(inArray(wantedPictures.id, [...ids]));
  },

  async noteFailure(db: Queryable, id: string, reason: string): Promise<WantedPictureRow | null> {
    const [row] = await db
      .update(wantedPictures)
      .set({ attempts: sql`${wantedPictures.attempts} + 1`, lastReason: reason })
      .where(eq(wantedPictures.id, id))
      .returning();
    return row ?? null;
  },

  /** Locked in the order of their ids. */
  lockArticles(transaction: Transaction, ids: readonly string[]): Promise<ArticleRow[]> {
    return transaction
      .select()
      .from(articles)
      .where(inArray(articles.id, [...ids]))
      .orderBy(articles.id)
      .for('update');
  },
};
