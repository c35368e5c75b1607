import type { CachePolicy, EngineAnswer } from '../engine/engine-types.ts';
import type { Lifetime } from '../lifetime.ts';
import type { CacheCounts } from './cache-counts.ts';
import { storageKey, type ViewerKeys } from './cache-key.ts';
import type { Clock } from './clock.ts';
import { type CacheEntry, createEntry } from './entry.ts';
import type { EntryStore } from './entry-store.ts';
import { createFlights, type Flight } from './flights.ts';
import type { Freshness } from './freshness.ts';
import { learnScope, type Operation, type OperationScopes } from './operation-scopes.ts';
import type { CachedAnswer, Outcome } from './outcome.ts';
import type { PurgeLog, PurgeMark } from './purge-log.ts';
import type { SharedAnswers, SharedRead } from './shared/shared-answers.ts';

/** A request whose keys are made. */
export interface Asked {
  readonly operation: string;
  readonly request: string;
  readonly name?: string | undefined;
  readonly viewer: ViewerKeys;
  readonly text: string | undefined;
  readonly fill: (lifetime: Lifetime) => Promise<EngineAnswer>;
  /** How long who asks waits. */
  readonly until: () => Lifetime | null;
}

export interface FillingParts {
  readonly store: EntryStore;
  readonly scopes: OperationScopes;
  readonly purges: PurgeLog;
  readonly counts: CacheCounts;
  readonly now: Clock;
  readonly freshness: Freshness;
  readonly shared: SharedAnswers | null;
  readonly isOutage: (answer: EngineAnswer) => boolean;
}

/** What a flight comes to. `scope` says who else than the viewer it was made for may have it. */
interface Landed {
  readonly answer: Omit<CachedAnswer, 'outcome'>;
  readonly scope: 'PUBLIC' | 'PRIVATE';
  readonly isStale: boolean;
}

/** Since when, and until when, an answer is made. */
interface Making {
  readonly mark: PurgeMark;
  readonly lifetime: Lifetime;
}

