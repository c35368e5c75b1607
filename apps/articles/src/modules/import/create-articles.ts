import { uuidv7 } from '@dateline/db/uuidv7';
import type { articles } from '../../db/tables/articles.ts';
import type { ArticleRow } from '../article/article.ts';
import type { BodyElement } from '../article/body-element.ts';
import { scheduleWakeUp } from '../article/schedule/wake-up.ts';
import { slugify } from '../article/slug.ts';
import { snapshotOf } from '../revision/snapshot.ts';
import type { BatchState, Writing } from './batch-state.ts';
import { freeSlugs } from './free-slugs.ts';
import { pictureStore } from './picture-store.ts';
import { type MissingPicture, placePictures } from './place-pictures.ts';
import type { PreparedItem } from './prepare-item.ts';
import { sourceColumns } from './source-columns.ts';
import { importStore } from './store.ts';
import { toldCorrections } from './supplied-corrections.ts';
import { toldToEditors } from './taken-back.ts';
import { wantedRows } from './wanted-rows.ts';

interface NewArticle {
  readonly writing: Writing;
  readonly row: typeof articles.$inferInsert & { readonly id: string };
  readonly missing: readonly MissingPicture[];
}

/** New articles with all that belongs to them, in a handful of statements however many they are. */
export async function createArticles(
  state: BatchState,
  writings: readonly Writing[],
): Promise<ReadonlyMap<PreparedItem, ArticleRow>> {
  if (writings.length === 0) return new Map();
  const { transaction, now } = state;
  const slugs = await freeSlugs(
    transaction,
    writings.map(({ item }) => item.input.slug ?? slugify(item.input.headline)),
  );
  const made = writings.map((writing, index) => newArticle(state, writing, slugs[index] ?? ''));
  const rows = await importStore.insertArticles(
    transaction,
    made.map(({ row }) => row),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const whole = made.flatMap(({ writing, row, missing }) => {
    const article = byId.get(row.id);
    return article ? [{ writing, article, missing }] : [];
  });

  await importStore.insertBylines(
    transaction,
    whole.flatMap(({ writing, article }) =>
      writing.links.bylines.map((byline, position) => ({ ...byline, articleId: article.id, position })),
    ),
  );
  await importStore.insertTopics(
    transaction,
    whole.flatMap(({ writing, article }) =>
      writing.links.topicIds.map((topicId, position) => ({ articleId: article.id, topicId, position })),
    ),
  );
  await importStore.insertRevisions(
    transaction,
    whole.map(({ writing, article }) => ({
      articleId: article.id,
      number: article.revision,
      createdAt: now,
      author: writing.item.input.source,
      snapshot: snapshotOf({ article, parts: writing.links }),
      changes: [...toldToEditors(writing.item.input), ...toldCorrections(writing.corrections)],
    })),
  );
  await pictureStore.insert(
    transaction,
    whole.flatMap(({ writing, article, missing }) => wantedRows(article.id, writing.item.input.source, missing, now)),
  );
  for (const { article } of whole) {
    if (article.scheduledAt) await scheduleWakeUp(transaction, article.id, article.scheduledAt);
  }
  return new Map(whole.map(({ writing, article }) => [writing.item, article]));
}

function newArticle({ now, knowledge }: BatchState, writing: Writing, slug: string): NewArticle {
  const { item, links, decision } = writing;
  const { language, timeZone, headline, urgency } = item.input;
  const { body = [], wordCount = 0, ...columns } = item.columns;
  const pictures = placePictures(body as readonly BodyElement[], item.pictureReferences, (reference) =>
    knowledge.imageOf(item, reference),
  );
  const row = {
    ...{ language, timeZone, headline, urgency },
    ...columns,
    ...sourceColumns(item, now),
    ...decision.publication,
    id: uuidv7(now.getTime()),
    slug,
    body: pictures.body,
    wordCount,
    sectionId: links.sectionId,
    translationGroupId: knowledge.groupOf(item),
    createdAt: now,
    updatedAt: now,
  };
  return { writing, row, missing: pictures.missing };
}
