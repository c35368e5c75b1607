import type { Transaction } from '@dateline/db/connect';
import { insertRows } from '@dateline/db/insert-rows';
import { domainEvent, type EventType } from '@dateline/events/domain-event';
import { recordEvents } from '@dateline/events/outbox';
import { sql } from 'drizzle-orm';
import { articleChanges } from '../../db/tables/changes.ts';
import { outbox } from '../../db/tables/events.ts';
import type { ArticleRow } from '../article/article.ts';
import { siblingEvents } from '../translation/sibling-events.ts';
import type { ChangeKind } from './change.ts';

/** Something that readers are to be told. */
export interface Change {
  readonly kind: ChangeKind;
  readonly article: ArticleRow;
  /** The slug that it had until this change, when that is another. */
  readonly previousSlug?: string | undefined;
  /** Why it was withdrawn, or what was corrected. */
  readonly reason?: string | null | undefined;
}

const eventTypes = {
  PUBLISHED: 'article.published',
  UPDATED: 'article.updated',
  CORRECTED: 'article.corrected',
  WITHDRAWN: 'article.withdrawn',
} as const satisfies Record<ChangeKind, EventType>;

/**
 * Writes changes into the feed, and their events into the outbox. It must be the last thing that a transaction does: it
 * holds a lock until the commit, so that numbers of the feed become visible in their order and no reader of it skips one.
 * Whoever holds it waits for nothing else, so nobody waits for long, and no two wait for each other.
 */
export async function recordChanges(transaction: Transaction, changes: readonly Change[], now: Date): Promise<void> {
  if (changes.length === 0) return;
  await recordEvents(transaction, outbox, [
    ...changes.map((change) => eventOf(change, now)),
    ...(await siblingEvents(transaction, changes, now)),
  ]);
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('dateline article changes'))`);
  await insertRows(
    transaction,
    articleChanges,
    changes.map(({ kind, article, reason }) => ({
      kind,
      at: now,
      articleId: article.id,
      revision: article.revision,
      reason: reason ?? null,
    })),
  );
}

function eventOf({ kind, article, previousSlug }: Change, now: Date) {
  const { id: articleId, slug, language, revision } = article;
  const renamed = previousSlug === undefined || previousSlug === slug ? {} : { previousSlug };
  return domainEvent(eventTypes[kind], { articleId, slug, language, revision, ...renamed }, now);
}
