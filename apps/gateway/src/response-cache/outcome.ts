import type { CacheEntry } from './entry.ts';

/**
 * How an answer came about. HIT: kept and fresh. STALE: kept, and being fetched anew. SHARED: another request had begun
 * to fetch it. STALE_IF_ERROR: it could not be fetched, and an old one was there. BYPASS: not the cache's business.
 */
export type Outcome = 'HIT' | 'STALE' | 'MISS' | 'SHARED' | 'STALE_IF_ERROR' | 'BYPASS';

export interface CachedAnswer {
  readonly outcome: Outcome;
  readonly status: number;
  /** Not compressed. */
  readonly body: Buffer;
  readonly hasErrors: boolean;
  /** Null when the answer was not kept: it is to be sent as `private, no-store`. */
  readonly entry: CacheEntry | null;
}
