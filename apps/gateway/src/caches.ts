import type { Logger } from '@dateline/service-kit/logger';
import type { GatewayContext } from './context.ts';
import type { PolicyDefaults } from './engine/caching/cache-policy.ts';
import { createEntityCache, type EntityCache } from './engine/caching/entity-cache.ts';
import type { Purgeable } from './invalidation/purgeable.ts';
import { viewerKeys } from './response-cache/cache-key.ts';
import { monotonicClock } from './response-cache/clock.ts';
import { purgeableResponses } from './response-cache/purgeable-responses.ts';
import { createResponseCache, type ResponseCache } from './response-cache/response-cache.ts';
import type { SharedAnswers } from './response-cache/shared/shared-answers.ts';
import type { GatewaySettings } from './settings.ts';

/** What the gateway keeps of answers. Each is null when it is off. */
export interface Caches {
  readonly responses: ResponseCache | null;
  readonly entities: EntityCache<GatewayContext> | null;
  readonly policyDefaults: PolicyDefaults;
  /** For whoever hears of changes. */
  readonly purgeable: readonly Purgeable[];
  close(): Promise<void>;
}

type Settings = Pick<GatewaySettings, 'responseCache' | 'entityCache' | 'staleSeconds' | 'redisUrl'>;

export async function createCaches(
  { responseCache, entityCache, staleSeconds, redisUrl }: Settings,
  logger: Logger,
): Promise<Caches> {
  const policyDefaults: PolicyDefaults = {
    defaultMaxAgeSeconds: responseCache?.defaultMaxAgeSeconds ?? 0,
    staleWhileRevalidateSeconds: staleSeconds.whileRevalidate,
    staleIfErrorSeconds: staleSeconds.ifError,
  };
  const shared = responseCache && redisUrl !== null ? await shareThrough(redisUrl, logger) : null;
  const responses = responseCache
    ? createResponseCache({ maxBytes: responseCache.maxBytes, shared, isOutage: ({ isOutage = false }) => isOutage })
    : null;
  const entities = entityCache
    ? createEntityCache<GatewayContext>({
        maxBytes: entityCache.maxBytes,
        defaults: policyDefaults,
        viewerClass: ({ viewer }) => viewerKeys(viewer).classKey,
        clock: monotonicClock,
      })
    : null;
  return {
    responses,
    entities,
    policyDefaults,
    purgeable: [...(entities ? [entities] : []), ...(responses ? [purgeableResponses(responses)] : [])],
    close: async () => responses?.close(),
  };
}

/** The client of Redis is loaded only where there is one. */
async function shareThrough(url: string, logger: Logger): Promise<SharedAnswers> {
  const { createRedisAnswers } = await import('./response-cache/shared/redis-answers.ts');
  return createRedisAnswers({
    url,
    onChange: (awayBecause) =>
      awayBecause === null
        ? logger.info('answers are shared through Redis')
        : logger.warn({ reason: awayBecause }, 'Redis is away: each process keeps its answers for itself'),
  });
}
