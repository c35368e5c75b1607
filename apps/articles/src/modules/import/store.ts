import { createHash } from 'node:crypto';
import type { Queryable, Transaction } from '@dateline/db/connect';
import { insertRows, insertRowsReturning } from '@dateline/db/insert-rows';
import { isOneOf } from '@dateline/db/one-of';
import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { articleBylines, articleSlugs, articleTopics, corrections } from '../../db/tables/article-parts.ts';
import { articles } from '../../db/tables/articles.ts';
import { importKills } from '../../db/tables/imports.ts';
import { revisions } from '../../db/tables/revisions.ts';
import { topics } from '../../db/tables/taxonomy.ts';
import type { ArticleRow } from '../article/article.ts';
import { slugStem } from '../article/slug.ts';
import { type ItemKey, keyOf } from './item-key.ts';
import type { VersionStamp } from './newer-than.ts';

const topicLocks = 512;

/** All SQL of imported articles. Locks are always taken in this order: items, pictures, articles, topics, slugs. */
export const importStore = {
  /**
   * For a transaction of many rows: it may wait for others, and what triggers and foreign keys ask of each row is planned
   * once, where the connection would have it planned for each.
   */
  async allowMany(transaction: Transaction): Promise<void> {
    await transaction.execute(
      sql`select set_config('lock_timeout', '7000', true), set_config('statement_timeout', '8000', true),
        set_config('plan_cache_mode', 'auto', true)`,
    );
  },

  /** Also where there is no row yet: of two imports of one item at once, the second sees what the first wrote. */
  async lockItems(transaction: Transaction, keys: readonly ItemKey[]): Promise<void> {
    await lockAll(transaction, keys);
  },

  /** Holds slugs and their numbered kin, as articleStore.lockSlug does. */
  async lockSlugs(transaction: Transaction, slugs: readonly string[]): Promise<void> {
    await lockAll(
      transaction,
      slugs.map((slug) => `slug ${slugStem(slug)}`),
    );
  },

  /** Names share a number of locks: a server has few of them, and a batch may name more topics than it has. */
  async lockTopicNames(transaction: Transaction, names: readonly string[]): Promise<void> {
    const shared = (name: string) => createHash('sha256').update(name).digest().readUInt16BE(0) % topicLocks;
    await lockAll(transaction, [...new Set(names.map((name) => `topic ${shared(name)}`))]);
  },

  /** Any number of imports may put pictures of a supplier at once; who attaches one has them to himself. */
  async lockPictures(transaction: Transaction, sources: readonly string[], how: 'together' | 'alone'): Promise<void> {
    const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared');
    await transaction.execute(
      sql`select ${lock}(key) from (${keysOf(sources.map((source) => `pictures of ${source}`))}) as keys`,
    );
  },

  /** The articles of items, locked in the order of their ids. */
  async lockArticles(transaction: Transaction, keys: readonly ItemKey[]): Promise<Map<ItemKey, ArticleRow>> {
    if (keys.length === 0) return new Map();
    const rows = await transaction
      .select()
      .from(articles)
      .where(ofItems(keys, articles.sourceName, articles.sourceId))
      .orderBy(articles.id)
      .for('update');
    return new Map(rows.map((row) => [keyOf(row.sourceName ?? '', row.sourceId ?? ''), row]));
  },

  async findKilled(db: Queryable, keys: readonly ItemKey[]): Promise<Set<ItemKey>> {
    const rows = await db
      .select({ source: importKills.sourceName, sourceId: importKills.sourceId })
      .from(importKills)
      .where(ofItems(keys, importKills.sourceName, importKills.sourceId));
    return new Set(rows.map(({ source, sourceId }) => keyOf(source, sourceId)));
  },

  /** The first kill of an item says why; later ones add nothing. */
  async rememberKills(transaction: Transaction, rows: readonly (typeof importKills.$inferInsert)[]): Promise<void> {
    if (rows.length === 0) return;
    await transaction
      .insert(importKills)
      .values([...rows])
      .onConflictDoNothing();
  },

  /** A newer version that says nothing new: only that it is the one that stands. */
  async restamp(transaction: Transaction, id: string, { version, versionAt }: VersionStamp): Promise<void> {
    await transaction
      .update(articles)
      .set({ sourceVersion: version, sourceVersionAt: versionAt })
      .where(eq(articles.id, id));
  },

  insertArticles: (transaction: Transaction, rows: readonly (typeof articles.$inferInsert)[]): Promise<ArticleRow[]> =>
    insertRowsReturning(transaction, articles, rows),

  insertBylines: (transaction: Transaction, rows: readonly (typeof articleBylines.$inferInsert)[]) =>
    insertRows(transaction, articleBylines, rows),

  insertTopics: (transaction: Transaction, rows: readonly (typeof articleTopics.$inferInsert)[]) =>
    insertRows(transaction, articleTopics, rows),

  insertTopicRows: (transaction: Transaction, rows: readonly (typeof topics.$inferInsert)[]) =>
    insertRows(transaction, topics, rows),

  insertCorrections: (transaction: Transaction, rows: readonly (typeof corrections.$inferInsert)[]) =>
    insertRows(transaction, corrections, rows),

  insertRevisions: (transaction: Transaction, rows: readonly (typeof revisions.$inferInsert)[]) =>
    insertRows(transaction, revisions, rows),

  /** Which of these slugs some article has, now or once. */
  async takenSlugs(db: Queryable, candidates: readonly string[]): Promise<Set<string>> {
    const rows = await unionAll(
      db.select({ slug: articles.slug }).from(articles).where(isOneOf(articles.slug, candidates)),
      db.select({ slug: articleSlugs.slug }).from(articleSlugs).where(isOneOf(articleSlugs.slug, candidates)),
    );
    return new Set(rows.map(({ slug }) => slug));
  },

  /** Who stands in groups of translations. */
  findTranslations(db: Queryable, groupIds: readonly string[]) {
    return db
      .select({ id: articles.id, groupId: articles.translationGroupId, language: articles.language })
      .from(articles)
      .where(isOneOf(articles.translationGroupId, groupIds));
  },

  async joinTranslations(transaction: Transaction, articleId: string, groupId: string): Promise<void> {
    await transaction.update(articles).set({ translationGroupId: groupId }).where(eq(articles.id, articleId));
  },
};

/** One statement, in the order of the locks' own numbers: two batches never wait for each other. */
async function lockAll(transaction: Transaction, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await transaction.execute(sql`select pg_advisory_xact_lock(key) from (${keysOf(names)}) as keys`);
}

function keysOf(names: readonly string[]): SQL {
  return sql`select distinct hashtextextended(value, 0) as key
    from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) order by key`;
}

type TextColumn = typeof articles.sourceName | typeof importKills.sourceName;

/** By supplier, so that the index on both columns leads to each. */
function ofItems(
  keys: readonly ItemKey[],
  source: TextColumn,
  sourceId: TextColumn | typeof articles.sourceId | typeof importKills.sourceId,
): SQL | undefined {
  const items = keys.map((key) => JSON.parse(key) as [string, string]);
  const bySource = Map.groupBy(items, ([name]) => name);
  return or(
    ...[...bySource].map(([name, group]) =>
      and(
        eq(source, name),
        isOneOf(
          sourceId,
          group.map(([, id]) => id),
        ),
      ),
    ),
  );
}
