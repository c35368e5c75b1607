import type { Queryable } from '@dateline/db/connect';
import { afterKeyset, type KeysetColumn, orderByKeyset } from '@dateline/db/keyset';
import type { Page } from '@dateline/service-kit/connection';
import { inArray, sql } from 'drizzle-orm';
import { importFailures } from '../../db/tables/imports.ts';
import type { ImportFailureRow } from './import.ts';

const byAge: readonly KeysetColumn[] = [{ column: importFailures.id, descending: false, type: 'uuid' }];

/** All SQL of what could not be imported. */
export const failureStore = {
  /** The same place of the same file is one failure: its last reason, and how often. No place may come twice in `rows`. */
  record(db: Queryable, rows: readonly (typeof importFailures.$inferInsert)[]): Promise<ImportFailureRow[]> {
    return db
      .insert(importFailures)
      .values([...rows])
      .onConflictDoUpdate({
        target: [importFailures.file, importFailures.place],
        set: {
          format: sql`excluded.format`,
          reason: sql`excluded.reason`,
          payload: sql`excluded.payload`,
          attempts: sql`${importFailures.attempts} + 1`,
          lastFailedAt: sql`excluded.last_failed_at`,
        },
      })
      .returning();
  },

  /** One page and one row more, oldest first. */
  list(db: Queryable, page: Page): Promise<ImportFailureRow[]> {
    return db
      .select()
      .from(importFailures)
      .where(afterKeyset(byAge, page))
      .orderBy(...orderByKeyset(byAge, page))
      .limit(page.limit + 1);
  },

  async remove(db: Queryable, ids: readonly string[]): Promise<number> {
    const rows = await db
      .delete(importFailures)
      .where(inArray(importFailures.id, [...ids]))
      .returning({ id: importFailures.id });
    return rows.length;
  },
};
