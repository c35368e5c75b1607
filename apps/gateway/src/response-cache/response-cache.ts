import type { EngineAnswer } from '../engine/engine-types.ts';
import { Lifetime } from '../lifetime.ts';
import { rememberAcceptedCodings } from './accept-encoding.ts';
import { type CacheCounts, createCacheCounts } from './cache-counts.ts';
import { type OperationParts, operationKey, requestKey, type ViewerKeys } from './cache-key.ts';
import { type Clock, monotonicClock } from './clock.ts';
import { createBodyCoder, minCodedBytes } from './codings.ts';
import { type CacheEntry, createRepresentation, type Representation } from './entry.ts';
import { createEntryStore } from './entry-store.ts';
import { createFilling } from './filling.ts';
import { createFreshness } from './freshness.ts';
import { createOperationScopes } from './operation-scopes.ts';
import type { CachedAnswer } from './outcome.ts';
import { createPurgeLog } from './purge-log.ts';
import type { SharedAnswers } from './shared/shared-answers.ts';

export interface ResponseCacheOptions {
  /** Of bodies, codings, keys, tags and aliases together. */
  readonly maxBytes?: number;
  /** The part of the cache that one entry may fill. */
  readonly maxEntryShare?: number;
  readonly clock?: Clock;
  /** The second level, shared by processes. */
  readonly shared?: SharedAnswers | null;
  /** Whether an answer is what a part that is down leaves of it, so that an old one is better. By default, any errors. */
  readonly isOutage?: (answer: EngineAnswer) => boolean;
}

/** What is asked, and by whom. */
export interface CacheRequest extends OperationParts {
  /** Anything but a query is never kept, and never shared. */
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly viewer: ViewerKeys;
  /** What the document calls the operation; for logs and metrics. */
  readonly name?: string | undefined;
  /** The request as it came, so that `lookup` knows it the next time. All that the answer depends on must be in it. */
  readonly text?: string | undefined;
  /** How long who asks waits, asked for when there is something to wait for; by default to the end. */
  readonly until?: () => Lifetime;
}

/**
 * Makes the answer anew. It is made for all who wait for it: it must not end when one of them goes away, but when nobody
 * waits any more, which cuts `lifetime`; and it must have a deadline of its own.
 */
export type Fill = (lifetime: Lifetime) => Promise<EngineAnswer>;

export interface PurgeOutcome {
  /** Entries removed here. */
  readonly removed: number;
  /** Whether the shared level has it; it will have it when it is back. Null without one. */
  readonly shared: boolean | null;
}

export interface ResponseCache {
  /** A fresh answer to a request that came before, letter by letter. No GraphQL work, no promises. */
  lookup(viewer: ViewerKeys, text: string): CacheEntry | undefined;
  answer(request: CacheRequest, fill: Fill): Promise<CachedAnswer>;
  /** The form of an entry that a client likes best among those that are there. Others are made when they are missed. */
  represent(entry: CacheEntry, acceptEncoding: string | undefined): Representation;
  /** Removes whatever bears one of the tags: here at once, before it returns; elsewhere when the promise is kept. */
  purge(tags: readonly string[]): Promise<PurgeOutcome>;
  purgeAll(): Promise<PurgeOutcome>;
  /**
   * When it is not known what has changed: whatever was begun until now is stale from now on. It is fetched anew, and only
   * served when that fails. Answers how many entries that are.
   */
  expireAll(): number;
  /** Frees the memory and forgets the scopes, in this process alone: for another supergraph. */
  clear(): void;
  now(): number;
  readonly counts: CacheCounts;
  readonly bytes: number;
  readonly entryCount: number;
  close(): Promise<void>;
}

const defaultMaxBytes = 64 * 1024 * 1024;

export function createResponseCache(options: ResponseCacheOptions = {}): ResponseCache {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const now = options.clock ?? monotonicClock;
  const shared = options.shared ?? null;
  const counts = createCacheCounts();
  const purges = createPurgeLog();
  const scopes = createOperationScopes(Math.ceil(maxBytes / 16));
  const store = createEntryStore({ maxBytes, maxEntryBytes: Math.floor(maxBytes * (options.maxEntryShare ?? 1 / 16)) });
  const freshness = createFreshness(now);
  const isOutage = options.isOutage ?? ((answer) => answer.hasErrors);
  const serve = createFilling({ store, scopes, purges, counts, now, freshness, shared, isOutage });
  const coder = createBodyCoder();
  const acceptedCodings = rememberAcceptedCodings();

  function purgeHere(tags: readonly string[]): number {
    if (tags.length === 0) return 0;
    purges.record(tags);
    const removed = store.purge(tags);
    counts.purged += removed;
    return removed;
  }

  function clear(): number {
    purges.recordAll();
    scopes.clear();
    const removed = store.clear();
    counts.purged += removed;
    return removed;
  }

  shared?.onPurge((tags) => {
    if (tags === 'all') clear();
    else purgeHere(tags);
  });

  async function makeCodings(entry: CacheEntry): Promise<void> {
    entry.codings = 'being made';
    const { gzip, br } = await coder.code(entry.identity.bytes);
    store.addCodings(
      entry,
      gzip && createRepresentation(entry, 'gzip', gzip),
      br && createRepresentation(entry, 'br', br),
    );
  }

  async function bypass({ until }: CacheRequest, fill: Fill): Promise<CachedAnswer> {
    const answer = await fill(until?.() ?? new Lifetime());
    counts.outcomes.BYPASS++;
    return { outcome: 'BYPASS', status: answer.status, body: answer.body, hasErrors: answer.hasErrors, entry: null };
  }

  return {
    lookup(viewer, text) {
      const entry =
        store.findByAlias(viewer.classKey, text) ??
        (viewer.isAnonymous ? undefined : store.findByAlias(viewer.ownKey, text));
      if (entry === undefined || !freshness.isFresh(entry)) return undefined;
      counts.outcomes.HIT++;
      return entry;
    },
    async answer(request, fill) {
      if (request.kind !== 'query') return bypass(request, fill);
      const operation = operationKey(request);
      const key = requestKey(operation, request.variables);
      if (key === null) return bypass(request, fill);
      const { name, viewer, text, until = () => null } = request;
      return serve({ operation, request: key, name, viewer, text, until, fill });
    },
    represent(entry, acceptEncoding) {
      for (const coding of acceptedCodings(acceptEncoding)) {
        const representation = entry[coding];
        if (representation !== null) return representation;
        if (entry.codings === 'none' && entry.identity.bytes.length >= minCodedBytes) {
          // Nobody waits for it, and without it the body is sent as it is.
          makeCodings(entry).catch(() => undefined);
        }
      }
      return entry.identity;
    },
    async purge(tags) {
      const removed = purgeHere(tags);
      return { removed, shared: shared ? await shared.purge(tags) : null };
    },
    async purgeAll() {
      const removed = clear();
      return { removed, shared: shared ? await shared.purge('all') : null };
    },
    expireAll() {
      freshness.expireAll();
      // Nobody who asks from now on waits for what was begun before.
      purges.record([]);
      return store.count;
    },
    clear,
    now,
    counts,
    get bytes() {
      return store.bytes;
    },
    get entryCount() {
      return store.count;
    },
    close: async () => shared?.close(),
  };
}
