import type { Transaction } from '@dateline/db/connect';
import { domainEvent, type EventPayload } from '@dateline/events/domain-event';
import { recordEvents } from '@dateline/events/outbox';
import { outbox } from '../../db/tables.ts';

/** Tells, with the change itself, that a section, topic or contributor is another now: caches drop what shows it. */
export function tellTaxonomyChanged(
  transaction: Transaction,
  { kind, id, slug, parentIds }: EventPayload<'taxonomy.changed'>,
): Promise<void> {
  const payload = { kind, id, slug, ...(parentIds && parentIds.length > 0 ? { parentIds } : {}) };
  return recordEvents(transaction, outbox, [domainEvent('taxonomy.changed', payload, new Date())]);
}
