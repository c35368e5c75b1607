import type { Handlers } from '@dateline/events/consumer';
import { threadStore } from './store.ts';

/**
 * Keeps a thread for each article that is out, as the articles subgraph tells it. Only articles that are out are updated,
 * so that too opens a thread which is missing; where it is there already, nothing changes.
 */
export const threadHandlers: Handlers = {
  'article.published': (event, transaction) => threadStore.open(transaction, event.payload.articleId),
  'article.updated': (event, transaction) => threadStore.open(transaction, event.payload.articleId),
  'article.withdrawn': (event, transaction) =>
    threadStore.close(transaction, event.payload.articleId, 'ARTICLE_WITHDRAWN'),
};
