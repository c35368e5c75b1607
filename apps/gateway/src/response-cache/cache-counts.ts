import type { Outcome } from './outcome.ts';

/** Since the start; for metrics. */
export interface CacheCounts {
  readonly outcomes: Record<Outcome, number>;
  /** Answers kept. */
  stored: number;
  /** Answers not kept because a purge came while they were made. */
  overtaken: number;
  /** Entries that purges removed. */
  purged: number;
  /** Answers found in the shared level. */
  sharedHits: number;
  /** Refreshes in the background that came to nothing. */
  failedRefreshes: number;
}

export function createCacheCounts(): CacheCounts {
  return {
    outcomes: { HIT: 0, STALE: 0, MISS: 0, SHARED: 0, STALE_IF_ERROR: 0, BYPASS: 0 },
    stored: 0,
    overtaken: 0,
    purged: 0,
    sharedHits: 0,
    failedRefreshes: 0,
  };
}
