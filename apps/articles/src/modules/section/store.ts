import type { Queryable } from '@dateline/db/connect';
import { asc, inArray } from 'drizzle-orm';
import { sections } from '../../db/tables.ts';
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
};
