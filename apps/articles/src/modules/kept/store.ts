import type { Queryable, Transaction } from '@dateline/db/connect';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { articles } from '../../db/tables/articles.ts';
import { keptFields } from '../../db/tables/imports.ts';
import type { KeptFields, SuppliedField } from './supplied-field.ts';

export type KeptRow = typeof keptFields.$inferInsert;

/** All SQL of what editors keep. Whoever writes it holds the article's row. */
export const keptStore = {
  /** By article; one that is not there keeps nothing. */
  async findOfArticles(db: Queryable, articleIds: readonly string[]): Promise<Map<string, KeptFields>> {
    if (articleIds.length === 0) return new Map();
    const rows = await db
      .select()
      .from(keptFields)
      .where(inArray(keptFields.articleId, [...articleIds]));
    const byArticle = Map.groupBy(rows, ({ articleId }) => articleId);
    return new Map(
      [...byArticle].map(([id, kept]) => [id, new Map(kept.map(({ field, supplied }) => [field, supplied]))]),
    );
  },

  /** A field that is kept already keeps what its supplier said last. */
  async keep(transaction: Transaction, rows: readonly KeptRow[]): Promise<void> {
    if (rows.length === 0) return;
    await transaction
      .insert(keptFields)
      .values([...rows])
      .onConflictDoNothing();
  },

  async noteSupplied(transaction: Transaction, rows: readonly KeptRow[]): Promise<void> {
    if (rows.length === 0) return;
    await transaction
      .insert(keptFields)
      .values([...rows])
      .onConflictDoUpdate({
        target: [keptFields.articleId, keptFields.field],
        set: { supplied: sql`excluded.supplied` },
      });
  },

  /** Answers which of the fields were kept. */
  async giveBack(
    transaction: Transaction,
    articleId: string,
    fields: readonly SuppliedField[],
  ): Promise<SuppliedField[]> {
    const rows = await transaction
      .delete(keptFields)
      .where(and(eq(keptFields.articleId, articleId), inArray(keptFields.field, [...fields])))
      .returning({ field: keptFields.field });
    return rows.map(({ field }) => field);
  },

  /** The item that stands is written again when it comes again, though it says nothing new. */
  async forgetDigest(transaction: Transaction, articleId: string): Promise<void> {
    await transaction.update(articles).set({ sourceDigest: null }).where(eq(articles.id, articleId));
  },
};
