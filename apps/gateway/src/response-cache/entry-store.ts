import { LRUCache } from 'lru-cache';
import { type CacheEntry, entryBytes, type Representation, textBytes } from './entry.ts';
import { createTagIndex } from './tag-index.ts';

/** More ways of writing the same request than these push each other out. */
const maxAliases = 8;
/** A raw request with more characters is not remembered. */
const maxAliasLength = 32_768;

export interface StoreLimits {
  readonly maxBytes: number;
  /** An entry with more is not kept: it would push out too many others. */
  readonly maxEntryBytes: number;
}

/** Entries by key, by raw request and by tag; bounded by bytes, the longest unused go first. */
export interface EntryStore {
  /** However old it is: freshness is the caller's to judge. */
  find(key: string): CacheEntry | undefined;
  /** The entry that a raw request led to before. As above. */
  findByAlias(viewerKey: string, text: string): CacheEntry | undefined;
  /** False when the entry is too large. The one that stood there is gone in either case. */
  put(entry: CacheEntry): boolean;
  /** Remembers a raw request of the entry's own viewers. */
  alias(entry: CacheEntry, text: string): void;
  addCodings(entry: CacheEntry, gzip: Representation | null, br: Representation | null): void;
  remove(entry: CacheEntry): void;
  /** Returns how many entries went. */
  purge(tags: Iterable<string>): number;
  clear(): number;
  readonly bytes: number;
  readonly count: number;
  readonly tagCount: number;
  readonly aliasCount: number;
}

/** lru-cache takes a new size only with a new value, so entries are held by a thin one. */
interface Held {
  readonly entry: CacheEntry;
}

export function createEntryStore(limits: StoreLimits): EntryStore {
  const tags = createTagIndex<CacheEntry>();
  const aliases = new Map<string, Map<string, CacheEntry>>();
  const held = new LRUCache<string, Held>({
    maxSize: limits.maxBytes,
    maxEntrySize: limits.maxEntryBytes,
    // Only `weighAnew` sets over what stands there, and the entry stays.
    noDisposeOnSet: true,
    dispose: ({ entry }) => {
      tags.remove(entry, entry.tags);
      for (const text of entry.aliases) forgetAlias(entry, text);
      entry.aliases.length = 0;
    },
  });

  function forgetAlias(entry: CacheEntry, text: string): void {
    const ofViewer = aliases.get(entry.viewerKey);
    if (ofViewer?.get(text) !== entry) return;
    ofViewer.delete(text);
    if (ofViewer.size === 0) aliases.delete(entry.viewerKey);
  }

  /** What was learned of the operation since may forbid to serve it. */
  function current(entry: CacheEntry | undefined): CacheEntry | undefined {
    return entry !== undefined && entry.scope === entry.operation.scope ? entry : undefined;
  }

  function isHeld(entry: CacheEntry): boolean {
    return held.peek(entry.key)?.entry === entry;
  }

  function weighAnew(entry: CacheEntry): void {
    held.set(entry.key, { entry }, { size: entryBytes(entry) });
  }

  return {
    find: (key) => current(held.get(key)?.entry),
    findByAlias(viewerKey, text) {
      const entry = current(aliases.get(viewerKey)?.get(text));
      // For its place among the lately used.
      if (entry) held.get(entry.key);
      return entry;
    },
    put(entry) {
      held.delete(entry.key);
      const size = entryBytes(entry);
      if (size > limits.maxEntryBytes) return false;
      tags.add(entry, entry.tags);
      held.set(entry.key, { entry }, { size });
      return true;
    },
    alias(entry, text) {
      if (!isHeld(entry) || text.length > maxAliasLength || entry.aliases.includes(text)) return;
      if (entryBytes(entry) + textBytes(text) + 512 > limits.maxEntryBytes) return;
      if (entry.aliases.length >= maxAliases) forgetAlias(entry, entry.aliases.shift() ?? '');
      const ofViewer = aliases.get(entry.viewerKey) ?? new Map<string, CacheEntry>();
      const other = ofViewer.get(text);
      // It weighs too much from now on, until it is weighed again.
      if (other) other.aliases.splice(other.aliases.indexOf(text), 1);
      aliases.set(entry.viewerKey, ofViewer.set(text, entry));
      entry.aliases.push(text);
      weighAnew(entry);
    },
    addCodings(entry, gzip, br) {
      entry.codings = 'made';
      const bytes = (gzip?.bytes.length ?? 0) + (br?.bytes.length ?? 0);
      if (!isHeld(entry) || entryBytes(entry) + bytes > limits.maxEntryBytes) return;
      entry.gzip = gzip;
      entry.br = br;
      weighAnew(entry);
    },
    remove(entry) {
      if (isHeld(entry)) held.delete(entry.key);
    },
    purge(purged) {
      let count = 0;
      for (const tag of purged) {
        for (const entry of tags.bearersOf(tag)) if (held.delete(entry.key)) count++;
      }
      return count;
    },
    clear() {
      const count = held.size;
      held.clear();
      return count;
    },
    get bytes() {
      return held.calculatedSize;
    },
    get count() {
      return held.size;
    },
    get tagCount() {
      return tags.tagCount;
    },
    get aliasCount() {
      let count = 0;
      for (const ofViewer of aliases.values()) count += ofViewer.size;
      return count;
    },
  };
}
