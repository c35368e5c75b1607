import { countedAddress } from '@dateline/service-kit/counted-address';
import type { Viewer } from '@dateline/service-kit/viewer';
import { Refusal } from '../errors/refusal.ts';
import type { DoorEvents } from '../telemetry/events.ts';
import type { RateSettings } from './admission-settings.ts';
import type { Client, ClientKey } from './client.ts';
import { oneOf } from './networks.ts';
import type { OperationSize } from './operation-sizes.ts';
import { createRateLimiter, type RateLimiter, type SharedCounters, windowSeconds } from './rate-limiter.ts';

/** Who asks, and what it is counted as. */
export interface Counted {
  readonly client: Client;
  readonly viewer: Viewer | null;
  readonly size: OperationSize;
  /** Asked for only where somebody counts it. */
  readonly cost: () => number;
}

/** What a client may know of its limits. Header fields as draft-ietf-httpapi-ratelimit-headers-10 has them. */
export type RateHeaders = Readonly<Record<string, string>>;

export interface RateLimits {
  /** Takes it from all limits that count it. The headers are for who has a key. @throws Refusal RATE_LIMITED, 429. */
  take(counted: Counted): Promise<RateHeaders | null>;
  /** Are there any for this client? */
  counts(client: Client): boolean;
}

interface Bucket {
  readonly by: 'address' | 'viewer' | 'client';
  readonly policy: string;
  readonly limiter: RateLimiter;
}

interface KeyBuckets {
  readonly requests: Bucket;
  readonly mutations: Bucket;
  readonly cost: Bucket;
}

export function createRateLimits(
  { perAddress, perViewer, mutations, exempt }: RateSettings,
  shared: SharedCounters | null,
  events: Pick<DoorEvents, 'rateLimited'>,
): RateLimits {
  const placeOf = rememberedPlaces(exempt);
  const bucket = (by: Bucket['by'], policy: string, max: number): Bucket | null =>
    max > 0 ? { by, policy, limiter: createRateLimiter({ name: policy, max, shared }) } : null;
  const ofAddress = {
    requests: bucket('address', 'address', perAddress),
    mutations: bucket('address', 'address-mutations', mutations),
  };
  const ofViewer = {
    requests: bucket('viewer', 'viewer', perViewer),
    mutations: bucket('viewer', 'viewer-mutations', mutations),
  };
  const ofKeys = new Map<string, { readonly key: ClientKey; readonly buckets: KeyBuckets }>();

  function bucketsOf(key: ClientKey): KeyBuckets {
    const known = ofKeys.get(key.name);
    if (known && isSameLimit(known.key, key)) return known.buckets;
    const make = (policy: string, max: number): Bucket => ({
      by: 'client',
      policy,
      limiter: createRateLimiter({ name: `${policy}:${key.name}`, max, shared }),
    });
    const buckets = {
      requests: make('key', key.perMinute),
      mutations: make('key-mutations', key.mutationsPerMinute),
      cost: make('key-cost', key.costPerMinute),
    };
    ofKeys.set(key.name, { key, buckets });
    return buckets;
  }

  return {
    counts: ({ address, key }) => key !== null || !placeOf(address).isExempt,
    async take({ client, viewer, size, cost }) {
      const { address, key } = client;
      const { isMutation, rootFields } = size;
      const taking: Promise<Outcome>[] = [];
      const take = (from: Bucket | null, who: string, amount: number) => {
        if (from) taking.push(takeFrom(from, who, amount));
      };
      if (key) {
        const buckets = bucketsOf(key);
        take(buckets.requests, key.name, rootFields);
        take(buckets.cost, key.name, Math.max(1, cost()));
        if (isMutation) take(buckets.mutations, key.name, rootFields);
      }
      const { isExempt, counted } = placeOf(address);
      if (!key && !isExempt) {
        take(ofAddress.requests, counted, rootFields);
        if (isMutation) take(ofAddress.mutations, counted, rootFields);
      }
      if (viewer && !isExempt) {
        take(ofViewer.requests, viewer.id, rootFields);
        if (isMutation) take(ofViewer.mutations, viewer.id, rootFields);
      }
      const outcomes = await Promise.all(taking);
      const refused = outcomes.filter(({ isWithin }) => !isWithin);
      if (refused.length > 0) {
        for (const { bucket } of refused) events.rateLimited(bucket.by);
        throw tooMany(refused);
      }
      return key ? rateHeaders(outcomes) : null;
    },
  };
}

interface Outcome {
  readonly bucket: Bucket;
  readonly isWithin: boolean;
  readonly remaining: number;
  readonly resetSeconds: number;
}

async function takeFrom(bucket: Bucket, who: string, amount: number): Promise<Outcome> {
  const { isWithin, remaining, msUntilReset } = await bucket.limiter.take(who, amount);
  return { bucket, isWithin, remaining, resetSeconds: Math.max(1, Math.ceil(msUntilReset / 1_000)) };
}

function tooMany(refused: readonly Outcome[]): Refusal {
  const retryAfterSeconds = Math.max(...refused.map(({ resetSeconds }) => resetSeconds));
  return new Refusal('RATE_LIMITED', {
    status: 429,
    headers: { 'retry-after': String(retryAfterSeconds), ...rateHeaders(refused) },
    more: { retryAfterSeconds },
  });
}

function rateHeaders(outcomes: readonly Outcome[]): RateHeaders {
  const of = (write: (outcome: Outcome) => string) => outcomes.map(write).join(', ');
  return {
    ratelimit: of(({ bucket, remaining, resetSeconds }) => `"${bucket.policy}";r=${remaining};t=${resetSeconds}`),
    'ratelimit-policy': of(({ bucket }) => `"${bucket.policy}";q=${bucket.limiter.max};w=${windowSeconds}`),
  };
}

const isSameLimit = (one: ClientKey, other: ClientKey): boolean =>
  one.perMinute === other.perMinute &&
  one.mutationsPerMinute === other.mutationsPerMinute &&
  one.costPerMinute === other.costPerMinute;

interface Place {
  /** Nobody there is counted, but by key. */
  readonly isExempt: boolean;
  readonly counted: string;
}

/** The same few addresses ask again and again. */
function rememberedPlaces(exempt: readonly string[]): (address: string) => Place {
  const isOne = oneOf(exempt);
  const known = new Map<string, Place>();
  return (address) => {
    const found = known.get(address);
    if (found) return found;
    if (known.size >= 10_000) known.clear();
    const place = { isExempt: isOne(address), counted: countedAddress(address) };
    known.set(address, place);
    return place;
  };
}
