import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onlyCode, startWholeHouse } from './test-gateway.ts';

const plain = { accept: 'application/json' };
const own = { accept: 'application/graphql-response+json' };

describe('GraphQL over HTTP', () => {
  let house: Awaited<ReturnType<typeof startWholeHouse>>;
  beforeAll(async () => {
    house = await startWholeHouse();
  });
  afterAll(() => house.close());

  const audits = serverAudits({ url: () => `${house.gateway.origin}/graphql` });

  it('is audited by all 61', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits)('$id $name', async ({ fn }) => {
    const result = await fn();
    expect(result.status, result.status === 'ok' ? '' : result.reason).toBe('ok');
  });

  it.each<[string, string, string, object?]>([
    ['does not parse', 'GRAPHQL_PARSE_FAILED', '{'],
    ['is not valid', 'GRAPHQL_VALIDATION_FAILED', '{ nothing }'],
    ['has variables that do not fit', 'BAD_USER_INPUT', 'query($id: ID!) { article(id: $id) { id } }'],
    ['breaks a limit', 'TOO_COSTLY', '{ articles(first: 100000) { nodes { id } } }'],
    [
      'names no operation',
      'OPERATION_RESOLUTION_FAILURE',
      'query A { sections { slug } } query B { sections { slug } }',
    ],
  ])(
    'refuses what %s with its code, and fetches nothing: 400 in its own type, 200 in plain JSON',
    async (_, code, query) => {
      const before = house.articles.received.length;
      const [refused, plainly] = [await house.gateway.ask(query, {}, own), await house.gateway.ask(query, {}, plain)];
      expect([refused.status, onlyCode(refused), refused.data]).toEqual([400, code, undefined]);
      expect([plainly.status, onlyCode(plainly), plainly.data]).toEqual([200, code, undefined]);
      expect(refused.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
      expect(plainly.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(house.articles.received.length).toBe(before);
    },
  );

  it('answers partial data with 200 in both types', async () => {
    for (const headers of [own, plain]) {
      const { status, data, errors } = await house.gateway.ask('{ article(id: "boom") { id } }', {}, headers);
      expect([status, data, errors?.length]).toEqual([200, { article: null }, 1]);
    }
  });

  it.each([
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['application/json, application/graphql-response+json', 'application/graphql-response+json'],
    ['application/json, application/graphql-response+json;q=0.9', 'application/json'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
    ['application/graphql-response+json;q=0, */*', 'application/json'],
    ['text/html, */*;q=0.1', 'application/json'],
  ])('to Accept: %s answers %s', async (accept, type) => {
    const { headers } = await house.gateway.ask('{ __typename }', {}, { accept });
    expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(headers.get('vary')).toBe('accept, accept-encoding, authorization');
  });

  it('says 406 to who takes neither type', async () => {
    for (const accept of ['text/html', 'application/json;q=0', 'image/png, text/*']) {
      const { status, errors } = await house.gateway.ask('{ __typename }', {}, { accept });
      expect([status, errors?.[0]?.extensions['code']]).toEqual([406, 'BAD_REQUEST']);
    }
  });

  describe('packs answers', () => {
    const long = '{ __schema { types { name description fields { name description } } } }';
    const raw = (query: string, coding: string) =>
      fetch(`${house.gateway.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-encoding': coding },
        body: JSON.stringify({ query }),
      });

    it.each([
      ['gzip', 'gzip'],
      ['br', 'br'],
      ['gzip, deflate, br, zstd', 'gzip'],
      ['gzip;q=0, br;q=0.5', 'br'],
      ['gzip;q=0', null],
      ['deflate', null],
      ['identity', null],
    ])('for Accept-Encoding: %s by %s, and it is the same answer', async (accepted, coding) => {
      const answer = await raw(long, accepted);
      expect(answer.headers.get('content-encoding')).toBe(coding);
      const length = Number(answer.headers.get('content-length'));
      const text = await answer.text();
      expect(text).toBe(await (await raw(long, 'identity')).text());
      if (coding) expect(length).toBeLessThan(text.length / 3);
    });

    it('from 1,024 bytes on: below that packing costs more than it saves', async () => {
      const aliased = (bytes: number) => {
        const frame = '{"data":{"":"Query"}}'.length;
        return `{ ${'a'.repeat(bytes - frame)}: __typename }`;
      };
      const under = await raw(aliased(1_023), 'gzip');
      const over = await raw(aliased(1_024), 'gzip');
      expect([(await under.text()).length, under.headers.get('content-encoding')]).toEqual([1_023, null]);
      expect([(await over.text()).length, over.headers.get('content-encoding')]).toEqual([1_024, 'gzip']);
    });
  });
});
