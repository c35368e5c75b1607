import type { Purgeable, PurgedCount } from './purgeable.ts';

/** Several caches as one. Each is told at once; the promise is of all their counts together. */
export interface AllCaches {
  purge(tags: readonly string[]): Promise<number>;
  purgeAll(): Promise<number>;
  expireAll(): Promise<number>;
}

export function allCaches(caches: readonly Purgeable[]): AllCaches {
  return {
    purge: (tags) => sum(caches.map((cache) => cache.purge(tags))),
    purgeAll: () => sum(caches.map((cache) => cache.purgeAll())),
    expireAll: () => sum(caches.map((cache) => (cache.expireAll ? cache.expireAll() : cache.purgeAll()))),
  };
}

async function sum(counts: readonly PurgedCount[]): Promise<number> {
  return (await Promise.all(counts)).reduce((total, count) => total + count, 0);
}
