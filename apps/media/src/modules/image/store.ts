import type { Database, Queryable, Transaction } from '@dateline/db/connect';
import { afterKeyset, type KeysetColumn, orderByKeyset } from '@dateline/db/keyset';
import { named } from '@dateline/db/sql-comment';
import { domainEvent } from '@dateline/events/domain-event';
import { recordEvents } from '@dateline/events/outbox';
import type { Keyset, Page } from '@dateline/service-kit/connection';
import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import { images, outbox } from '../../db/tables.ts';
import type { ImageRow, NewImageRow } from './image.ts';

/** Newest first; two of one millisecond by their id. */
const newestFirst: readonly KeysetColumn[] = [
  { column: images.createdAt, descending: true, type: 'timestamptz' },
  { column: images.id, descending: true, type: 'uuid' },
];

export const keysetOf = (row: ImageRow): Keyset => [row.createdAt.toISOString(), row.id];

/** All SQL of pictures. What changes a picture's words tells of it in the same transaction. */
export const imageStore = {
  findByIds(db: Queryable, ids: readonly string[]): Promise<ImageRow[]> {
    return db
      .select()
      .from(images)
      .where(sql`${named('media.image.findByIds')}${inArray(images.id, [...ids])}`);
  },

  async findByDigest(db: Queryable, digest: string): Promise<ImageRow | null> {
    const [row] = await db
      .select()
      .from(images)
      .where(sql`${named('media.image.findByDigest')}${eq(images.digest, digest)}`);
    return row ?? null;
  },

  /** One page and one row more. */
  list(db: Queryable, match: string | null, page: Page): Promise<ImageRow[]> {
    const conditions = [matches(match), afterKeyset(newestFirst, page)].filter((condition) => condition !== undefined);
    return db
      .select()
      .from(images)
      .where(sql`${named('media.image.list')}${sql.join([sql`true`, ...conditions], sql` and `)}`)
      .orderBy(...orderByKeyset(newestFirst, page))
      .limit(page.limit + 1);
  },

  /** Which of these ids are there. */
  async knownIds(db: Queryable, ids: readonly string[]): Promise<Set<string>> {
    const rows = await db
      .select({ id: images.id })
      .from(images)
      .where(sql`${named('media.image.knownIds')}${inArray(images.id, [...ids])}`);
    return new Set(rows.map(({ id }) => id));
  },

  async isEmpty(db: Queryable): Promise<boolean> {
    const rows = await db.select({ id: images.id }).from(images).limit(1);
    return rows.length === 0;
  },

  /** Of two that bring the same bytes at once, one is stored; both get its row. */
  insertNew(db: Database, row: Omit<NewImageRow, 'searchText'>): Promise<ImageRow> {
    return db.transaction(async (transaction) => {
      const [inserted] = await transaction
        .insert(images)
        .values({ ...row, searchText: searchTextOf(row) })
        .onConflictDoNothing()
        .returning();
      if (inserted) {
        await tellDescribed(transaction, inserted);
        return inserted;
      }
      const known = await imageStore.findByDigest(transaction, row.digest);
      if (!known) throw new Error(`Picture ${row.id} is stored with other bytes.`);
      return known;
    });
  },

  /** The row, locked until the transaction ends: changes of one picture happen one after the other. */
  async lock(transaction: Transaction, id: string): Promise<ImageRow | null> {
    const [row] = await transaction.select().from(images).where(eq(images.id, id)).for('update');
    return row ?? null;
  },

  /** Takes the whole row as it shall stand. */
  async update(transaction: Transaction, { id, ...row }: ImageRow): Promise<ImageRow> {
    const [updated] = await transaction
      .update(images)
      .set({ ...row, searchText: searchTextOf(row) })
      .where(eq(images.id, id))
      .returning();
    if (!updated) throw new Error('An update found no row.');
    await tellDescribed(transaction, updated);
    return updated;
  },
};

function tellDescribed(transaction: Transaction, row: ImageRow): Promise<void> {
  const { id: imageId, caption, altText, credit, updatedAt } = row;
  return recordEvents(transaction, outbox, [
    domainEvent('image.described', { imageId, caption, altText, credit }, updatedAt),
  ]);
}

function searchTextOf({ caption, credit, keywords }: Pick<NewImageRow, 'caption' | 'credit' | 'keywords'>): string {
  return [caption, credit, ...keywords].filter(Boolean).join('\n');
}

/** Any part of the text, whatever its case; the wildcards of LIKE stand for themselves. */
function matches(match: string | null): SQL | undefined {
  if (match === null) return undefined;
  return sql`${images.searchText} ilike ${`%${match.replaceAll(/[\\%_]/g, '\\$&')}%`}`;
}
