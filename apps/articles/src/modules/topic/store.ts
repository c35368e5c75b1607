import type { Queryable } from '@dateline/db/connect';
import { inArray } from 'drizzle-orm';
import { topics } from '../../db/tables.ts';
import type { TopicRow } from './topic.ts';

/** All SQL of topics. */
export const topicStore = {
  findByIds(db: Queryable, ids: readonly string[]): Promise<TopicRow[]> {
    return db
      .select()
      .from(topics)
      .where(inArray(topics.id, [...ids]));
  },

  findBySlugs(db: Queryable, slugs: readonly string[]): Promise<TopicRow[]> {
    return db
      .select()
      .from(topics)
      .where(inArray(topics.slug, [...slugs]));
  },
};
