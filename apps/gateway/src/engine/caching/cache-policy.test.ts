import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastPolicy, policyOf, staleDirectives } from './cache-policy.ts';

const defaults = { defaultMaxAgeSeconds: 0, staleWhileRevalidateSeconds: 30, staleIfErrorSeconds: 600 };
const policy = (maxAgeSeconds: number, scope: 'PUBLIC' | 'PRIVATE' = 'PUBLIC') => ({
  maxAgeSeconds,
  scope,
  staleWhileRevalidateSeconds: 30,
  staleIfErrorSeconds: 600,
});

describe('a Cache-Control header', () => {
  it.each<[string | undefined, ReturnType<typeof policy> | null]>([
    ['max-age=60', policy(60)],
    ['max-age=60, public', policy(60)],
    ['MAX-AGE=60,Private', policy(60, 'PRIVATE')],
    ['private="x-a", max-age=5', policy(5, 'PRIVATE')],
    ['s-maxage=9, max-age=60', policy(9)],
    ['max-age="60"', policy(60)],
    ['  max-age=60  ,', policy(60)],
    ['max-age=0', null],
    ['max-age=-1', null],
    ['max-age=1.5', null],
    ['max-age', null],
    ['max-age=60, no-store', null],
    ['max-age=60, no-cache', null],
    ['no-cache="set-cookie", max-age=60', null],
    ['public', null],
    ['', null],
    ['nonsense', null],
    [undefined, null],
  ])('%j is read as %j', (header, expected) => {
    expect(policyOf(header, defaults)).toEqual(expected);
  });

  it('that is not there is what the defaults say; one that says something else is not', () => {
    const kept = { ...defaults, defaultMaxAgeSeconds: 7 };
    expect(policyOf(undefined, kept)).toEqual(policy(7));
    for (const header of ['', 'public', 'private']) expect(policyOf(header, kept)).toBeNull();
  });

  it('has its own word on staleness', () => {
    const read = policyOf('max-age=60, stale-while-revalidate=1, stale-if-error=0', defaults);
    expect(read).toEqual({ ...policy(60), staleWhileRevalidateSeconds: 1, staleIfErrorSeconds: 0 });
  });
});

const header = fc.oneof(
  fc.constantFrom(undefined, 'no-store', 'private, max-age=5', 'max-age=0'),
  fc
    .record({ age: fc.nat(100), isPrivate: fc.boolean(), stale: fc.option(fc.nat(900)), error: fc.option(fc.nat(900)) })
    .map(({ age, isPrivate, stale, error }) =>
      [
        `max-age=${age}`,
        ...(isPrivate ? ['private'] : []),
        ...(stale === null ? [] : [`stale-while-revalidate=${stale}`]),
        ...(error === null ? [] : [`stale-if-error=${error}`]),
      ].join(', '),
    ),
);

describe('the policy of an answer that was made of several', () => {
  it('is none without any, and none where one of them is none', () => {
    expect(leastPolicy([], defaults)).toBeNull();
    fc.assert(
      fc.property(fc.array(header, { minLength: 1 }), (headers) => {
        const isKept = headers.every((one) => policyOf(one, defaults) !== null);
        expect(leastPolicy(headers, defaults) !== null).toBe(isKept);
      }),
    );
  });

  it('is the least of each, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(header, { minLength: 1, maxLength: 6 }), (headers) => {
        const least = leastPolicy(headers, defaults);
        expect(leastPolicy(headers.toReversed(), defaults)).toEqual(least);
        for (const one of headers.map((text) => policyOf(text, defaults))) {
          if (!least || !one) continue;
          expect(least.maxAgeSeconds).toBeLessThanOrEqual(one.maxAgeSeconds);
          if (one.scope === 'PRIVATE') expect(least.scope).toBe('PRIVATE');
          expect(least.staleIfErrorSeconds).toBeLessThanOrEqual(one.staleIfErrorSeconds ?? 0);
          expect(least.staleWhileRevalidateSeconds).toBeLessThanOrEqual(one.staleWhileRevalidateSeconds ?? 0);
        }
      }),
    );
  });

  it('is read again from what is written of it', () => {
    fc.assert(
      fc.property(header, (text) => {
        const read = policyOf(text, defaults);
        if (read === null) return;
        const written = `${read.scope === 'PRIVATE' ? 'private' : 'public'}, max-age=${read.maxAgeSeconds}${staleDirectives(read, defaults)}`;
        expect(policyOf(written, defaults)).toEqual(read);
      }),
    );
  });
});
