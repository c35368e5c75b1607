import type { Transaction } from '@dateline/db/connect';
import type { Handlers } from '@dateline/events/consumer';
import { domainEvent } from '@dateline/events/domain-event';
import { recordEvents } from '@dateline/events/outbox';
import { outbox } from '../../db/tables/events.ts';
import { articleStore } from '../article/store.ts';
import { imageTextStore } from './store.ts';

/** Keeps a copy of what media says of its pictures, so that a figure without words of its own can show theirs. */
export const imageTextHandlers: Handlers = {
  'image.described': async ({ payload }, transaction) => {
    await imageTextStore.put(transaction, payload);
    await tellIllustrated(transaction, payload.imageId);
  },
  'image.deleted': async ({ payload }, transaction) => {
    await imageTextStore.remove(transaction, payload.imageId);
    await tellIllustrated(transaction, payload.imageId);
  },
};

/** Who keeps such an article asked for it before its copy of the texts was new: media's own event came too early for it. */
async function tellIllustrated(transaction: Transaction, imageId: string): Promise<void> {
  const articles = await articleStore.findPublishedWithPicture(transaction, imageId);
  const now = new Date();
  const events = articles.map(({ id, slug }) => domainEvent('article.illustrated', { articleId: id, slug }, now));
  await recordEvents(transaction, outbox, events);
}
