import { createHash } from 'node:crypto';
import type { Logger } from '@dateline/service-kit/logger';
import { createRedisLink } from '../response-cache/shared/redis-link.ts';
import type { SharedCounters } from './rate-limiter.ts';

/** A request waits no longer for a count. */
const timeoutMs = 150;

export interface ConnectedCounters extends SharedCounters {
  close(): Promise<void>;
}

/**
 * Counters in Redis 6.2 or later. The first answer that does not come in time has the connection dropped: from then on
 * nobody waits, until it stands again.
 */
export function connectCounters(url: string, logger: Logger): ConnectedCounters {
  const link = createRedisLink({
    url,
    channel: null,
    timeoutMs,
    connectTimeoutMs: 1_000,
    firstRetryMs: 100,
    longestRetryMs: 2_000,
    onMessage: () => undefined,
    prepare: async () => true,
    onChange: (awayBecause) =>
      awayBecause === null
        ? logger.info('rate limits are counted in Redis')
        : logger.warn({ reason: awayBecause }, 'Redis is away: each process counts rate limits for itself'),
  });
  return {
    get isReady() {
      return link.isReady;
    },
    async eval(text, { keys, arguments: args }) {
      const reply = await link.evaluate({ text, sha1: sha1Of(text) }, keys, args);
      if (reply === null || reply.length < 2) throw new Error('Redis is away.');
      return reply.map(Number);
    },
    close: () => link.close(),
  };
}

/** The limiters share one script. */
let last = { text: '', sha1: '' };

function sha1Of(text: string): string {
  if (last.text !== text) last = { text, sha1: createHash('sha1').update(text).digest('hex') };
  return last.sha1;
}
