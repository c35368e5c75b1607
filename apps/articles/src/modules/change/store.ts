import type { Queryable } from '@dateline/db/connect';
import { afterKeyset, type KeysetColumn, orderByKeyset } from '@dateline/db/keyset';
import type { Keyset, Page } from '@dateline/service-kit/connection';
import { eq } from 'drizzle-orm';
import { articleChanges } from '../../db/tables/changes.ts';
import type { ChangeRow } from './change.ts';

const columns: readonly KeysetColumn[] = [{ column: articleChanges.position, descending: false, type: 'bigint' }];

export const changeKeysetOf = ({ position }: ChangeRow): Keyset => [position];

/** All SQL of the change feed but its writing (see record-changes.ts). */
export const changeStore = {
  /** One page and one row more, in the order of the feed. */
  list(db: Queryable, page: Page): Promise<ChangeRow[]> {
    return db
      .select()
      .from(articleChanges)
      .where(afterKeyset(columns, page))
      .orderBy(...orderByKeyset(columns, page))
      .limit(page.limit + 1);
  },

  /** Whether readers ever heard of an article. */
  async wasTold(db: Queryable, articleId: string): Promise<boolean> {
    const [row] = await db
      .select({ position: articleChanges.position })
      .from(articleChanges)
      .where(eq(articleChanges.articleId, articleId))
      .limit(1);
    return row !== undefined;
  },
};