/** From keys to an answer: kept, stale and fetched anew behind it, or fetched once for all who wait. */
export function createFilling(parts: FillingParts): (asked: Asked) => Promise<CachedAnswer> {
  const { store, scopes, purges, counts, now, freshness, shared, isOutage } = parts;
  const flights = createFlights<Landed>(purges);

  /**
   * Where the answer stands, by what is known of the operation now. `alone`: what another viewer's flight brought could
   * not be shared, so this one is made for the viewer alone.
   */
  function keyOf(asked: Asked, operation: Operation, alone: boolean): string {
    return storageKey(
      operation.scope === 'PUBLIC' && !alone ? asked.viewer.classKey : asked.viewer.ownKey,
      asked.request,
    );
  }

  function findKept(asked: Asked): CacheEntry | undefined {
    return store.find(keyOf(asked, scopes.of(asked.operation), false));
  }

  async function serve(asked: Asked, alone = false): Promise<CachedAnswer> {
    const operation = scopes.of(asked.operation);
    const key = keyOf(asked, operation, alone);
    const entry = store.find(key);
    if (entry && freshness.isFresh(entry)) return served('HIT', asked, entry);
    if (entry && freshness.mayRevalidate(entry)) {
      if (!flights.find(key)) refresh(key, asked);
      return served('STALE', asked, entry);
    }
    if (entry && freshness.isSpent(entry)) store.remove(entry);
    return join(key, asked, alone);
  }

  async function join(key: string, asked: Asked, alone: boolean): Promise<CachedAnswer> {
    const flying = flights.find(key);
    const flight = flying ?? begin(key, asked, alone);
    const letGo = flight.hold(asked.until());
    const landed = await flight.result.finally(letGo);
    // It was made for another viewer, and turned out not to be for all of the class.
    if (landed.scope === 'PRIVATE' && flight.ownKey !== asked.viewer.ownKey) return serve(asked, true);
    const { entry } = landed.answer;
    if (landed.isStale && entry) return served('STALE_IF_ERROR', asked, entry);
    if (entry && asked.text !== undefined) store.alias(entry, asked.text);
    const outcome = flying ? 'SHARED' : 'MISS';
    counts.outcomes[outcome]++;
    return { outcome, ...landed.answer };
  }

  function served(outcome: Outcome, asked: Asked, entry: CacheEntry): CachedAnswer {
    counts.outcomes[outcome]++;
    if (asked.text !== undefined) store.alias(entry, asked.text);
    return { outcome, ...fromEntry(entry) };
  }

  function begin(key: string, asked: Asked, alone: boolean): Flight<Landed> {
    return flights.begin(key, asked.viewer.ownKey, (mark, lifetime) => make(asked, alone, { mark, lifetime }));
  }

  /** Nobody waits for it, and it is made all the same. When it fails, the next request that meets the stale answer tries again. */
  function refresh(key: string, asked: Asked): void {
    const failed = () => {
      counts.failedRefreshes++;
    };
    const flight = begin(key, asked, false);
    flight.hold(null);
    flight.result.then((landed) => {
      if (landed.isStale) failed();
    }, failed);
  }

  async function make(asked: Asked, alone: boolean, { mark, lifetime }: Making): Promise<Landed> {
    const startedAtMs = now();
    const read = alone ? null : await readShared(asked);
    if (read?.found) {
      const entry = keepFound(asked, read.found, mark, startedAtMs);
      if (entry && freshness.isFresh(entry)) return landedEntry(entry, false);
    }
    const filledFromMs = now();
    try {
      const answer = await asked.fill(lifetime);
      const stale = isOutage(answer) ? staleIfError(asked) : undefined;
      if (stale) return landedEntry(stale, true);
      const entry = keep(asked, answer, mark, filledFromMs, read);
      const { status, body, hasErrors } = answer;
      return { answer: { status, body, hasErrors, entry }, scope: scopeOf(asked, answer), isStale: false };
    } catch (fault) {
      const stale = staleIfError(asked);
      if (stale) return landedEntry(stale, true);
      throw fault;
    }
  }

  /** PUBLIC only when the answer says so itself, and nothing that is known of the operation says otherwise. */
  function scopeOf(asked: Asked, answer: EngineAnswer): 'PUBLIC' | 'PRIVATE' {
    const saysPublic = answer.cachePolicy?.scope === 'PUBLIC' && !answer.hasErrors;
    return saysPublic && scopes.of(asked.operation).scope === 'PUBLIC' ? 'PUBLIC' : 'PRIVATE';
  }

  /** Looked up again, because a purge, or what was learned of the scope, may have taken it away meanwhile. */
  function staleIfError(asked: Asked): CacheEntry | undefined {
    const entry = findKept(asked);
    return entry && freshness.maySurviveErrors(entry) ? entry : undefined;
  }

  async function readShared(asked: Asked): Promise<SharedRead | null> {
    if (shared === null || scopes.of(asked.operation).scope === 'PRIVATE') return null;
    return shared.read(storageKey(asked.viewer.classKey, asked.request));
  }

  function keepFound(asked: Asked, found: NonNullable<SharedRead['found']>, mark: PurgeMark, startedAtMs: number) {
    // It turned out to be PRIVATE while Redis was asked.
    if (scopes.of(asked.operation).scope === 'PRIVATE') return null;
    const { status, body, policy, tags, ageMs } = found;
    const answer: EngineAnswer = { status, body, hasErrors: false, cachePolicy: policy, tags };
    const entry = keep(asked, answer, mark, startedAtMs - ageMs, null);
    if (entry) counts.sharedHits++;
    return entry;
  }

  /** @param read what the shared level said before the answer was made; null when it is not to be written there */
  function keep(asked: Asked, answer: EngineAnswer, mark: PurgeMark, madeFromMs: number, read: SharedRead | null) {
    const policy = answer.cachePolicy;
    if (policy === null || answer.hasErrors || answer.status !== 200) return null;
    const operation = scopes.of(asked.operation);
    const turned = learnScope(operation, policy.scope);
    if (turned && shared) void shared.forgetOperation(operation.key);
    if (operation.scope !== 'PUBLIC' && operation.scope !== 'PRIVATE') return null;
    if (purges.purgedSince(mark, answer.tags)) {
      counts.overtaken++;
      return null;
    }
    const entry = entryOf(asked, answer, policy, operation.scope, madeFromMs);
    const there = store.find(entry.key);
    // Begun before a purge of other tags, and outrun by a flight begun after it.
    if (there && there.storedAtMs > madeFromMs) return null;
    if (freshness.isSpent(entry) || !store.put(entry)) return null;
    counts.stored++;
    if (read && entry.scope === 'PUBLIC') shared?.write(operation.key, entry, now() - madeFromMs, read.mark);
    return entry;
  }

  function entryOf(
    asked: Asked,
    answer: EngineAnswer,
    policy: CachePolicy,
    scope: 'PUBLIC' | 'PRIVATE',
    madeFromMs: number,
  ): CacheEntry {
    const viewerKey = scope === 'PUBLIC' ? asked.viewer.classKey : asked.viewer.ownKey;
    return createEntry({
      key: storageKey(viewerKey, asked.request),
      operation: scopes.of(asked.operation),
      name: asked.name,
      scope,
      viewerKey,
      isAnonymous: asked.viewer.isAnonymous,
      status: answer.status,
      body: answer.body,
      policy,
      tags: answer.tags,
      storedAtMs: madeFromMs,
    });
  }

  return (asked) => serve(asked);
}

function landedEntry(entry: CacheEntry, isStale: boolean): Landed {
  return { answer: fromEntry(entry), scope: entry.scope, isStale };
}

function fromEntry(entry: CacheEntry): Omit<CachedAnswer, 'outcome'> {
  return { status: entry.status, body: entry.identity.bytes, hasErrors: false, entry };
}
