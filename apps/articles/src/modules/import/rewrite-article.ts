import type { ArticleRow } from '../article/article.ts';
import type { BodyElement } from '../article/body-element.ts';
import { slugToHave } from '../article/free-slug.ts';
import { updateArticle } from '../article/save-article.ts';
import { cancelWakeUp, scheduleWakeUp } from '../article/schedule/wake-up.ts';
import { normaliseSlug } from '../article/slug.ts';
import { keptStore } from '../kept/store.ts';
import type { KeptFields } from '../kept/supplied-field.ts';
import { revisionStore } from '../revision/store.ts';
import type { BatchState, Writing } from './batch-state.ts';
import { besideEditors, isUnseen, type SuppliedStory } from './beside-editors.ts';
import { pictureStore } from './picture-store.ts';
import { type MissingPicture, placePictures, waitingFigures } from './place-pictures.ts';
import type { PreparedItem } from './prepare-item.ts';
import { sourceColumns } from './source-columns.ts';
import { toldCorrections } from './supplied-corrections.ts';
import { takenBackReason, toldToEditors } from './taken-back.ts';
import { wantedRows } from './wanted-rows.ts';

/** An article after a newer version of its supplier. */
export interface Rewritten {
  readonly article: ArticleRow;
  /** All that it brought stands in fields that editors keep: readers see what they saw. */
  readonly isUnseen: boolean;
}

/** Writes a newer version over what stands, as a save by its supplier. What editors rewrote stays theirs. */
export async function rewriteArticle(state: BatchState, writing: Writing, current: ArticleRow): Promise<Rewritten> {
  const { transaction, now, kept } = state;
  const { input } = writing.item;
  const { story, missing } = storyOf(state, writing);
  const keptHere = kept.get(current.id) ?? new Map();
  const { content, slug, told, supplied, isUnseen } = await contentBesideEditors(state, current, keptHere, story);
  const article = await updateArticle(
    { transaction, now, author: input.source, isSuppliers: true },
    current,
    content,
    slug,
    [...told, ...toldToEditors(input), ...toldCorrections(writing.corrections)],
  );
  kept.set(article.id, supplied);
  await keptStore.noteSupplied(
    transaction,
    [...supplied].map(([field, facts]) => ({ articleId: article.id, field, supplied: facts })),
  );
  if (current.status === 'SCHEDULED') await cancelWakeUp(transaction, article.id);
  if (article.scheduledAt) await scheduleWakeUp(transaction, article.id, article.scheduledAt);
  await waitForPictures(state, article, input.source, supplied.has('body') ? 'those of the editors' : missing);
  return { article, isUnseen };
}

/** What the version says, and which of its pictures media has not yet. */
function storyOf({ now, knowledge }: BatchState, { item, links, decision, corrections }: Writing) {
  const { body = [], ...columns } = item.columns;
  const pictures = placePictures(body as readonly BodyElement[], item.pictureReferences, (reference) =>
    knowledge.imageOf(item, reference),
  );
  const story: SuppliedStory = {
    columns: {
      ...columns,
      ...sourceColumns(item, now),
      ...decision.publication,
      body: pictures.body,
      sectionId: links.sectionId,
      translationGroupId: knowledge.groupOf(item),
    },
    bylines: links.bylines,
    topicIds: links.topicIds,
    slug: item.input.slug == null ? null : normaliseSlug(item.input.slug),
    isCorrected: corrections.length > 0,
  };
  return { story, missing: pictures.missing };
}

/** Most stories were never rewritten: then all is the supplier's, and nothing is asked. */
async function contentBesideEditors(
  { transaction }: BatchState,
  current: ArticleRow,
  kept: KeptFields,
  story: SuppliedStory,
) {
  if (kept.size === 0) {
    const { columns, bylines, topicIds, slug } = story;
    return { content: { columns, bylines, topicIds }, slug, told: [], supplied: kept, isUnseen: false };
  }
  const wanted = besideEditors(current, kept, story);
  // As it will be: where another article has the slug that the supplier names, this one's own stays.
  const beside = { ...wanted, slug: await slugToHave(transaction, current, wanted.slug) };
  const parts = (await revisionStore.findParts(transaction, [current.id]))(current.id);
  if (story.isCorrected || !isUnseen(current, parts, beside)) return { ...beside, isUnseen: false };
  const { updatedAt, sourceReceivedAt } = current;
  const columns = { ...beside.content.columns, updatedAt, sourceReceivedAt };
  return { ...beside, content: { ...beside.content, columns }, isUnseen: true };
}

/** Of the pictures that the article waited for, those that the body which stands waits for still; and those that are new. */
async function waitForPictures(
  { transaction, now }: BatchState,
  article: ArticleRow,
  source: string,
  missing: readonly MissingPicture[] | 'those of the editors',
): Promise<void> {
  const before = await pictureStore.findOfArticles(transaction, [article.id]);
  const waiting = waitingFigures(article.body);
  const isStillMissing = ({ elementId, reference }: MissingPicture) =>
    missing === 'those of the editors'
      ? waiting.has(elementId)
      : missing.some((one) => one.elementId === elementId && one.reference === reference);
  const kept = before.filter(isStillMissing);
  await pictureStore.remove(
    transaction,
    before.filter((row) => !kept.includes(row)).map(({ id }) => id),
  );
  if (missing === 'those of the editors') return;
  const isNew = ({ elementId }: { readonly elementId: string }) => !kept.some((row) => row.elementId === elementId);
  await pictureStore.insert(transaction, wantedRows(article.id, source, missing.filter(isNew), now));
}

/** Takes an article back for good, whether readers saw it or not. Its pictures are not waited for any longer. */
export async function killArticle(
  { transaction, now }: BatchState,
  { input, arrival }: PreparedItem,
  current: ArticleRow,
): Promise<ArticleRow> {
  const columns = {
    status: 'WITHDRAWN' as const,
    withdrawnAt: now,
    withdrawalReason: takenBackReason,
    scheduledAt: null,
    sourceReceivedAt: now,
    sourceVersion: arrival.stamp.version,
    sourceVersionAt: arrival.stamp.versionAt,
  };
  const save = { transaction, now, author: input.source, isSuppliers: true } as const;
  const article = await updateArticle(save, current, { columns }, null, toldToEditors(input));
  if (current.status === 'SCHEDULED') await cancelWakeUp(transaction, article.id);
  const wanted = await pictureStore.findOfArticles(transaction, [article.id]);
  await pictureStore.remove(
    transaction,
    wanted.map(({ id }) => id),
  );
  return article;
}
