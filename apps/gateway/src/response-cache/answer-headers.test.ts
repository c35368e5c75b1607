import { describe, expect, it } from 'vitest';
import { answerHeaders, publicCacheControl, varyOnRequest } from './answer-headers.ts';
import { createEntry, createRepresentation } from './entry.ts';
import { namesEtag } from './etag-match.ts';
import { surrogateKey, surrogateKeyHeaders } from './surrogate-keys.ts';
import { forAll } from './test/made-answers.ts';

const json = 'application/json; charset=utf-8';
const policy = { ...forAll, staleWhileRevalidateSeconds: 5, staleIfErrorSeconds: 60 };

function entryOf(parts: Partial<Parameters<typeof createEntry>[0]> = {}) {
  return createEntry({
    key: 'k',
    operation: { key: 'o', scope: 'PUBLIC' },
    scope: 'PUBLIC',
    viewerKey: 'v',
    isAnonymous: true,
    status: 200,
    body: Buffer.from('{"data":1}'),
    policy,
    tags: ['Article:1', 'list'],
    storedAtMs: 1_000,
    ...parts,
  });
}

describe('answerHeaders', () => {
  it('lets everybody keep what was made for the anonymous', () => {
    const entry = entryOf();
    expect(answerHeaders(entry, entry.identity, json, 3_999)).toEqual({
      'content-type': json,
      'content-length': '10',
      etag: entry.identity.etag,
      age: '2',
      'cache-control': 'public, max-age=10, stale-while-revalidate=5, stale-if-error=60',
      'cache-status': 'dateline; hit; ttl=8',
      vary: 'Accept, Accept-Encoding, Authorization',
      'cache-tag': 'Article:1,list',
      'surrogate-key': 'Article:1 list',
    });
  });

  it.each([
    ['of a signed-in class', { isAnonymous: false }],
    ['of one viewer', { scope: 'PRIVATE' as const, isAnonymous: false }],
    ['of the anonymous, that is PRIVATE', { scope: 'PRIVATE' as const }],
    ['with more tags than a header holds', { tags: Array.from({ length: 500 }, (_, index) => `Article:${index}`) }],
  ])('lets nobody outside keep an answer %s', (_whose, parts) => {
    const entry = entryOf(parts);
    const headers = answerHeaders(entry, entry.identity, json, 1_000);
    expect(headers).toMatchObject({ 'cache-control': 'private, no-store', vary: varyOnRequest });
    expect(Object.keys(headers)).not.toContain('cache-tag');
    expect(Object.keys(headers)).not.toContain('surrogate-key');
  });

  it('makes them once a second for each coding and media type', () => {
    const entry = entryOf();
    const first = answerHeaders(entry, entry.identity, json, 1_500);
    expect(answerHeaders(entry, entry.identity, json, 1_999)).toBe(first);
    expect(answerHeaders(entry, entry.identity, json, 2_000)['age']).toBe('1');
    expect(answerHeaders(entry, entry.identity, 'text/plain', 2_000)['content-type']).toBe('text/plain');
    const br = createRepresentation(entry, 'br', Buffer.from('brotli'));
    expect(answerHeaders(entry, br, json, 2_000)).toMatchObject({ 'content-encoding': 'br', 'content-length': '6' });
  });

  it('says how the answer came about, and when it is stale', () => {
    const entry = entryOf();
    const status = (nowMs: number, outcome: 'HIT' | 'MISS' | 'SHARED' | 'STALE' | 'STALE_IF_ERROR') =>
      answerHeaders(entry, entry.identity, json, nowMs, outcome)['cache-status'];
    expect(status(1_000, 'HIT')).toBe('dateline; hit; ttl=10');
    expect(status(1_000, 'MISS')).toBe('dateline; fwd=miss; stored; ttl=10');
    expect(status(1_000, 'SHARED')).toBe('dateline; fwd=miss; collapsed; stored; ttl=10');
    expect(status(13_000, 'STALE')).toBe('dateline; hit; ttl=-2');
    expect(status(13_000, 'STALE_IF_ERROR')).toBe('dateline; hit; ttl=-2; detail=stale-if-error');
  });

  it('gives nobody as fresh what is served because nothing better could be had', () => {
    const control = (parts: Parameters<typeof entryOf>[0]) => {
      const entry = entryOf(parts);
      return answerHeaders(entry, entry.identity, json, 1_000, 'STALE_IF_ERROR')['cache-control'];
    };
    expect(control({})).toBe('public, max-age=0, stale-if-error=60');
    expect(control({ isAnonymous: false })).toBe('private, no-store');
  });

  it('names only ages that there are, in whole seconds', () => {
    expect(publicCacheControl({ scope: 'PUBLIC', maxAgeSeconds: 1.9 })).toBe('public, max-age=1');
    expect(publicCacheControl({ ...forAll, staleWhileRevalidateSeconds: 0 })).toBe('public, max-age=10');
  });
});

describe('entity tags', () => {
  it('are strong, the same for the same bytes, and others for other bytes and codings', () => {
    const etag = entryOf().identity.etag;
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(entryOf({ key: 'other' }).identity.etag).toBe(etag);
    expect(entryOf({ body: Buffer.from('{"data":2}') }).identity.etag).not.toBe(etag);
    expect(createRepresentation(entryOf(), 'gzip', Buffer.alloc(1)).etag).toBe(`${etag.slice(0, -1)}-gzip"`);
  });

  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['"b" ,W/"a"  , "c"', true],
    ['*', true],
    [' * ', true],
    ['"b,a"', false],
    ['"a', false],
    ['a', false],
    ['w/"a"', false],
    ['"b" "a"', false],
    ['"a" x', false],
    ['', false],
    ['"A"', false],
    ['"b", *', false],
    [undefined, false],
  ])('are named by If-None-Match: %j is %j', (header, named) => {
    expect(namesEtag(header, '"a"')).toBe(named);
  });

  it('are looked for in a long header in no time', () => {
    const start = performance.now();
    expect(namesEtag(`${'"x" '.repeat(4_000)}"a"`, '"a"')).toBe(false);
    expect(namesEtag(`${'"x", '.repeat(4_000)}"a"`, '"a"')).toBe(true);
    expect(namesEtag(' '.repeat(16_000), '"a"')).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('surrogate keys', () => {
  it('are made of what both CDNs take, and differ where the tags do', () => {
    const tags = ['Article:1', 'Article:1,2', 'Article:1 2', 'a%2Cb', 'a,b', 'é', "it's(*)!", 'a\r\nb', ''];
    const keys = tags.map(surrogateKey);
    expect(keys[0]).toBe('Article:1');
    expect(new Set(keys).size).toBe(tags.length);
    for (const key of keys) expect(key).toMatch(/^[\w.~:%-]*$/);
  });

  it('fit the header just up to its bound', () => {
    const tag = 'x'.repeat(99);
    expect(surrogateKeyHeaders(Array(40).fill(tag))).not.toBeNull();
    expect(surrogateKeyHeaders(Array(41).fill(tag))).toBeNull();
    expect(surrogateKeyHeaders(['x'.repeat(1_024)])).not.toBeNull();
    expect(surrogateKeyHeaders(['x'.repeat(1_025)])).toBeNull();
  });
});
