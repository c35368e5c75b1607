import { afterEach, describe, expect, it } from 'vitest';
import { type CachedHouse, startCachedHouse } from '../cached-house.ts';
import { figure } from '../figures.ts';
import { type GraphResponse, onlyCode } from '../test-gateway.ts';
import { partnerKey, type SafelistHouse, startSafelistHouse } from './safelist-house.ts';

/** A busy machine is another test's question. */
const counted = { RATE_LIMIT_EXEMPT: 'none', MAX_EVENT_LOOP_DELAY_MS: '0' };
const post = 'mutation($body: String!) { postComment(input: { articleId: "a1", body: $body }) { comment { id } } }';
const aliased = (count: number, from = 0) =>
  `{ ${Array.from({ length: count }, (_, at) => `c${at}: comment(id: "guess-${from + at}") { id }`).join(' ')} }`;

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const house of open.splice(0)) await house.close();
});

async function start(env: Record<string, string>): Promise<CachedHouse> {
  const house = await startCachedHouse({ ...counted, ...env });
  open.push(house);
  return house;
}

/** Until the first refusal: how many were answered, and what the refusal said. */
async function untilRefused(ask: (time: number) => Promise<GraphResponse>, most = 50) {
  for (let answered = 0; answered < most; answered++) {
    const answer = await ask(answered);
    if (answer.status === 429) return { answered, refusal: answer };
    expect(answer.status).toBe(200);
  }
  throw new Error(`${most} were answered`);
}

