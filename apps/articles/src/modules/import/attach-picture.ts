import { isUuid } from '@dateline/db/uuidv7';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import type { ArticleRow } from '../article/article.ts';
import { databaseNow } from '../article/edit.ts';
import type { Outcome } from '../article/outcome.ts';
import { requireEditor } from '../article/rules.ts';
import { updateArticle } from '../article/save-article.ts';
import type { Change } from '../change/record-changes.ts';
import { recordChanges } from '../change/record-changes.ts';
import type { WantedPictureRow } from './import.ts';
import type { ImportDependencies } from './import-articles.ts';
import { pictureStore } from './picture-store.ts';
import { attachImage } from './place-pictures.ts';
import { importStore } from './store.ts';
import { isShared, suppliedKey } from './supplied-key.ts';

/**
 * Puts an image where an import wanted it, in every article of the same supplier that names the same address, and keeps it
 * for items to come. A file's name counts within one item only: the next delivery has another 1.jpg. Answers the article that was asked for. A second time changes nothing: the picture is wanted no more.
 */
export async function attachPicture(
  { db, viewer }: ImportDependencies,
  wantedPictureId: string,
  imageId: string,
): Promise<Outcome> {
  requireEditor(viewer);
  if (!isUuid(imageId)) {
    return {
      article: null,
      faults: [{ code: 'NOT_AN_ID', message: 'imageId must be the id of an image.', path: ['imageId'] }],
    };
  }
  return db.transaction(async (transaction) => {
    const wanted = isUuid(wantedPictureId) ? await pictureStore.findById(transaction, wantedPictureId) : null;
    if (!wanted) throw notWanted();
    const { sourceName, reference } = wanted;
    await importStore.allowMany(transaction);
    await importStore.lockPictures(transaction, [sourceName], 'alone');
    const named = await pictureStore.findOfReference(transaction, sourceName, reference);
    const rows = named.filter(({ articleId }) => isShared(reference) || articleId === wanted.articleId);
    if (!rows.some(({ id }) => id === wanted.id)) throw notWanted();

    const waiting = Map.groupBy(rows, ({ articleId }) => articleId);
    const now = await databaseNow(transaction);
    const changes: Change[] = [];
    let asked = null as ArticleRow | null;
    for (const current of await pictureStore.lockArticles(transaction, [...waiting.keys()])) {
      const body = attachImage(current.body, elementIdsOf(waiting.get(current.id)), imageId.toLowerCase());
      const isChanged = body !== current.body;
      const save = { transaction, now, author: sourceName, isSuppliers: true } as const;
      const article = isChanged ? await updateArticle(save, current, { columns: { body } }) : current;
      if (isChanged && article.status === 'PUBLISHED') changes.push({ kind: 'UPDATED', article });
      if (article.id === wanted.articleId) asked = article;
    }
    const key = suppliedKey(asked?.sourceId ?? '', reference);
    await pictureStore.rememberSupplied(transaction, { sourceName, reference: key, imageId: imageId.toLowerCase() });
    await pictureStore.remove(
      transaction,
      rows.map(({ id }) => id),
    );
    await recordChanges(transaction, changes, now);
    return { article: asked, faults: [] };
  });
}

function elementIdsOf(rows: readonly WantedPictureRow[] = []): ReadonlySet<string> {
  return new Set(rows.map(({ elementId }) => elementId));
}

function notWanted(): CataloguedError {
  return new CataloguedError('BAD_USER_INPUT', {
    message: 'No picture is wanted under this id (any more).',
    field: ['wantedPictureId'],
  });
}
