import type { Queryable, Transaction } from '@dateline/db/connect';
import { named } from '@dateline/db/sql-comment';
import type { Viewer } from '@dateline/service-kit/viewer';
import { getTableColumns, inArray, sql } from 'drizzle-orm';
import { commenters } from '../../db/tables.ts';
import { type CommenterRow, commenterRoleOf, displayNameOf } from './commenter.ts';
import { rateWindowSeconds } from './phases/rate-limited.ts';

const { recentPosts, ...shown } = getTableColumns(commenters);

/** The posts that still count against the rate, by the database's clock. */
const stillRecent = sql`select posted_at from unnest(${recentPosts}) as posted_at
  where posted_at > clock_timestamp() - make_interval(secs => ${rateWindowSeconds})`;

/** All SQL of commenters. */
export const commenterStore = {
  findByIds(db: Queryable, ids: readonly string[]): Promise<CommenterRow[]> {
    return db
      .select(shown)
      .from(commenters)
      .where(inArray(commenters.id, [...ids]));
  },

  /**
   * What one viewer writes happens one after the other, whichever threads it goes to, also before they have a row: two
   * requests at once cannot both find the last place under the rate limit, or both save over one draft.
   */
  async lockViewer(transaction: Transaction, viewerId: string): Promise<void> {
    await transaction.execute(
      sql`${named('commenter.lockViewer')}select pg_advisory_xact_lock(hashtextextended(${`commenter ${viewerId}`}, 0))`,
    );
  },

  /** How many seconds ago the viewer posted, for each post within the rate's window; newest first. */
  async recentPostAges(transaction: Transaction, viewerId: string): Promise<number[]> {
    const rows = await transaction.execute<{ age: number }>(sql`${named('commenter.recentPostAges')}
      select extract(epoch from clock_timestamp() - posted_at)::float8 as age
      from ${commenters}, unnest(${recentPosts}) as posted_at
      where ${commenters.id} = ${viewerId} and posted_at > clock_timestamp() - make_interval(secs => ${rateWindowSeconds})
      order by age`);
    return rows.map(({ age }) => age);
  },

  /** Writes down who posted, as they are called now, and that they did. */
  async recordPost(transaction: Transaction, viewer: Viewer): Promise<void> {
    const current = { displayName: displayNameOf(viewer), role: commenterRoleOf(viewer) };
    await transaction
      .insert(commenters)
      .values({ id: viewer.id, ...current, recentPosts: sql`array[clock_timestamp()]` })
      .onConflictDoUpdate({
        target: commenters.id,
        set: { ...current, recentPosts: sql`array(${stillRecent}) || clock_timestamp()` },
      });
  },
};
