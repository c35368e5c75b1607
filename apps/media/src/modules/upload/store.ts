import type { Queryable } from '@dateline/db/connect';
import { named } from '@dateline/db/sql-comment';
import { eq, lt, sql } from 'drizzle-orm';
import { uploads } from '../../db/tables.ts';
import type { NewUploadRow, UploadRow } from './upload.ts';

/** All SQL of uploads. */
export const uploadStore = {
  async insert(db: Queryable, row: NewUploadRow): Promise<UploadRow> {
    const [inserted] = await db.insert(uploads).values(row).returning();
    if (!inserted) throw new Error('An insert returned no row.');
    return inserted;
  },

  async find(db: Queryable, id: string): Promise<UploadRow | null> {
    const [row] = await db
      .select()
      .from(uploads)
      .where(sql`${named('media.upload.find')}${eq(uploads.id, id)}`);
    return row ?? null;
  },

  async complete(db: Queryable, id: string, imageId: string): Promise<void> {
    await db.update(uploads).set({ imageId }).where(eq(uploads.id, id));
  },

  async removeExpiredBefore(db: Queryable, limit: Date): Promise<void> {
    await db.delete(uploads).where(sql`${named('media.upload.removeExpired')}${lt(uploads.expiresAt, limit)}`);
  },
};
