import type { Handlers } from '@dateline/events/consumer';
import { domainEvent } from '@dateline/events/domain-event';
import { recordEvents } from '@dateline/events/outbox';
import { outbox } from '../../db/tables.ts';
import { articleWithdrawn, threadStore } from './store.ts';

/**
 * Keeps a thread for each article that is out, as the articles subgraph tells it. Only articles that are out are updated,
 * so that too opens a thread which is missing; where it is there already, nothing changes.
 */
export const threadHandlers: Handlers = {
  'article.published': (event, transaction) => threadStore.open(transaction, event.payload.articleId),
  'article.updated': (event, transaction) => threadStore.open(transaction, event.payload.articleId),
  'article.withdrawn': async ({ payload: { articleId } }, transaction) => {
    await threadStore.close(transaction, articleId, articleWithdrawn);
    // Only now: what caches asked for between the withdrawal and this showed the conversation still.
    await recordEvents(transaction, outbox, [domainEvent('thread.closed', { articleId }, new Date())]);
  },
};
