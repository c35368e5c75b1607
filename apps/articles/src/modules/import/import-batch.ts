import type { Transaction } from '@dateline/db/connect';
import type { ArticleRow } from '../article/article.ts';
import { databaseNow } from '../article/edit.ts';
import type { Outcome } from '../article/outcome.ts';
import { slugify } from '../article/slug.ts';
import { recordChanges } from '../change/record-changes.ts';
import { keptStore } from '../kept/store.ts';
import { decideImport } from './decide-import.ts';
import { type ItemKey, keyOf } from './item-key.ts';
import { lookUp } from './look-up.ts';
import { pictureStore } from './picture-store.ts';
import type { PreparedItem } from './prepare-item.ts';
import { importStore } from './store.ts';
import { writeWave } from './write-wave.ts';

export interface BatchOptions {
  /** Nothing is told: the transaction will be rolled back. */
  readonly dryRun: boolean;
}

/**
 * Imports items in the order given, in one transaction of the caller's. What they need is asked, locked and written for all
 * at once; only when one item comes several times do its versions go one after the other. All locks are taken before the
 * first row is written, each kind in one order, so that two batches never wait for each other.
 */
export async function importBatch(
  transaction: Transaction,
  items: readonly PreparedItem[],
  { dryRun }: BatchOptions,
): Promise<Outcome[]> {
  await importStore.allowMany(transaction);
  await importStore.lockItems(transaction, items.flatMap(keysToLock));
  const sources = [...new Set(items.map(({ input }) => input.source))];
  await importStore.lockPictures(transaction, sources, 'together');
  const standing = await importStore.lockArticles(transaction, [...new Set(items.flatMap(keysToLock))]);
  const now = await databaseNow(transaction);
  const killed = await importStore.findKilled(
    transaction,
    items.map(({ key }) => key),
  );
  const kept = await keptStore.findOfArticles(transaction, items.filter(mayBeWritten).flatMap(idOfSavedAgain));
  const knowledge = await lookUp(transaction, items.filter(mayBeWritten), standing, kept);
  await importStore.lockSlugs(transaction, items.filter(mayBeWritten).flatMap(slugsOf));

  const outcomes = new Map<PreparedItem, Outcome>();
  const changes = [];
  for (const wave of wavesOf(items)) {
    const written = await writeWave({ transaction, now, standing, killed, kept, knowledge }, wave);
    for (const [item, outcome] of written.outcomes) outcomes.set(item, outcome);
    changes.push(...written.changes);
  }
  const told = await withWantedPictures(transaction, outcomes);
  if (!dryRun) await recordChanges(transaction, changes, now);
  return items.map((item) => told(item));

  /** Of an item that comes several times, what an earlier version leaves standing is not known yet. */
  function mayBeWritten({ key, arrival, faults }: PreparedItem): boolean {
    if (faults.length > 0 || arrival.pubStatus === 'CANCELED') return false;
    const comesAgain = items.some((other) => other.key === key && other.arrival !== arrival);
    return comesAgain || decideImport(arrival, standing.get(key) ?? null, killed.has(key), now).act === 'write';
  }

  /** An editor's save is never the first. */
  function idOfSavedAgain({ key }: PreparedItem): string[] {
    const article = standing.get(key);
    return article && article.revision > 1 ? [article.id] : [];
  }

  function slugsOf({ input, key }: PreparedItem): string[] {
    if (input.slug != null) return [input.slug];
    return standing.has(key) ? [] : [slugify(input.headline)];
  }
}

/** The item, and the one that it translates. */
function keysToLock({ key, input }: PreparedItem): ItemKey[] {
  const { source, translationOfSourceId } = input;
  return translationOfSourceId == null ? [key] : [key, keyOf(source, translationOfSourceId)];
}

/** In each wave an item comes once; an item's versions keep their order. */
function wavesOf(items: readonly PreparedItem[]): PreparedItem[][] {
  const waves: PreparedItem[][] = [];
  const times = new Map<ItemKey, number>();
  for (const item of items) {
    const time = times.get(item.key) ?? 0;
    times.set(item.key, time + 1);
    const wave = waves[time] ?? [];
    waves[time] = wave;
    wave.push(item);
  }
  return waves;
}

/** Each outcome with the pictures that its article waits for, also when nothing was different: they may still be missing. */
async function withWantedPictures(
  transaction: Transaction,
  outcomes: ReadonlyMap<PreparedItem, Outcome>,
): Promise<(item: PreparedItem) => Outcome> {
  const named = [...outcomes].filter(([item, { article }]) => article && item.pictureReferences.size > 0);
  const ids = named.flatMap(([, { article }]) => (article as ArticleRow).id);
  const rows = ids.length === 0 ? [] : await pictureStore.findOfArticles(transaction, ids);
  const byArticle = Map.groupBy(rows, ({ articleId }) => articleId);
  return (item) => {
    const outcome = outcomes.get(item);
    if (!outcome) throw new Error('An item of the batch was not looked at.');
    return { ...outcome, wantedPictures: byArticle.get(outcome.article?.id ?? '') ?? [] };
  };
}
