import type { Queryable } from '@dateline/db/connect';
import { inArray } from 'drizzle-orm';
import { contributors } from '../../db/tables.ts';
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
};
