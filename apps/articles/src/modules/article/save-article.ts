import type { Transaction } from '@dateline/db/connect';
import { uuidv7 } from '@dateline/db/uuidv7';
import type { CreateArticleInput } from '../../__generated__/resolver-types.ts';
import { keepRewritten } from '../kept/keep-rewritten.ts';
import { recordFirstRevision, recordRevisions } from '../revision/record-revision.ts';
import type { RevisionChange } from '../revision/revision.ts';
import { revisionStore } from '../revision/store.ts';
import type { ArticleRow } from './article.ts';
import type { Content } from './content.ts';
import { freeSlug, slugAfter } from './free-slug.ts';
import { slugify } from './slug.ts';
import { articleStore } from './store.ts';

/** What every save needs: it writes the article and its revision in one transaction. */
export interface Save {
  readonly transaction: Transaction;
  /** Dates all that this save writes. */
  readonly now: Date;
  /** Who saves: a viewer's id, or the wire that sent it. Null where nobody is known. */
  readonly author: string | null;
  /** What this save changes goes on following the supplier. Any other save of a supplier's story makes it an editor's. */
  readonly isSuppliers?: boolean;
}

type NewArticle = Pick<CreateArticleInput, 'headline' | 'language' | 'slug' | 'timeZone'>;

/** A new article under the first free slug, and its first revision. `more` are columns that no editor writes. */
export async function insertArticle(
  save: Save,
  { columns, bylines = [], topicIds = [] }: Content,
  { headline, language, slug, timeZone }: NewArticle,
  more: Partial<ArticleRow> = {},
): Promise<ArticleRow> {
  const { transaction, now } = save;
  const id = uuidv7(now.getTime());
  const article = await articleStore.insert(transaction, {
    id,
    language,
    timeZone,
    headline,
    body: [],
    wordCount: 0,
    urgency: 5,
    createdAt: now,
    updatedAt: now,
    ...columns,
    ...more,
    slug: await freeSlug(transaction, slug ?? slugify(headline), id),
  });
  await articleStore.replaceBylines(transaction, id, bylines);
  await articleStore.replaceTopics(transaction, id, topicIds);
  await recordFirstRevision(save, article, { bylines, topicIds });
  return article;
}

/** Writes what is given over an article that the transaction has locked, and its next revision. */
export async function updateArticle(
  save: Save,
  current: ArticleRow,
  { columns, bylines, topicIds }: Omit<Content, 'faults'>,
  wantedSlug?: string | null | undefined,
  told: readonly RevisionChange[] = [],
): Promise<ArticleRow> {
  const { transaction, now } = save;
  const parts = (await revisionStore.findParts(transaction, [current.id]))(current.id);
  const slug = await slugAfter(transaction, current, wantedSlug);
  const change = { updatedAt: now, ...columns, slug, revision: current.revision + 1 };
  const article = await articleStore.update(transaction, current.id, change);
  if (bylines) await articleStore.replaceBylines(transaction, current.id, bylines);
  if (topicIds) await articleStore.replaceTopics(transaction, current.id, topicIds);
  const before = { article: current, parts };
  const after = { article, parts: { bylines: bylines ?? parts.bylines, topicIds: topicIds ?? parts.topicIds } };
  await recordRevisions(save, [{ before, after, told }]);
  if (current.sourceName !== null && save.isSuppliers !== true) await keepRewritten(save, before, after);
  return article;
}

/** A step of the workflow: columns that no editor writes, as status and its dates. A save like any other. */
export function moveArticle(
  save: Save,
  current: ArticleRow,
  columns: Content['columns'],
  told: readonly RevisionChange[] = [],
): Promise<ArticleRow> {
  return updateArticle(save, current, { columns }, null, told);
}
