import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database, Transaction } from '@dateline/db/connect';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import type { Logger } from '@dateline/service-kit/logger';
import type { Viewer } from '@dateline/service-kit/viewer';
import type { ImportArticleInput } from '../../__generated__/resolver-types.ts';
import type { Outcome } from '../article/outcome.ts';
import { requireEditor } from '../article/rules.ts';
import { articleStore } from '../article/store.ts';
import { isFaultOfData, isWorthAnotherTry } from './database-fault.ts';
import { importBatch } from './import-batch.ts';
import { type PreparedItem, prepareItem } from './prepare-item.ts';

export interface ImportDependencies {
  readonly db: Database;
  readonly viewer: Viewer | null;
  readonly logger: Logger;
}

export const maxItems = 200;
/** Readers' requests of the same process come in between. */
const itemsATurn = 10;

/** Imports items, each on its own: what is wrong with one stops no other. Editors only; throws BAD_USER_INPUT above 200. */
export async function importArticles(
  dependencies: ImportDependencies,
  inputs: readonly ImportArticleInput[],
  dryRun: boolean,
): Promise<Outcome[]> {
  requireEditor(dependencies.viewer);
  if (inputs.length > maxItems) {
    throw new CataloguedError('BAD_USER_INPUT', { message: `At most ${maxItems} items at once.`, field: ['inputs'] });
  }
  const items: PreparedItem[] = [];
  for (const [index, input] of inputs.entries()) {
    if (index % itemsATurn === itemsATurn - 1) await nextTurn();
    items.push(await prepareItem(dependencies.db, input));
  }
  if (items.length === 0) return [];
  return dryRun ? tryOut(dependencies, items) : importAll(dependencies, items);
}

/** All at once; where one of them breaks a rule of the database that nobody foresaw, each by itself. */
async function importAll({ db, logger }: ImportDependencies, items: readonly PreparedItem[]): Promise<Outcome[]> {
  const atOnce = () => db.transaction((transaction) => importBatch(transaction, items, { dryRun: false }));
  try {
    return await atOnce();
  } catch (error) {
    if (isWorthAnotherTry(error)) return atOnce();
    if (!isFaultOfData(error)) throw error;
    logger.warn({ err: error, items: items.length }, 'a batch of items is imported one by one');
  }
  const outcomes: Outcome[] = [];
  for (const item of items) {
    outcomes.push(
      await aloneOrRefused(item, logger, async () =>
        db.transaction((transaction) => importBatch(transaction, [item], { dryRun: false })),
      ),
    );
  }
  return outcomes;
}

class RolledBack extends Error {}

/** What would become of them: all is done, seen, and undone. Articles are told as they stand. */
async function tryOut({ db, logger }: ImportDependencies, items: readonly PreparedItem[]): Promise<Outcome[]> {
  let outcomes: Outcome[] = [];
  const undone = (work: (transaction: Transaction) => Promise<Outcome[]>) =>
    db
      .transaction(async (transaction) => {
        outcomes = await work(transaction);
        throw new RolledBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      });
  try {
    await undone((transaction) => importBatch(transaction, items, { dryRun: true }));
  } catch (error) {
    if (!isFaultOfData(error)) throw error;
    await undone(async (transaction) => {
      const alone: Outcome[] = [];
      for (const item of items) {
        const savepoint = () => transaction.transaction((inner) => importBatch(inner, [item], { dryRun: true }));
        alone.push(await aloneOrRefused(item, logger, savepoint));
      }
      return alone;
    });
  }
  return asTheyStand(db, items, outcomes);
}

async function aloneOrRefused(item: PreparedItem, logger: Logger, work: () => Promise<Outcome[]>): Promise<Outcome> {
  try {
    const [outcome] = await work();
    if (outcome) return outcome;
    throw new Error('An item was not answered for.');
  } catch (error) {
    if (!isFaultOfData(error)) throw error;
    logger.warn({ err: error, source: item.input.source, sourceId: item.input.sourceId }, 'an item was not imported');
    const message = 'The database refuses this item; the log of the articles service says why.';
    return { article: null, faults: [{ code: 'NOT_IMPORTED', message, path: ['input'] }] };
  }
}

async function asTheyStand(
  db: Database,
  items: readonly PreparedItem[],
  outcomes: readonly Outcome[],
): Promise<Outcome[]> {
  const ids = outcomes.flatMap(({ article }) => article?.id ?? []);
  const statuses = ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN'] as const;
  const rows = ids.length === 0 ? [] : await articleStore.findByIds(db, ids, statuses);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return items.map((_, index) => {
    const { article = null, faults = [], outcome = null } = outcomes[index] ?? {};
    return { article: byId.get(article?.id ?? '') ?? null, faults, outcome };
  });
}
