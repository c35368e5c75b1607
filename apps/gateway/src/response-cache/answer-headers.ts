import type { CachePolicy } from '../engine/engine-types.ts';
import type { CacheEntry, Representation } from './entry.ts';
import type { Outcome } from './outcome.ts';
import { surrogateKeyHeaders } from './surrogate-keys.ts';

/**
 * What an answer of ours depends on besides the request line and body: the coding, the media type (and with it the
 * status of a failed request), and who asks. Cookies and Origin play no part (the CORS layer adds Origin where it does).
 * It stands on every answer, also on private ones, for a cache may hold another answer of the same URL.
 */
export const varyOnRequest = 'Accept, Accept-Encoding, Authorization';

/** For answers that nobody may keep. */
export const neverKept = 'private, no-store';

/**
 * For answers that everybody may keep. `max-age` is the whole life of the answer, from when it was made: HTTP has caches
 * subtract `Age` from it themselves (RFC 9111, 4.2), so what is left is told by both together.
 */
export function publicCacheControl(policy: CachePolicy): string {
  const whileRevalidating = seconds(policy.staleWhileRevalidateSeconds);
  const ifError = seconds(policy.staleIfErrorSeconds);
  let text = `public, max-age=${seconds(policy.maxAgeSeconds)}`;
  if (whileRevalidating > 0) text += `, stale-while-revalidate=${whileRevalidating}`;
  if (ifError > 0) text += `, stale-if-error=${ifError}`;
  return text;
}

function seconds(count: number | undefined): number {
  return Math.max(0, Math.floor(count ?? 0));
}

/** How old what an answer shows may be, in whole seconds. */
export function ageSeconds(entry: CacheEntry, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - entry.storedAtMs) / 1000));
}

/**
 * All headers of a kept answer. The object may be shared by the hits of one second: do not change it.
 *
 * Answers for the signed-in are `private, no-store` though the gateway itself keeps them: a cache outside does not know
 * who is of which class. So are answers with more tags than a header can hold.
 */
export function answerHeaders(
  entry: CacheEntry,
  representation: Representation,
  contentType: string,
  nowMs: number,
  outcome: Outcome = 'HIT',
): Readonly<Record<string, string>> {
  const fields = hitHeaders(entry, representation, contentType, nowMs);
  if (outcome === 'HIT') return fields;
  const told: Record<string, string> = { ...fields, 'cache-status': cacheStatus(entry, nowMs, outcome) };
  // It may be stale though it is not old: nobody is to take it for fresh.
  if (outcome === 'STALE_IF_ERROR' && fields['cache-control'] !== neverKept)
    told['cache-control'] = publicCacheControl({ ...entry.policy, maxAgeSeconds: 0, staleWhileRevalidateSeconds: 0 });
  return told;
}

function hitHeaders(entry: CacheEntry, representation: Representation, contentType: string, nowMs: number) {
  const age = ageSeconds(entry, nowMs);
  const last = representation.headers;
  if (last !== null && last.ageSeconds === age && last.contentType === contentType) return last.fields;
  const fields: Record<string, string> = {
    'content-type': contentType,
    'content-length': String(representation.bytes.length),
    etag: representation.etag,
    age: String(age),
    'cache-control': neverKept,
    'cache-status': cacheStatus(entry, nowMs, 'HIT'),
    vary: varyOnRequest,
  };
  if (representation.coding !== 'identity') fields['content-encoding'] = representation.coding;
  const keys = entry.isForEverybody ? surrogateKeyHeaders(entry.tags) : null;
  if (keys !== null) {
    fields['cache-control'] = publicCacheControl(entry.policy);
    if (entry.tags.length > 0) Object.assign(fields, keys);
  }
  representation.headers = { ageSeconds: age, contentType, fields };
  return fields;
}

/** RFC 9211. A `ttl` below zero tells of a stale answer. */
export function cacheStatus(entry: CacheEntry, nowMs: number, outcome: Outcome): string {
  const ttl = `ttl=${Math.ceil((entry.freshUntilMs - nowMs) / 1000)}`;
  switch (outcome) {
    case 'MISS':
      return `dateline; fwd=miss; stored; ${ttl}`;
    case 'SHARED':
      return `dateline; fwd=miss; collapsed; stored; ${ttl}`;
    case 'STALE_IF_ERROR':
      return `dateline; hit; ${ttl}; detail=stale-if-error`;
    default:
      return `dateline; hit; ${ttl}`;
  }
}
