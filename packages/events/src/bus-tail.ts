import type { Logger } from '@dateline/service-kit/logger';
import postgres from 'postgres';
import { type BusPlace, lastPlace, readFrom } from './bus-place.ts';
import type { DomainEvent } from './domain-event.ts';
import { busChannel } from './postgres-bus.ts';

export interface BusTailOptions {
  /** The bus' database; the role needs no more than to read bus.events. */
  readonly url: string;
  /** Shows in pg_stat_activity. */
  readonly applicationName: string;
  readonly logger: Logger;
  /** Events in their order, each once, and the place of each. Null stands for one of a type that this process does not know. */
  readonly onEvents: (events: readonly (DomainEvent | null)[], places: readonly BusPlace[]) => void;
  /** What happened up to now is not known: at the start, and when the place that was reached is gone from the bus. */
  readonly onGap: () => void;
  /** Looks for events at least this often, should a wake-up be lost. */
  readonly pollMs?: number;
}

/** Follows the bus from now on. It keeps no place in the database: each process follows for itself. */
export interface BusTail {
  /** By performance.now(), when the last look at the bus that succeeded was begun; all before it is known. Null before the first. */
  heardAtMs(): number | null;
  /** Up to where events have been told. Null before the first look, and after a gap until the next. */
  place(): BusPlace | null;
  stop(): Promise<void>;
}

const batchSize = 500;
/** A look that takes longer has failed: the connection may be dead, and nobody says so. */
const lookTimeoutMs = 1_000;
const retryMs = 200;
const never = new Promise<void>(() => {});

/**
 * Reads what is added to the bus, woken by NOTIFY and on its own twice a second. A lost connection is made anew and read on
 * from the last place, so nothing is missed; a place that is no longer there (rows removed, another database) is a gap.
 */
export function followBus(options: BusTailOptions): BusTail {
  const { url, applicationName, logger, onEvents, onGap, pollMs = 500 } = options;
  const stopping = new AbortController();
  let place: BusPlace | null = null;
  let heardAtMs: number | null = null;
  let failures = 0;
  let wake = () => {};

  const connect = () =>
    postgres(url, {
      max: 1,
      connect_timeout: 2,
      onnotice: () => {},
      connection: { application_name: applicationName, statement_timeout: lookTimeoutMs },
    });

  /** One look; tells whether more is waiting. */
  async function look(sql: postgres.Sql): Promise<boolean> {
    const startedAtMs = performance.now();
    if (place === null) {
      place = await inTime(lastPlace(sql));
      onGap();
    } else {
      const found = await inTime(readFrom(sql, place, batchSize));
      if (found === null) {
        place = null;
        logger.warn('the place on the bus is gone: what happened since is not known');
        return true;
      }
      if (found.events.length > 0) onEvents(found.events, found.places);
      place = found.place;
      if (found.more) return true;
    }
    heardAtMs = startedAtMs;
    return false;
  }

  async function follow(): Promise<void> {
    const sql = connect();
    try {
      await inTime(sql.listen(busChannel, () => wake()));
      while (!stopping.signal.aborted) {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        if (await look(sql)) continue;
        if (failures > 0) logger.info({ failures }, 'the bus is followed again');
        failures = 0;
        await firstOf(woken, pollMs, stopping.signal);
      }
    } finally {
      await sql.end({ timeout: 0 }).catch(() => {});
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await follow();
      } catch (error) {
        failures += 1;
        if (failures === 1) logger.error({ err: error }, 'the bus cannot be followed; it is tried again until it can');
        await firstOf(never, retryMs, stopping.signal);
      }
    }
  }

  const running = run();
  return {
    heardAtMs: () => heardAtMs,
    place: () => place,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`The bus did not answer in ${lookTimeoutMs} ms.`)), lookTimeoutMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    // Who lost the race may fail later, when nobody listens.
    work.catch(() => {});
  }
}

/** Resolves with the first of: the promise, so many milliseconds, the signal. */
async function firstOf(promise: Promise<void>, timeoutMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, timeoutMs);
  const onAbort = () => resolve();
  signal.addEventListener('abort', onAbort);
  await Promise.race([promise, over]);
  signal.removeEventListener('abort', onAbort);
  clearTimeout(timer);
}
