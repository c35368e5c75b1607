import type { Database, Transaction } from '@dateline/db/connect';
import { isUuid, uuidv7 } from '@dateline/db/uuidv7';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import type { Viewer } from '@dateline/service-kit/viewer';
import type { ArticleRow } from '../article/article.ts';
import { databaseNow } from '../article/edit.ts';
import { done, type Outcome } from '../article/outcome.ts';
import { type Fault, requireEditor } from '../article/rules.ts';
import { recordChanges } from '../change/record-changes.ts';
import { languageFaults, seenChanges } from './rules.ts';
import { translationStore } from './store.ts';

export interface TranslationDependencies {
  readonly db: Database;
  readonly viewer: Viewer | null;
}

export interface TranslationsOutcome {
  readonly articles: readonly ArticleRow[];
  readonly userErrors: readonly Fault[];
}

/** More languages than any newsroom has: a bound on what one change locks. */
const maxLinked = 50;

/** Says that articles tell one story; groups that they are in become one. */
export async function linkTranslations(
  { db, viewer }: TranslationDependencies,
  articleIds: readonly string[],
): Promise<TranslationsOutcome> {
  requireEditor(viewer);
  const ids = [...new Set(articleIds.map((id) => id.toLowerCase()))];
  const path = ['articleIds'];
  if (ids.length < 2) return refuse([], { code: 'TOO_FEW', message: 'At least two articles are linked.', path });
  if (ids.length > maxLinked) return refuse([], { code: 'TOO_MANY', message: `At most ${maxLinked}.`, path });
  return db.transaction(async (transaction) => {
    const before = await translationStore.lockWithGroups(transaction, ids.filter(isUuid));
    const missing = ids.filter((id) => !before.some((article) => article.id === id));
    if (missing.length > 0) {
      return refuse([], ...missing.map((id) => ({ code: 'UNKNOWN', message: `There is no article '${id}'.`, path })));
    }
    const faults = languageFaults(before, path);
    if (faults.length > 0) return refuse(before, ...faults);
    return { articles: await join(transaction, before), userErrors: [] };
  });
}

/** Takes an article out of its group. One that would stay alone is in no group either. */
export async function unlinkTranslation({ db, viewer }: TranslationDependencies, articleId: string): Promise<Outcome> {
  requireEditor(viewer);
  const id = articleId.toLowerCase();
  return db.transaction(async (transaction) => {
    const before = isUuid(id) ? await translationStore.lockWithGroups(transaction, [id]) : [];
    const article = before.find((member) => member.id === id);
    if (!article) {
      throw new CataloguedError('BAD_USER_INPUT', {
        message: 'There is no article with this id.',
        field: ['articleId'],
      });
    }
    if (article.translationGroupId === null) return done(article);
    const leaving = before.length <= 2 ? before.map((member) => member.id) : [id];
    await regroup(transaction, before, leaving, null);
    return done({ ...article, translationGroupId: null });
  });
}

/**
 * The group in which a new article is to stand beside the one that it translates; made, where that one is in none. The new
 * one is not seen yet, so nobody is told.
 */
export async function groupOfOriginal(
  transaction: Transaction,
  translationOfId: string,
  language: string,
): Promise<{ readonly groupId: string | null; readonly faults: readonly Fault[] }> {
  const id = translationOfId.toLowerCase();
  const members = isUuid(id) ? await translationStore.lockWithGroups(transaction, [id]) : [];
  const original = members.find((member) => member.id === id);
  if (!original) {
    const message = `There is no article '${translationOfId}'.`;
    return { groupId: null, faults: [{ code: 'UNKNOWN', message, path: ['input', 'translationOfId'] }] };
  }
  const faults = languageFaults([...members, { language }], ['input', 'language']);
  if (faults.length > 0) return { groupId: null, faults };
  const groupId = original.translationGroupId ?? uuidv7();
  if (original.translationGroupId === null) await translationStore.setGroup(transaction, [id], groupId);
  return { groupId, faults: [] };
}

/** What is wrong with another language for an article that the transaction has locked, seen from its translations. */
export async function newLanguageFaults(
  transaction: Transaction,
  { id, translationGroupId, language: current }: ArticleRow,
  language: string | null | undefined,
  path: readonly string[] = ['input', 'language'],
): Promise<readonly Fault[]> {
  if (translationGroupId === null || language == null || language === current) return [];
  const languages = await translationStore.otherLanguages(transaction, translationGroupId, id);
  return languageFaults([...languages, { language }], path);
}

/** One group of all members: that of the first who has one, or a new one. */
async function join(transaction: Transaction, members: readonly ArticleRow[]): Promise<readonly ArticleRow[]> {
  const groupId = members.find((member) => member.translationGroupId !== null)?.translationGroupId ?? uuidv7();
  const joining = members.filter((member) => member.translationGroupId !== groupId).map(({ id }) => id);
  const after = await regroup(transaction, members, joining, groupId);
  return after.toSorted((a, b) => (a.language < b.language ? -1 : 1));
}

/**
 * Tells of each published article whose translations are others for readers. It is the same text as before: neither its
 * revision nor its date moves, so nobody who edits it is told of a conflict.
 */
async function regroup(
  transaction: Transaction,
  before: readonly ArticleRow[],
  ids: readonly string[],
  groupId: string | null,
): Promise<readonly ArticleRow[]> {
  if (ids.length === 0) return before;
  const moved = new Map((await translationStore.setGroup(transaction, ids, groupId)).map((row) => [row.id, row]));
  const after = before.map((article) => moved.get(article.id) ?? article);
  const changes = seenChanges(before, after).map((article) => ({ kind: 'UPDATED' as const, article }));
  await recordChanges(transaction, changes, await databaseNow(transaction));
  return after;
}

function refuse(articles: readonly ArticleRow[], ...userErrors: readonly Fault[]): TranslationsOutcome {
  return { articles, userErrors };
}