/** A12: many guesses in one request are as many as in many requests. */
describe('guessing', () => {
  it('by mutations ends after N in a minute, with 429 and the time to wait', async () => {
    const { gateway, subgraphs } = await start({ RATE_LIMIT_MUTATIONS: '5' });
    const { answered, refusal } = await untilRefused((time) => gateway.ask(post, { body: `guess ${time}` }));
    expect([answered, onlyCode(refusal)]).toEqual([5, 'RATE_LIMITED']);
    const wait = Number(refusal.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(refusal.errors?.[0]?.extensions['retryAfterSeconds']).toBe(wait);
    expect(refusal.headers.get('ratelimit')).toBe(`"address-mutations";r=0;t=${wait}`);
    expect(refusal.headers.get('ratelimit-policy')).toBe('"address-mutations";q=5;w=60');
    expect(refusal.headers.get('cache-control')).toBe('private, no-store');
    const writes = subgraphs.comments.received.length;
    figure('A12', 'guesses by mutation answered in a minute', { seen: answered, atMost: 5 });
    figure('A12', 'of these sent to a subgraph', { seen: writes, atMost: 5, atLeast: 5 });
    // Questions are counted by another bucket.
    expect((await gateway.ask('{ article(id: "a1") { id } }')).status).toBe(200);
  });

  it('in several fields of one mutation counts each of them', async () => {
    const { gateway } = await start({ RATE_LIMIT_MUTATIONS: '5', MAX_MUTATION_FIELDS: '10' });
    const fields = (count: number) =>
      `mutation { ${Array.from({ length: count }, (_, at) => `m${at}: postComment(input: { articleId: "a1", body: "b" }) { comment { id } }`).join(' ')} }`;
    expect((await gateway.ask(fields(3))).status).toBe(200);
    expect((await gateway.ask(fields(3))).status).toBe(429);
  });

  it('by 15 aliases in one request counts 15: as many fields are answered as if each were asked alone', async () => {
    const { gateway } = await start({ RATE_LIMIT_PER_ADDRESS: '60' });
    const { answered, refusal } = await untilRefused((time) => gateway.ask(aliased(15, time * 15)));
    expect([answered, onlyCode(refusal)]).toEqual([4, 'RATE_LIMITED']);
    figure('A12', 'guesses by 15 aliases a request answered in a minute', { seen: answered * 15, atMost: 60 });
    expect(refusal.headers.get('ratelimit-policy')).toBe('"address";q=60;w=60');
  });

  it('hidden in fragments, or behind an operation’s name, counts what is asked for', async () => {
    const { gateway } = await start({ RATE_LIMIT_PER_ADDRESS: '60' });
    const inFragments = (at: number) =>
      `query Small { __typename } query Big { ...F ...F } fragment F on Query { ${aliased(15, at).slice(1, -1)} }`;
    const body = (at: number) => JSON.stringify({ query: inFragments(at * 15), operationName: 'Big' });
    // What merges is counted as it was written: thirty.
    expect((await gateway.post(body(1))).status).not.toBe(429);
    expect((await gateway.post(body(2))).status).not.toBe(429);
    expect((await gateway.post(body(3))).status).toBe(429);
  });

  it('takes just as many as the limit, and not one more', async () => {
    const { gateway } = await start({ RATE_LIMIT_PER_ADDRESS: '10' });
    expect((await gateway.ask(aliased(10))).status).toBe(200);
    const over = await gateway.ask('{ __typename }');
    expect([over.status, onlyCode(over)]).toEqual([429, 'RATE_LIMITED']);
  });

  it('with documents that are none costs as well', async () => {
    const { gateway } = await start({ RATE_LIMIT_PER_ADDRESS: '3' });
    for (let time = 0; time < 3; time++) expect(onlyCode(await gateway.ask('{ nothing'))).toBe('GRAPHQL_PARSE_FAILED');
    expect((await gateway.ask('{ nothing')).status).toBe(429);
  });
});

describe('who is counted', () => {
  /** Another one each time: what is kept already is not counted. */
  let asked = 0;
  const question = () => `{ article(id: "a${++asked}") { id } }`;

  it('is not told by a header that a client has written', async () => {
    const { gateway } = await start({ RATE_LIMIT_PER_ADDRESS: '5' });
    const from = (time: number) => ({ 'x-forwarded-for': `10.0.0.${time}`, forwarded: `for=10.0.0.${time}` });
    const { answered } = await untilRefused((time) => gateway.ask(question(), {}, from(time)));
    expect(answered).toBe(5);
  });

  it('is told by trusted proxies, and no client can be another by writing before them', async () => {
    const { gateway } = await start({ RATE_LIMIT_PER_ADDRESS: '5', TRUSTED_PROXIES: '127.0.0.1,192.0.2.0/24' });
    const via = (forged: string, real: string) => ({ 'x-forwarded-for': `${forged}, ${real}, 192.0.2.7` });
    const { answered } = await untilRefused((time) =>
      gateway.ask(question(), {}, via(`10.0.0.${time}, 127.0.0.1`, '198.51.100.1')),
    );
    expect(answered).toBe(5);
    expect((await gateway.ask(question(), {}, via('198.51.100.1', '198.51.100.2'))).status).toBe(200);
    const six = (end: string) => via('::1', `2001:db8:1:2:${end}`);
    const ofOneNetwork = await untilRefused((time) => gateway.ask(question(), {}, six(`${time}::1`)));
    expect(ofOneNetwork.answered).toBe(5);
    expect((await gateway.ask(question(), {}, via('::1', '2001:db8:1:3::1'))).status).toBe(200);
  });

  it('is a viewer, whatever address they come from', async () => {
    const house = await start({ RATE_LIMIT_PER_VIEWER: '5', TRUSTED_PROXIES: '127.0.0.1' });
    const ada = await house.as({ id: 'ada', displayName: 'Ada', roles: ['READER'] });
    const bob = await house.as({ id: 'bob', displayName: 'Bob', roles: ['READER'] });
    const { answered, refusal } = await untilRefused((time) =>
      house.gateway.ask(question(), {}, { ...ada, 'x-forwarded-for': `198.51.100.${time}` }),
    );
    expect([answered, refusal.headers.get('ratelimit-policy')]).toEqual([5, '"viewer";q=5;w=60']);
    expect((await house.gateway.ask(question(), {}, bob)).status).toBe(200);
    expect((await house.gateway.ask(question())).status).toBe(200);
  });

  it('is nobody at an exempt address: our own processes ask for many', async () => {
    const { gateway } = await start({ RATE_LIMIT_PER_ADDRESS: '2', RATE_LIMIT_EXEMPT: '127.0.0.0/8,::1' });
    for (let time = 0; time < 10; time++) expect((await gateway.ask(question())).status).toBe(200);
  });

  it('is nobody who is given what is at hand: kept answers cost nothing', async () => {
    const { gateway } = await start({ RATE_LIMIT_PER_ADDRESS: '3' });
    const kept = '/graphql?query=%7B%20article(id%3A%20%22a1%22)%20%7B%20headline%20%7D%20%7D';
    for (let time = 0; time < 20; time++) expect((await gateway.get(kept)).status).toBe(200);
    expect((await gateway.ask(question())).status).toBe(200);
  });
});

describe('a client with a key', () => {
  const withKey = { 'x-api-key': partnerKey };
  const startKeyed = async (limits: Parameters<typeof startSafelistHouse>[1]): Promise<SafelistHouse> => {
    const house = await startSafelistHouse({ RATE_LIMIT_PER_ADDRESS: '3' }, limits);
    open.push(house);
    return house;
  };

  it('has a budget of what its questions cost, and is told what is left of it', async () => {
    const { gateway } = await startKeyed({ costPerMinute: 100 });
    // One article is 1, and one that holds a list of ten is 11.
    const dear = '{ articles(first: 20) { nodes { id } } }';
    const first = await gateway.ask('{ article(id: "a1") { id } }', {}, withKey);
    expect(first.headers.get('ratelimit-policy')).toBe('"key";q=6000;w=60, "key-cost";q=100;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"key";r=5999;t=60, "key-cost";r=99;t=60$/);
    const { answered, refusal } = await untilRefused(() => gateway.ask(dear, {}, withKey));
    figure('A12', 'lists of 20 answered of a budget of 100', { seen: answered, atMost: 4, atLeast: 4 });
    expect([onlyCode(refusal), refusal.headers.get('ratelimit-policy')]).toEqual([
      'RATE_LIMITED',
      '"key-cost";q=100;w=60',
    ]);
  });

  it('is counted by its key and by no address, per root field, mutations apart', async () => {
    const { gateway } = await startKeyed({ perMinute: 30, mutationsPerMinute: 2 });
    expect((await gateway.ask(aliased(15), {}, withKey)).status).toBe(200);
    for (let time = 0; time < 2; time++) expect((await gateway.ask(post, { body: 'b' }, withKey)).status).toBe(200);
    const third = await gateway.ask(post, { body: 'b' }, withKey);
    expect([third.status, third.headers.get('ratelimit-policy')]).toEqual([429, '"key-mutations";q=2;w=60']);
    const over = await gateway.ask(aliased(15), {}, withKey);
    expect([over.status, over.headers.get('ratelimit-policy')]).toEqual([429, '"key";q=30;w=60']);
  });
});
