import type { Transaction } from '@dateline/db/connect';
import { domainEvent, type EventPayload } from '@dateline/events/domain-event';
import { recordEvents } from '@dateline/events/outbox';
import { outbox } from '../../db/tables/events.ts';
import type { TopicRow } from '../topic/topic.ts';

/** Tells, with the change itself, that a section, topic or contributor is another now: caches drop what shows it. */
export function tellTaxonomyChanged(
  transaction: Transaction,
  { kind, id, slug, parentIds }: EventPayload<'taxonomy.changed'>,
): Promise<void> {
  const payload = { kind, id, slug, ...(parentIds && parentIds.length > 0 ? { parentIds } : {}) };
  return recordEvents(transaction, outbox, [domainEvent('taxonomy.changed', payload, new Date())]);
}

const maxEvents = 1_000;

/** The same of topics, however many. */
export async function tellTopicsChanged(
  transaction: Transaction,
  topics: readonly Pick<TopicRow, 'id' | 'slug'>[],
): Promise<void> {
  const events = topics.map(({ id, slug }) => domainEvent('taxonomy.changed', { kind: 'topic', id, slug }, new Date()));
  for (let from = 0; from < events.length; from += maxEvents) {
    await recordEvents(transaction, outbox, events.slice(from, from + maxEvents));
  }
}
