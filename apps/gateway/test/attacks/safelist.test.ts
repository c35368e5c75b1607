import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure, isLong } from '../figures.ts';
import { onlyCode } from '../test-gateway.ts';
import {
  listedQuery,
  partnerKey,
  type SafelistHouse,
  sha256,
  startSafelistHouse,
  unlistedQuery,
} from './safelist-house.ts';

const withKey = { 'x-api-key': partnerKey };
const variables = { id: 'a1' };
const search = (fields: Readonly<Record<string, string>>) => `/graphql?${new URLSearchParams(fields)}`;
const runs = isLong ? 5_000 : 300;

/** A21: with the safelist on, a stranger is answered what is listed, and nothing else. */
describe('the safelist', () => {
  let house: SafelistHouse;
  beforeAll(async () => {
    house = await startSafelistHouse();
  });
  afterAll(() => house.close());

  const refusedCode = 'DOCUMENT_NOT_LISTED';
  const ask = (body: object, headers: Record<string, string> = {}) => house.gateway.post(JSON.stringify(body), headers);
  const get = (fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) =>
    house.gateway.get(search(fields), { accept: 'application/graphql-response+json', ...headers });

  it('answers a listed document by its id, by its hash and by its text, over GET and POST', async () => {
    const data = { article: { id: 'a1', headline: 'Headline a1' } };
    const persistedQuery = { version: 1, sha256Hash: sha256(listedQuery) };
    const byId = [{ documentId: 'headline' }, { documentId: `sha256:${sha256(listedQuery)}` }];
    const ways = [...byId, { extensions: { persistedQuery } }, { query: listedQuery }];
    for (const way of ways) {
      expect(await ask({ ...way, variables })).toMatchObject({ status: 200, data });
      const fields = Object.fromEntries(
        Object.entries({ ...way, variables }).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      );
      expect(await get(fields)).toMatchObject({ status: 200, data });
    }
    // The same text, written in another way in JSON.
    const escaped = JSON.stringify({ query: listedQuery, variables }).replaceAll('article', '\\u0061rticle');
    expect(await house.gateway.post(escaped)).toMatchObject({ status: 200, data });
  });

  it('refuses everything else: text, hash, introspection, another operation’s name, over GET and POST', async () => {
    const before = house.received();
    const unlisted = [unlistedQuery, '{ __typename }', '{ __schema { types { name } } }', `${listedQuery} `];
    for (const query of unlisted) {
      const persistedQuery = { version: 1, sha256Hash: sha256(query) };
      for (const body of [{ query }, { query, extensions: { persistedQuery } }, { extensions: { persistedQuery } }]) {
        expect([(await ask(body)).status, onlyCode(await ask(body))]).toEqual([403, refusedCode]);
      }
      const [byText, byHash] = [await get({ query }), await get({ extensions: JSON.stringify({ persistedQuery }) })];
      expect([byText.status, onlyCode(byText), byHash.status, onlyCode(byHash)]).toEqual([
        403,
        refusedCode,
        403,
        refusedCode,
      ]);
      expect(byText.headers.get('cache-control')).toBe('private, no-store');
    }
    const other = await ask({ query: listedQuery, variables, operationName: 'Other' });
    expect([other.status, onlyCode(other)]).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
    const both = await ask({ query: unlistedQuery, documentId: 'headline', variables });
    expect([both.status, onlyCode(both)]).toEqual([400, 'BAD_REQUEST']);
    const unknown = await ask({ documentId: 'nothing' });
    expect([unknown.status, onlyCode(unknown)]).toEqual([400, 'PERSISTED_DOCUMENT_NOT_FOUND']);
    expect(house.received()).toBe(before);
  });

  it('refuses whatever somebody has made of a listed text, all of it, and asks no subgraph', async () => {
    const noise = fc.constantFrom(' ', '\n', ',', '\t', '\r', '#x\n', '\uFEFF', '"', '\u0000', '\u200b', 'a', '…');
    const changed = fc.oneof(
      fc
        .tuple(fc.nat(listedQuery.length), fc.array(noise, { minLength: 1, maxLength: 4 }))
        .map(([at, more]) => listedQuery.slice(0, at) + more.join('') + listedQuery.slice(at)),
      fc.tuple(fc.nat(listedQuery.length - 1), fc.nat(3)).map(([at, count]) => {
        const end = at + count + 1;
        return listedQuery.slice(0, at) + listedQuery.slice(end);
      }),
      fc.constantFrom(
        listedQuery.replace('headline', 'headline body { id }'),
        listedQuery.replace('Headline', 'headline'),
        listedQuery.toUpperCase(),
        listedQuery.replaceAll('\n', '\r\n'),
        listedQuery.normalize('NFKD').replace('id', 'ｉｄ'),
        `${listedQuery}\nquery Other { sections { id } }`,
        `fragment F on Article { id } ${listedQuery}`,
      ),
    );
    const before = house.received();
    let [asked, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(changed, fc.boolean(), fc.boolean(), async (query, isGet, isNamed) => {
        fc.pre(query !== listedQuery);
        const operationName = isNamed ? { operationName: 'Headline' } : {};
        const answer = isGet
          ? await get({ query, ...operationName, variables: JSON.stringify(variables) })
          : await ask({ query, ...operationName, variables });
        asked++;
        // Nothing at all is no request.
        if (answer.status === 403 && onlyCode(answer) === refusedCode) refused++;
        expect([query, answer.status, onlyCode(answer)]).toEqual([query, 403, refusedCode]);
      }),
      { numRuns: runs },
    );
    figure('A21', `of ${asked} changed texts, not refused`, { seen: asked - refused, atMost: 0 });
    figure('A21', 'subgraph calls for them', { seen: house.received() - before, atMost: 0 });
  });

  it('answers who has a key whatever it asks, and gives a stranger nothing of it under the same text', async () => {
    const body = { query: unlistedQuery };
    const fields = { query: unlistedQuery };
    for (let time = 0; time < 3; time++) {
      const [posted, got] = [await ask(body, withKey), await get(fields, withKey)];
      expect([posted.data, got.data]).toEqual([
        { article: { headline: 'Headline a2' } },
        { article: { headline: 'Headline a2' } },
      ]);
      // Nor may any cache on the way keep it for strangers.
      expect([posted, got].map(({ headers }) => headers.get('cache-control'))).toEqual(
        Array(2).fill('private, no-store'),
      );
    }
    for (let time = 0; time < 3; time++) {
      expect([onlyCode(await ask(body)), onlyCode(await get(fields))]).toEqual([refusedCode, refusedCode]);
    }
    // What is listed is kept for all, whoever asked first.
    const listed = { documentId: 'headline', variables: JSON.stringify({ id: 'a3' }) };
    const first = await get(listed, withKey);
    const second = await get(listed);
    expect(second.text).toBe(first.text);
    // It tells of the key's limits: no cache between may give it to others.
    expect(first.headers.get('cache-control')).toMatch(/^private, max-age=/);
    expect(second.headers.get('cache-control')).toContain('public');
  });

  it('lets no stranger share what is under way for a key', async () => {
    const gate = Promise.withResolvers<void>();
    house.edition.hold = gate.promise;
    const query = '{ article(id: "a4") { headline } }';
    const before = house.received();
    const free = ask({ query }, withKey);
    await expect.poll(() => house.received()).toBe(before + 1);
    const stranger = await ask({ query });
    gate.resolve();
    house.edition.hold = null;
    expect([stranger.status, onlyCode(stranger)]).toEqual([403, refusedCode]);
    expect((await free).data).toEqual({ article: { headline: 'Headline a4' } });
  });

  it('registers no hash for strangers, and lets none use the hash that a key has registered', async () => {
    const query = '{ article(id: "a5") { headline } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
    expect(onlyCode(await ask({ query, extensions }))).toBe(refusedCode);
    expect(onlyCode(await ask({ extensions }, withKey))).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await ask({ query, extensions }, withKey)).data).toBeDefined();
    expect((await ask({ extensions }, withKey)).data).toEqual({ article: { headline: 'Headline a5' } });
    expect(onlyCode(await ask({ extensions }))).toBe(refusedCode);
  });

  it('a document that is listed no more is refused at once, its kept answer too', async () => {
    const extra = '{ article(id: "a6") { headline } }';
    house.list({ headline: listedQuery, extra });
    await house.gateway.reload();
    for (let time = 0; time < 2; time++) {
      expect((await get({ documentId: 'extra' })).data).toEqual({ article: { headline: 'Headline a6' } });
      expect((await get({ query: extra })).status).toBe(200);
    }
    house.list({ headline: listedQuery });
    await house.gateway.reload();
    expect(onlyCode(await get({ documentId: 'extra' }))).toBe('PERSISTED_DOCUMENT_NOT_FOUND');
    expect(onlyCode(await get({ query: extra }))).toBe(refusedCode);
    // A manifest that cannot be read changes nothing.
    house.list({ 'sha256:00': 'no hash' });
    await expect(house.gateway.reload()).rejects.toThrow(/not the hash/);
    expect((await get({ documentId: 'headline', variables: '{"id":"a1"}' })).status).toBe(200);
    house.list({ headline: listedQuery });
    await house.gateway.reload();
  });
});
