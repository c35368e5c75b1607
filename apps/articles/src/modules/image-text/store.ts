import type { Queryable, Transaction } from '@dateline/db/connect';
import { eq, inArray } from 'drizzle-orm';
import { imageTexts } from '../../db/tables/image-texts.ts';

export type ImageTextRow = typeof imageTexts.$inferSelect;

/** All SQL of the words that media's pictures carry. */
export const imageTextStore = {
  findByIds(db: Queryable, imageIds: readonly string[]): Promise<ImageTextRow[]> {
    return db
      .select()
      .from(imageTexts)
      .where(inArray(imageTexts.imageId, [...imageIds]));
  },

  async put(transaction: Transaction, { imageId, caption, altText, credit }: ImageTextRow): Promise<void> {
    const set = { caption, altText, credit };
    await transaction
      .insert(imageTexts)
      .values({ imageId, ...set })
      .onConflictDoUpdate({ target: imageTexts.imageId, set });
  },

  async remove(transaction: Transaction, imageId: string): Promise<void> {
    await transaction.delete(imageTexts).where(eq(imageTexts.imageId, imageId));
  },
};
