import type { Queryable, Transaction } from '@dateline/db/connect';
import { asc, inArray, sql } from 'drizzle-orm';
import { sections } from '../../db/tables/taxonomy.ts';
import type { SectionRow } from './section.ts';

/** All SQL of sections. */
export const sectionStore = {
  /** In the newsroom's order. There are few: whoever needs several reads all. */
  findAll(db: Queryable): Promise<SectionRow[]> {
    return db.select().from(sections).orderBy(asc(sections.position), asc(sections.id));
  },

  findByIds(db: Queryable, ids: readonly string[]): Promise<SectionRow[]> {
    return db
      .select()
      .from(sections)
      .where(inArray(sections.id, [...ids]));
  },

  findBySlugs(db: Queryable, slugs: readonly string[]): Promise<SectionRow[]> {
    return db
      .select()
      .from(sections)
      .where(inArray(sections.slug, [...slugs]));
  },

  findChildren(db: Queryable, parentIds: readonly string[]): Promise<SectionRow[]> {
    return db
      .select()
      .from(sections)
      .where(inArray(sections.parentId, [...parentIds]))
      .orderBy(asc(sections.position), asc(sections.id));
  },

  /** Holds the whole tree until the transaction ends: two moves that are well each for itself may make a circle together. */
  async lockTree(transaction: Transaction): Promise<void> {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('dateline section tree'))`);
  },

  async put(transaction: Transaction, row: Omit<SectionRow, 'id'>): Promise<SectionRow> {
    const { slug: _slug, ...set } = row;
    const [section] = await transaction
      .insert(sections)
      .values(row)
      .onConflictDoUpdate({ target: sections.slug, set })
      .returning();
    if (!section) throw new Error('A section was neither inserted nor updated.');
    return section;
  },
};
