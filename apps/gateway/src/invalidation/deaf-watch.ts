import type { Logger } from '@dateline/service-kit/logger';
import type { AllCaches } from './all-caches.ts';

export interface DeafWatchOptions {
  /** By performance.now(): everything that happened before it has been heard. Null when nothing was heard yet. */
  readonly heardAtMs: () => number | null;
  readonly caches: Pick<AllCaches, 'expireAll'>;
  readonly logger: Logger;
  readonly deafAfterMs?: number;
  readonly expireEveryMs?: number;
}

const checkEveryMs = 250;

/**
 * While events are not heard, what is kept may be old and nobody would say so. After 1.5 s of it everything kept becomes
 * stale, and again each second as long as it lasts: so nothing that is given out as fresh is older than two seconds, and
 * when the subgraphs are away too, readers still get what was there. Answers how to stop.
 */
export function watchForDeafness(options: DeafWatchOptions): () => void {
  const { heardAtMs, caches, logger, deafAfterMs = 1_500, expireEveryMs = 1_000 } = options;
  let deafSinceMs: number | null = null;
  let expiredAtMs = Number.NEGATIVE_INFINITY;

  const check = () => {
    const now = performance.now();
    if (now - (heardAtMs() ?? Number.NEGATIVE_INFINITY) <= deafAfterMs) {
      if (deafSinceMs !== null) logger.info({ deafMs: Math.round(now - deafSinceMs) }, 'events are heard again');
      deafSinceMs = null;
      return;
    }
    if (deafSinceMs === null) logger.warn('events are not heard: what the caches hold counts as stale until they are');
    deafSinceMs ??= now;
    if (now - expiredAtMs < expireEveryMs) return;
    expiredAtMs = now;
    caches.expireAll().catch((error: unknown) => logger.error({ err: error }, 'a cache could not be made stale'));
  };

  const timer = setInterval(check, checkEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
