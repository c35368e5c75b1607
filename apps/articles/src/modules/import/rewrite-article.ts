import type { ArticleRow } from '../article/article.ts';
import type { BodyElement } from '../article/body-element.ts';
import { updateArticle } from '../article/save-article.ts';
import { cancelWakeUp, scheduleWakeUp } from '../article/schedule/wake-up.ts';
import type { BatchState, Writing } from './batch-state.ts';
import { pictureStore } from './picture-store.ts';
import { placePictures } from './place-pictures.ts';
import type { PreparedItem } from './prepare-item.ts';
import { sourceColumns } from './source-columns.ts';
import { takenBackReason, toldToEditors } from './taken-back.ts';
import { wantedRows } from './wanted-rows.ts';

/** Writes a newer version over what stands, as a save by its supplier. */
export async function rewriteArticle(
  { transaction, now, knowledge }: BatchState,
  { item, links, decision }: Writing,
  current: ArticleRow,
): Promise<ArticleRow> {
  const { source } = item.input;
  const { body = [], ...columns } = item.columns;
  const pictures = placePictures(body as readonly BodyElement[], item.pictureReferences, (reference) =>
    knowledge.imageOf(item, reference),
  );
  const article = await updateArticle(
    { transaction, now, author: source },
    current,
    {
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
    },
    item.input.slug,
    toldToEditors(item.input),
  );
  if (current.status === 'SCHEDULED') await cancelWakeUp(transaction, article.id);
  if (article.scheduledAt) await scheduleWakeUp(transaction, article.id, article.scheduledAt);

  const before = await pictureStore.findOfArticles(transaction, [article.id]);
  const isStillMissing = (row: (typeof before)[number]) =>
    pictures.missing.some(({ elementId, reference }) => row.elementId === elementId && row.reference === reference);
  const kept = before.filter(isStillMissing);
  await pictureStore.remove(
    transaction,
    before.filter((row) => !kept.includes(row)).map(({ id }) => id),
  );
  const isNew = ({ elementId }: { readonly elementId: string }) => !kept.some((row) => row.elementId === elementId);
  await pictureStore.insert(transaction, wantedRows(article.id, source, pictures.missing.filter(isNew), now));
  return article;
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
  const save = { transaction, now, author: input.source };
  const article = await updateArticle(save, current, { columns }, null, toldToEditors(input));
  if (current.status === 'SCHEDULED') await cancelWakeUp(transaction, article.id);
  const wanted = await pictureStore.findOfArticles(transaction, [article.id]);
  await pictureStore.remove(
    transaction,
    wanted.map(({ id }) => id),
  );
  return article;
}
