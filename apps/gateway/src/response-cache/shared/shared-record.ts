import { hash } from 'node:crypto';
import { z } from 'zod';
import type { CachePolicy } from '../../engine/engine-types.ts';
import type { CacheEntry } from '../entry.ts';
import type { SharedAnswer } from './shared-answers.ts';

/** An answer as it stands in Redis, but for its key and marks. */
export interface SharedRecord {
  readonly meta: string;
  /** JSON: the tags under the names that they have in Redis, the operation's own among them. */
  readonly tags: string;
  readonly body: Buffer;
}

const seconds = z.number().min(0).max(31_536_000);
const metaSchema = z.object({
  status: z.literal(200),
  bytes: z.int().min(0),
  maxAge: seconds,
  staleWhileRevalidate: seconds.optional(),
  staleIfError: seconds.optional(),
});
const tagsSchema = z.array(z.string());

/** Tags of answers, apart from what else Redis remembers. Half a character has no bytes: it becomes U+FFFD everywhere. */
export function sharedTag(tag: string): string {
  return `t:${tag.toWellFormed()}`;
}

/** The tag again; null when it is one of ours. */
export function tagOfShared(tag: string): string | null {
  return tag.startsWith('t:') ? tag.slice(2) : null;
}

/** What every shared answer of an operation bears, so that all can be forgotten. */
export function operationTag(operation: string): string {
  return `o:${hash('sha256', operation, 'base64url')}`;
}

export function toRecord(operation: string, entry: CacheEntry): SharedRecord {
  const { maxAgeSeconds, staleWhileRevalidateSeconds, staleIfErrorSeconds } = entry.policy;
  const meta: z.infer<typeof metaSchema> = {
    status: 200,
    bytes: entry.identity.bytes.length,
    maxAge: maxAgeSeconds,
    staleWhileRevalidate: staleWhileRevalidateSeconds,
    staleIfError: staleIfErrorSeconds,
  };
  const tags = [operationTag(operation), ...entry.tags.map(sharedTag)];
  return { meta: JSON.stringify(meta), tags: JSON.stringify(tags), body: entry.identity.bytes };
}

/** How long a record may be of use, in ms from when its making began. */
export function lifetimeMs(policy: CachePolicy): number {
  const stale = Math.max(policy.staleWhileRevalidateSeconds ?? 0, policy.staleIfErrorSeconds ?? 0);
  return (policy.maxAgeSeconds + stale) * 1000;
}

/** Null when it is not what `toRecord` writes: Redis is a door like any other. */
export function parseRecord(meta: Buffer, tags: Buffer, body: Buffer, msToLive: number): SharedAnswer | null {
  const about = metaSchema.safeParse(parseJson(meta));
  const names = tagsSchema.safeParse(parseJson(tags));
  if (!about.success || !names.success || about.data.bytes !== body.length || !(msToLive > 0)) return null;
  const { status, maxAge, staleWhileRevalidate, staleIfError } = about.data;
  const policy: CachePolicy = {
    scope: 'PUBLIC',
    maxAgeSeconds: maxAge,
    ...(staleWhileRevalidate !== undefined && { staleWhileRevalidateSeconds: staleWhileRevalidate }),
    ...(staleIfError !== undefined && { staleIfErrorSeconds: staleIfError }),
  };
  const known = names.data.map(tagOfShared).filter((tag) => tag !== null);
  return { status, body, policy, tags: known, ageMs: Math.max(0, lifetimeMs(policy) - msToLive) };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
