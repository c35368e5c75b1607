import type { Transaction } from '@dateline/db/connect';
import { type DomainEvent, domainEvent } from '@dateline/events/domain-event';
import type { ArticleRow } from '../article/article.ts';
import type { ChangeKind } from '../change/change.ts';
import { translationStore } from './store.ts';

/** What makes an article appear among the translations of others, or vanish from there. */
const appearing: ReadonlySet<ChangeKind> = new Set(['PUBLISHED', 'WITHDRAWN']);

/**
 * For those who tell the same story in other languages, that one of their translations came or went. Told of drafts too: of
 * two that are published at the same moment neither sees the other as published yet.
 */
export async function siblingEvents(
  transaction: Transaction,
  changes: readonly { readonly kind: ChangeKind; readonly article: ArticleRow }[],
  now: Date,
): Promise<DomainEvent[]> {
  const groups = changes.flatMap(({ kind, article }) =>
    appearing.has(kind) && article.translationGroupId !== null ? article.translationGroupId : [],
  );
  if (groups.length === 0) return [];
  const changed = new Set(changes.map(({ article }) => article.id));
  const members = await translationStore.findNames(transaction, groups);
  return members
    .filter(({ id }) => !changed.has(id))
    .map(({ id, slug }) => domainEvent('article.linked', { articleId: id, slug }, now));
}
