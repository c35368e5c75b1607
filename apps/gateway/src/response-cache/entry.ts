import { hash } from 'node:crypto';
import type { CachePolicy } from '../engine/engine-types.ts';
import type { Operation } from './operation-scopes.ts';

export type ContentCoding = 'identity' | 'gzip' | 'br';

/** One form in which an answer can be sent. */
export interface Representation {
  readonly coding: ContentCoding;
  readonly bytes: Buffer;
  /** Strong: other bytes, or another coding, have another one. With its quotes. */
  readonly etag: string;
  /** The headers made last, and what they were made for: they change once a second. */
  headers: {
    readonly ageSeconds: number;
    readonly contentType: string;
    readonly fields: Record<string, string>;
  } | null;
}

/** A kept answer. Times are of the cache's own clock. Only the store changes it. */
export interface CacheEntry {
  readonly key: string;
  readonly operation: Operation;
  /** What the document calls it; for logs and metrics. */
  readonly name: string | undefined;
  /** Whom it may be served to: PUBLIC to the viewer class in the key, PRIVATE to the viewer in the key. */
  readonly scope: 'PUBLIC' | 'PRIVATE';
  /** The class or the viewer in the key. */
  readonly viewerKey: string;
  /** PUBLIC, and made for the anonymous: caches outside the house may keep it too. */
  readonly isForEverybody: boolean;
  readonly status: number;
  readonly policy: CachePolicy;
  readonly tags: readonly string[];
  /** When its making began: what it shows is at least so fresh, and never fresher than its age says. */
  readonly storedAtMs: number;
  readonly freshUntilMs: number;
  /** Until then it may be served while a fresh one is fetched. */
  readonly revalidateUntilMs: number;
  /** Until then it may be served when no fresh one can be had. */
  readonly errorUntilMs: number;
  readonly identity: Representation;
  gzip: Representation | null;
  br: Representation | null;
  codings: 'none' | 'being made' | 'made';
  /** The raw requests that are known to lead here. */
  readonly aliases: string[];
}

export interface EntryParts {
  readonly key: string;
  readonly operation: Operation;
  readonly name?: string | undefined;
  readonly scope: 'PUBLIC' | 'PRIVATE';
  readonly viewerKey: string;
  readonly isAnonymous: boolean;
  readonly status: number;
  readonly body: Buffer;
  readonly policy: CachePolicy;
  readonly tags: readonly string[];
  readonly storedAtMs: number;
}

export function createEntry(parts: EntryParts): CacheEntry {
  const { policy, storedAtMs } = parts;
  const freshUntilMs = storedAtMs + policy.maxAgeSeconds * 1000;
  return {
    key: parts.key,
    operation: parts.operation,
    name: parts.name,
    scope: parts.scope,
    viewerKey: parts.viewerKey,
    isForEverybody: parts.scope === 'PUBLIC' && parts.isAnonymous,
    status: parts.status,
    policy,
    tags: parts.tags,
    storedAtMs,
    freshUntilMs,
    revalidateUntilMs: freshUntilMs + (policy.staleWhileRevalidateSeconds ?? 0) * 1000,
    errorUntilMs: freshUntilMs + (policy.staleIfErrorSeconds ?? 0) * 1000,
    identity: {
      coding: 'identity',
      bytes: parts.body,
      etag: `"${hash('sha256', parts.body, 'base64url')}"`,
      headers: null,
    },
    gzip: null,
    br: null,
    codings: 'none',
    aliases: [],
  };
}

/** The same answer in another coding. */
export function createRepresentation(entry: CacheEntry, coding: ContentCoding, bytes: Buffer): Representation {
  return { coding, bytes, etag: `${entry.identity.etag.slice(0, -1)}-${coding}"`, headers: null };
}

/** What a text takes in memory, at most. */
export function textBytes(text: string): number {
  return text.length * 2;
}

/** Objects, places in maps and headers of an entry. With it the count is a little above what a full cache was measured to take. */
const entryOverheadBytes = 2_048;
/** A place in the index, with a set of its own when no other entry has the tag. */
const tagOverheadBytes = 384;
const aliasOverheadBytes = 160;

/** What an entry takes in memory with all that is kept for it: never less than it does. */
export function entryBytes(entry: CacheEntry): number {
  let bytes = entryOverheadBytes + textBytes(entry.key) + entry.identity.bytes.length;
  bytes += (entry.gzip?.bytes.length ?? 0) + (entry.br?.bytes.length ?? 0);
  // Twice: in the entry, and in the headers for a CDN, or as the index's own copy.
  for (const tag of entry.tags) bytes += 2 * textBytes(tag) + tagOverheadBytes;
  for (const alias of entry.aliases) bytes += textBytes(alias) + aliasOverheadBytes;
  return bytes;
}
