import { followBus } from '@dateline/events/bus-tail';
import type { DomainEvent } from '@dateline/events/domain-event';
import type { Logger } from '@dateline/service-kit/logger';
import type { ReadinessCheck } from '@dateline/service-kit/readiness';
import { allCaches } from './all-caches.ts';
import { watchForDeafness } from './deaf-watch.ts';
import { tagsOf } from './event-tags.ts';
import type { Purgeable } from './purgeable.ts';

export interface InvalidationOptions {
  /** Of the database where the bus is; null: no event purges. */
  readonly databaseUrl: string | null;
  readonly logger: Logger;
  readonly caches: readonly Purgeable[];
}

export interface Invalidation {
  /** For /readyz, among what is away while the gateway is ready all the same. */
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
  stop(): Promise<void>;
}

const nothingToDo: Invalidation = { checks: {}, stop: async () => {} };

/** A look at the bus may be this long ago before /readyz speaks of it. */
const quietMs = 2_000;

/**
 * Purges the caches by the events of the house, from now on. Returns at once: the gateway is ready with the bus away. Without
 * a database nothing is purged by events, and the ages that subgraphs give bound how old an answer may be.
 */
export function startInvalidation({ databaseUrl, logger, caches }: InvalidationOptions): Invalidation {
  if (caches.length === 0) return nothingToDo;
  if (databaseUrl === null) {
    logger.warn('no database is set: no event purges the caches, and what they hold grows as old as subgraphs allow');
    return nothingToDo;
  }
  const all = allCaches(caches);
  const report = async (purged: Promise<number>, level: 'debug' | 'info' | 'warn', details: object, what: string) => {
    try {
      logger[level]({ ...details, entries: await purged }, what);
    } catch (error) {
      logger.error({ err: error, ...details }, 'a cache could not be purged');
    }
  };
  const tail = followBus({
    url: databaseUrl,
    applicationName: 'gateway',
    logger,
    onEvents(events) {
      const tags = tagsOfAll(events);
      if (tags) void report(all.purge(tags), 'debug', { events: events.length, tags: tags.length }, 'purged');
      else
        void report(all.purgeAll(), 'warn', {}, 'an event of an unknown type may have changed anything: all is purged');
    },
    onGap: () => void report(all.purgeAll(), 'info', {}, 'the caches begin anew: what happened before is not known'),
  });
  const stopWatching = watchForDeafness({ heardAtMs: tail.heardAtMs, caches: all, logger });
  return {
    checks: {
      events: async () => {
        const heardAtMs = tail.heardAtMs();
        return heardAtMs !== null && performance.now() - heardAtMs <= quietMs ? null : 'not heard';
      },
    },
    async stop() {
      stopWatching();
      await tail.stop();
    },
  };
}

/** Null when one of the events is not known: then it is not known either what it changed. */
function tagsOfAll(events: readonly (DomainEvent | null)[]): readonly string[] | null {
  const known = events.filter((event) => event !== null);
  return known.length === events.length ? [...new Set(known.flatMap(tagsOf))] : null;
}
