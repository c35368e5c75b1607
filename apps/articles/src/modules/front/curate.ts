import type { Database, Transaction } from '@dateline/db/connect';
import { domainEvent } from '@dateline/events/domain-event';
import { recordEvents } from '@dateline/events/outbox';
import type { Viewer } from '@dateline/service-kit/viewer';
import { outbox } from '../../db/tables/events.ts';
import type { Fault } from '../article/rules.ts';
import type { FrontRow } from './front.ts';
import { frontStore } from './store.ts';

export interface FrontOutcome {
  readonly front: FrontRow | null;
  readonly userErrors: readonly Fault[];
}

export interface CurationDependencies {
  readonly db: Database;
  readonly viewer: Viewer | null;
  readonly now: Date;
}

/** The next version of a front that the transaction has locked, and its event: caches drop the old one. */
export async function curated(transaction: Transaction, front: FrontRow, now: Date): Promise<FrontOutcome> {
  const next = await frontStore.put(transaction, { ...front, version: front.version + 1, updatedAt: now });
  await recordEvents(transaction, outbox, [domainEvent('front.curated', { slug: front.slug }, now)]);
  return { front: next, userErrors: [] };
}

/** The pinned articles of containers, in order; a container without pins is there too. */
export async function pinsOf(
  transaction: Transaction,
  containerIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const pins = containerIds.length === 0 ? [] : await frontStore.findPins(transaction, containerIds);
  const byContainer = Map.groupBy(pins, ({ containerId }) => containerId);
  return new Map(containerIds.map((id) => [id, (byContainer.get(id) ?? []).map(({ articleId }) => articleId)]));
}
