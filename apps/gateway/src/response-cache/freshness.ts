import type { Clock } from './clock.ts';
import type { CacheEntry } from './entry.ts';

/** Whether entries may be served, now. All ages are measured here. */
export interface Freshness {
  isFresh(entry: CacheEntry): boolean;
  /** Not fresh, but good enough while a fresh one is fetched. */
  mayRevalidate(entry: CacheEntry): boolean;
  /** Good enough when no fresh one can be had. */
  maySurviveErrors(entry: CacheEntry): boolean;
  /** Of no use any more. */
  isSpent(entry: CacheEntry): boolean;
  /** Whatever was begun until now is stale from now on: it is fetched anew, and stays for when that fails. */
  expireAll(): void;
}

export function createFreshness(now: Clock): Freshness {
  let expiredAtMs = Number.NEGATIVE_INFINITY;
  return {
    isFresh: (entry) => now() < entry.freshUntilMs && entry.storedAtMs > expiredAtMs,
    mayRevalidate: (entry) => now() < entry.revalidateUntilMs && entry.storedAtMs > expiredAtMs,
    maySurviveErrors: (entry) => now() < entry.errorUntilMs,
    isSpent: (entry) => now() >= Math.max(entry.revalidateUntilMs, entry.errorUntilMs),
    expireAll() {
      expiredAtMs = now();
    },
  };
}
