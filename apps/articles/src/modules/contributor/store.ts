import type { Queryable, Transaction } from '@dateline/db/connect';
import { inArray } from 'drizzle-orm';
import { contributors } from '../../db/tables/taxonomy.ts';
import type { ContributorRow } from './contributor.ts';

/** All SQL of contributors. */
export const contributorStore = {
  findByIds(db: Queryable, ids: readonly string[]): Promise<ContributorRow[]> {
    return db
      .select()
      .from(contributors)
      .where(inArray(contributors.id, [...ids]));
  },

  findBySlugs(db: Queryable, slugs: readonly string[]): Promise<ContributorRow[]> {
    return db
      .select()
      .from(contributors)
      .where(inArray(contributors.slug, [...slugs]));
  },

  async put(transaction: Transaction, row: Omit<ContributorRow, 'id'>): Promise<ContributorRow> {
    const { slug: _slug, ...set } = row;
    const [contributor] = await transaction
      .insert(contributors)
      .values(row)
      .onConflictDoUpdate({ target: contributors.slug, set })
      .returning();
    if (!contributor) throw new Error('A contributor was neither inserted nor updated.');
    return contributor;
  },
};
