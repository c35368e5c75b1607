import { LRUCache } from 'lru-cache';
import type { Purgeable } from '../../invalidation/purgeable.ts';
import type { Clock } from '../../response-cache/clock.ts';
import { createPurgeLog, type PurgeMark } from '../../response-cache/purge-log.ts';
import { createTagIndex } from '../../response-cache/tag-index.ts';
import type { Json } from '../run/request-state.ts';
import type { TagEntity } from './answer-tags.ts';
import { type PolicyDefaults, policyOf, staleDirectives } from './cache-policy.ts';

/** What is asked of entities: whoever asks the same subgraph for the same, with the same variables, gets the same. */
export interface EntitySelection {
  readonly subgraph: string;
  /** The selection of `_entities`, as text. */
  readonly text: string;
  /** The members of the call's variables, as JSON. */
  readonly variables: string;
  readonly tag: TagEntity;
}

export interface KeptEntity {
  /** Null: the subgraph knows no such entity. */
  readonly entity: Json | null;
  /** As the subgraph would say it now: with the age that is left. */
  readonly cacheControl: string;
  /** Did it come in a text without escapes? */
  readonly isPlain: boolean;
}

/** An answer that entities came in. */
interface Carrier {
  readonly cacheControl: string | undefined;
  readonly isPlain: boolean;
}

/** The entities of one selection for one class of viewers, since a moment before they were asked for. */
export interface EntityLookup {
  /** The key: the representation, after whatever else its entity's fields depend on. */
  find(key: string): KeptEntity | undefined;
  /** Also when it is too old: for when the subgraph cannot answer. */
  findStale(key: string): Json | null | undefined;
  keep(key: string, representation: string, entity: Json | null, carrier: Carrier): void;
}

export interface EntityCache<Context> extends Purgeable {
  open(selection: EntitySelection, context: Context): EntityLookup;
  readonly bytes: number;
  readonly counts: { hits: number; misses: number };
}

export interface EntityCacheOptions<Context> {
  /** Of keys and entities, as JSON; parsed they take some three times that. */
  readonly maxBytes: number;
  readonly defaults: PolicyDefaults;
  /** Whose entities a viewer may be given: viewers of one class see the same of what is PUBLIC. */
  readonly viewerClass: (context: Context) => string;
  readonly clock: Clock;
}

interface Entry {
  readonly key: string;
  readonly entity: Json | null;
  readonly isPlain: boolean;
  readonly bytes: number;
  readonly tags: readonly string[];
  freshUntilMs: number;
  readonly errorUntilMs: number;
  /** What its subgraph said of staleness beside the defaults: more of Cache-Control. */
  readonly staleDirectives: string;
}

/**
 * What subgraphs answered of entities, by subgraph, selection and representation: after one article has changed, only that
 * one is asked for again. Entities are kept as they were parsed, and nobody writes to them. PRIVATE ones are not kept.
 */
export function createEntityCache<Context>(options: EntityCacheOptions<Context>): EntityCache<Context> {
  const { maxBytes, defaults, viewerClass, clock } = options;
  const purges = createPurgeLog();
  const index = createTagIndex<Entry>();
  const counts = { hits: 0, misses: 0 };
  const entries = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    maxEntrySize: Math.ceil(maxBytes / 16),
    sizeCalculation: ({ bytes }) => bytes,
    dispose: (entry) => index.remove(entry, entry.tags),
  });

  return {
    open({ subgraph, text, variables, tag }, context) {
      const prefix = JSON.stringify([viewerClass(context), subgraph, text, variables]);
      const mark = purges.mark();
      const askedAtMs = clock();
      return {
        find(key) {
          const entry = entries.get(prefix + key);
          const leftMs = entry ? entry.freshUntilMs - clock() : 0;
          if (!entry || leftMs <= 0) {
            counts.misses++;
            return undefined;
          }
          counts.hits++;
          const { entity, isPlain } = entry;
          return {
            entity,
            isPlain,
            cacheControl: `public, max-age=${Math.floor(leftMs / 1_000)}${entry.staleDirectives}`,
          };
        },
        findStale(key) {
          const entry = entries.get(prefix + key);
          return entry && clock() < entry.errorUntilMs ? entry.entity : undefined;
        },
        keep(key, representation, entity, carrier) {
          keepEntity({ key: prefix + key, representation, entity, ...carrier, tag, mark, askedAtMs });
        },
      };
    },
    purge(tags) {
      purges.record(tags);
      const bearers = new Set(tags.flatMap((tag) => index.bearersOf(tag)));
      for (const { key } of bearers) entries.delete(key);
      return bearers.size;
    },
    purgeAll() {
      purges.recordAll();
      const { size } = entries;
      entries.clear();
      return size;
    },
    expireAll() {
      purges.recordAll();
      const nowMs = clock();
      for (const entry of entries.values()) entry.freshUntilMs = Math.min(entry.freshUntilMs, nowMs);
      return entries.size;
    },
    get bytes() {
      return entries.calculatedSize;
    },
    counts,
  };

  interface Kept extends Carrier {
    readonly key: string;
    readonly representation: string;
    readonly entity: Json | null;
    readonly tag: TagEntity;
    readonly mark: PurgeMark;
    readonly askedAtMs: number;
  }

  function keepEntity({ key, representation, entity, cacheControl, isPlain, tag, mark, askedAtMs }: Kept): void {
    const policy = policyOf(cacheControl, defaults);
    if (policy === null || policy.scope === 'PRIVATE') return;
    const tags = new Set<string>();
    const isNamed = tag(representation, entity, (name) => tags.add(name));
    // What no tag names cannot be purged; what was purged since it was asked for may be older than the purge.
    if (!isNamed || purges.purgedSince(mark, tags)) return;
    const freshUntilMs = askedAtMs + policy.maxAgeSeconds * 1_000;
    const entry: Entry = {
      key,
      entity,
      isPlain,
      tags: [...tags],
      bytes: key.length + JSON.stringify(entity).length,
      freshUntilMs,
      errorUntilMs: freshUntilMs + (policy.staleIfErrorSeconds ?? 0) * 1_000,
      staleDirectives: staleDirectives(policy, defaults),
    };
    entries.set(key, entry);
    if (entries.peek(key) === entry) index.add(entry, entry.tags);
  }
}

/**
 * The cache as one graph uses it. A request may go on for a while on a graph that is served no more: what it brings is for
 * that graph alone.
 */
export function entitiesOfGraph<Context>(cache: EntityCache<Context>, graph: number): EntityCache<Context> {
  return {
    ...cache,
    open: (selection, context) => cache.open({ ...selection, text: `#${graph}\n${selection.text}` }, context),
    get bytes() {
      return cache.bytes;
    },
  };
}
