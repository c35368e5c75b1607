import type { Logger } from '@dateline/service-kit/logger';
import type { Sql } from 'postgres';
import { type HistoryOptions, type PlacedEvent, readArticleHistory } from './article-history.ts';
import type { BusPlace } from './bus-place.ts';
import { followBus } from './bus-tail.ts';
import type { DomainEvent } from './domain-event.ts';

export interface EventFanOutOptions {
  /** Of the bus' database, for a connection of the listener's own. */
  readonly url: string;
  /** For looking back. */
  readonly sql: Sql;
  readonly applicationName: string;
  readonly logger: Logger;
  /** So many events may wait for one who listens and does not take them; with one more all of them are let go. */
  readonly maxWaiting?: number;
}

/** One who listens to a topic. */
export interface Listening {
  /**
   * What came since the last call, oldest first; waits for something. `missed`: some of it is lost, because it was not taken
   * in time or the bus itself could not be followed; what comes from now on is told again. `over`: after close.
   */
  next(): Promise<readonly PlacedEvent[] | 'missed' | 'over'>;
  close(): void;
}

/** The bus as one process follows it for all who listen there: one connection, however many they are. */
export interface EventFanOut {
  /** Up to where the bus was told. Null before its first look, and while it cannot say. */
  place(): BusPlace | null;
  /** Resolves once the bus is followed, and what happens from then on will be told; or when the signal is aborted. */
  ready(signal: AbortSignal): Promise<void>;
  /** From now on. A topic is an event's type, or the id of the article that it is about. */
  listen(topic: string): Listening;
  history(options: HistoryOptions): Promise<readonly PlacedEvent[] | null>;
  /** How many listen now. */
  listeners(): number;
  stop(): Promise<void>;
}

interface Ear {
  readonly hear: (event: PlacedEvent) => void;
  readonly miss: () => void;
}

/** Follows the bus at once, so that its place is known before anybody asks. */
export function createEventFanOut(options: EventFanOutOptions): EventFanOut {
  const { url, sql, applicationName, logger, maxWaiting = 1_000 } = options;
  const topics = new Map<string, Set<Ear>>();
  const { promise: followed, resolve: begin } = Promise.withResolvers<void>();
  const tail = followBus({
    url,
    applicationName,
    logger,
    onEvents(events, places) {
      events.forEach((event, at) => {
        const place = places[at];
        if (!event || !place) return;
        for (const topic of topicsOf(event)) for (const { hear } of topics.get(topic) ?? []) hear({ event, place });
      });
    },
    onGap() {
      for (const ears of topics.values()) for (const { miss } of ears) miss();
      begin();
    },
  });
  const forget = (topic: string, ear: Ear) => {
    const ears = topics.get(topic);
    ears?.delete(ear);
    if (ears?.size === 0) topics.delete(topic);
  };

  return {
    place: tail.place,
    async ready(signal) {
      const { promise: gone, resolve } = Promise.withResolvers<void>();
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (!signal.aborted) await Promise.race([followed, gone]);
    },
    listen(topic) {
      const waiting = createWaiting(maxWaiting);
      const ears = topics.get(topic) ?? new Set();
      topics.set(topic, ears.add(waiting));
      const close = () => {
        forget(topic, waiting);
        waiting.close();
      };
      return { next: waiting.next, close };
    },
    history: (history) => readArticleHistory(sql, history),
    listeners: () => [...topics.values()].reduce((sum, ears) => sum + ears.size, 0),
    stop: tail.stop,
  };
}

/** An event's type, and the article that it is about. */
function topicsOf({ type, payload }: DomainEvent): readonly string[] {
  return 'articleId' in payload ? [type, payload.articleId] : [type];
}

/** What one listener has not taken yet, within a bound. */
function createWaiting(maxWaiting: number): Ear & Pick<Listening, 'next' | 'close'> {
  let events: PlacedEvent[] = [];
  let missed = false;
  let over = false;
  let wake = () => {};
  const miss = () => {
    events = [];
    missed = true;
    wake();
  };
  return {
    hear(event) {
      if (events.length >= maxWaiting) return miss();
      events.push(event);
      wake();
    },
    miss,
    close() {
      over = true;
      events = [];
      wake();
    },
    async next() {
      while (!over && !missed && events.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (over) return 'over';
      if (missed) {
        missed = false;
        return 'missed';
      }
      const taken = events;
      events = [];
      return taken;
    },
  };
}
