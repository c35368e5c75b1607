import type { Handlers } from '@dateline/events/consumer';
import { imageTextStore } from './store.ts';

/** Keeps a copy of what media says of its pictures, so that a figure without words of its own can show theirs. */
export const imageTextHandlers: Handlers = {
  'image.described': (event, transaction) => imageTextStore.put(transaction, event.payload),
  'image.deleted': (event, transaction) => imageTextStore.remove(transaction, event.payload.imageId),
};
