import type { Purgeable } from '../invalidation/purgeable.ts';
import type { ResponseCache } from './response-cache.ts';

/** The response cache as those see it who tell caches what has changed. */
export function purgeableResponses(cache: ResponseCache): Purgeable {
  return {
    purge: async (tags) => (await cache.purge(tags)).removed,
    purgeAll: async () => (await cache.purgeAll()).removed,
    expireAll: () => cache.expireAll(),
  };
}
