import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Explanation } from '../src/telemetry/explain/explanation.ts';
import { startCachedHouse } from './cached-house.ts';
import { deadUrl, type GraphResponse, startTestGateway, startWholeHouse } from './test-gateway.ts';

const question =
  'query Story($id: ID!) { article(id: $id) { headline figures { image { caption } } thread { commentCount } } }';

const explainIt = (explain: unknown = true) => ({ dateline: { explain } });
const explanationOf = ({ extensions }: GraphResponse) =>
  (extensions as { readonly dateline: Explanation } | undefined)?.dateline;

interface Asking {
  post(body: string, headers?: Record<string, string>): Promise<GraphResponse>;
}

async function explained(gateway: Asking, id: string, explain: unknown = true, headers: Record<string, string> = {}) {
  const body = { query: question, variables: { id }, extensions: explainIt(explain) };
  const answer = await gateway.post(JSON.stringify(body), headers);
  return { answer, explanation: explanationOf(answer) };
}

describe('an explained answer', () => {
  let house: Awaited<ReturnType<typeof startCachedHouse>>;
  beforeAll(async () => {
    house = await startCachedHouse();
  });
  afterAll(() => house.close());

  it('says the plan as a tree, each fetch with its time and size, and what the operation may cost', async () => {
    const { answer, explanation } = await explained(house.gateway, 'a1');
    expect(answer.data.article.headline).toBe('Headline a1');
    expect(explanation?.operation).toMatchObject({ name: 'Story', kind: 'query', maxCost: 10_000 });
    expect(explanation?.operation?.cost).toBeGreaterThan(0);
    expect(explanation?.plan).toMatchObject({
      kind: 'sequence',
      nodes: [{ kind: 'call', subgraph: 'articles', operation: 'query', entities: [] }, { kind: 'parallel' }],
    });
    const calls = JSON.stringify(explanation?.plan);
    expect(calls).toContain('"entities":["article.figures.image"]');
    expect(explanation?.fetches.map(({ subgraph }) => subgraph).sort()).toEqual(['articles', 'comments', 'media']);
    const [first, ...others] = explanation?.fetches ?? [];
    expect(first).toMatchObject({ subgraph: 'articles', outcome: 'OK', isShared: false, retries: 0 });
    expect(first?.sentBytes).toBeGreaterThan(50);
    expect(first?.receivedBytes).toBeGreaterThan(50);
    for (const fetch of others)
      expect(fetch.startMs).toBeGreaterThanOrEqual((first?.startMs ?? 0) + (first?.durationMs ?? 0) - 0.1);
    expect(explanation?.totalMs).toBeGreaterThanOrEqual(first?.durationMs ?? Infinity);
    expect(explanation?.compiled).toMatchObject({ wasReady: false });
    expect(explanation?.nulls).toEqual([]);
  });

  it('tells a kept answer from one that was fetched, and is itself never given to anybody else', async () => {
    const plain = JSON.stringify({ query: question, variables: { id: 'a2' } });
    const first = await explained(house.gateway, 'a2');
    expect(first.explanation?.cache).toMatchObject({ outcome: 'MISS', isKept: true, notKept: null, scope: 'PUBLIC' });
    const before = house.received();
    const second = await explained(house.gateway, 'a2');
    expect(second.explanation?.cache).toMatchObject({ outcome: 'HIT', isKept: true });
    expect(second.explanation?.fetches).toEqual([]);
    expect(second.explanation?.requestId).not.toBe(first.explanation?.requestId);
    expect(second.answer.headers.get('cache-control')).toBe('private, no-store');
    expect(second.answer.headers.get('etag')).toBeNull();
    const unexplained = await house.gateway.post(plain);
    expect(unexplained.extensions).toBeUndefined();
    expect(unexplained.data).toEqual(second.answer.data);
    expect(unexplained.headers.get('cache-control')).toContain('max-age');
    expect(house.received()).toBe(before);
  });

  it('is made anew when that is wished, past what is kept of answers and entities', async () => {
    await explained(house.gateway, 'a3');
    const before = house.received();
    const { explanation } = await explained(house.gateway, 'a3', 'anew');
    expect(house.received()).toBe(before + 3);
    expect(explanation?.cache).toMatchObject({ outcome: 'BYPASS', isKept: false, notKept: 'PAST_CACHES' });
    expect(explanation?.compiled).toMatchObject({ wasReady: true });
    for (const { entities } of explanation?.fetches ?? []) expect(entities.kept).toBe(0);
  });

  it('counts the entities that were kept, and shows a call that had nothing left to ask', async () => {
    await explained(house.gateway, 'a4');
    await house.purge({ tags: ['Article:a4'] });
    const { explanation } = await explained(house.gateway, 'a4');
    const media = explanation?.fetches.find(({ subgraph }) => subgraph === 'media');
    expect(media).toMatchObject({ outcome: 'SPARED', entities: { asked: 0, kept: 1 } });
  });

  it('says that of two who ask at the same time one was answered by the call of the other', async () => {
    let open = () => {};
    house.edition.hold = new Promise((resolve) => {
      open = resolve;
    });
    const both = Promise.all([explained(house.gateway, 'a5', 'anew'), explained(house.gateway, 'a5', 'anew')]);
    await expect.poll(() => house.subgraphs.articles.received.length).toBeGreaterThan(0);
    await expect
      .poll(async () => (await house.gateway.get('/metrics')).text)
      .toMatch(/gateway_subgraph_shared_total\{subgraph="articles"[^}]*\} [1-9]/);
    house.edition.hold = null;
    open();
    const answers = await both;
    const shared = answers.map(({ explanation }) => explanation?.fetches[0]?.isShared);
    expect(shared.sort()).toEqual([false, true]);
  });

  it('is given by GET too, and not for a word that only sounds like it', async () => {
    const extensions = JSON.stringify(explainIt());
    const search = new URLSearchParams({ query: '{ article(id: "a6") { headline } }', extensions });
    const byGet = await house.gateway.get(`/graphql?${search}`, { accept: 'application/json' });
    expect(explanationOf(byGet)?.plan).toMatchObject({ kind: 'call', subgraph: 'articles' });
    for (const wish of [false, 'yes', 1, { explain: true }]) {
      const { answer } = await explained(house.gateway, 'a6', wish);
      expect(answer.extensions).toBeUndefined();
      expect(answer.status).toBe(200);
    }
  });

  it('explains a refusal too: nothing was planned, nothing was fetched', async () => {
    const answer = await house.gateway.post(JSON.stringify({ query: '{ nothing }', extensions: explainIt() }));
    expect(answer.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(explanationOf(answer)).toMatchObject({ plan: null, fetches: [], cache: null, operation: null });
  });

  it('explains a mutation, whose answer is never kept', async () => {
    const query = 'mutation { postComment(input: {articleId: "a1", body: "x"}) { comment { bodyText } } }';
    const answer = await house.gateway.post(JSON.stringify({ query, extensions: explainIt() }));
    expect(explanationOf(answer)).toMatchObject({
      cache: { outcome: 'BYPASS', notKept: 'MUTATION' },
      fetches: [{ subgraph: 'comments', outcome: 'OK' }],
    });
  });
});

describe('an answer in parts', () => {
  let house: Awaited<ReturnType<typeof startWholeHouse>>;
  beforeAll(async () => {
    house = await startWholeHouse({ env: { COMMENTS_URL: deadUrl } });
  });
  afterAll(() => house.close());

  const query =
    '{ article(id: "a1") { headline ... @defer { figures { image { caption } } thread { commentCount } } } }';

  it.each(['deferSpec=20220824', 'incrementalSpec=v0.2'])('is explained by its last part, in %s', async (format) => {
    const accept = `multipart/mixed;${format}, application/json`;
    const { text, headers } = await house.gateway.post(JSON.stringify({ query, extensions: explainIt() }), { accept });
    expect(headers.get('content-type')).toContain('multipart/mixed');
    const parts = text.split('\r\n').filter((line) => line.startsWith('{'));
    const last = JSON.parse(parts.at(-1) ?? '');
    expect(parts.slice(0, -1).join()).not.toContain('extensions":{"dateline');
    expect(last).toMatchObject({ hasNext: false });
    const { dateline } = last.extensions as { readonly dateline: Explanation };
    expect(new Set(dateline.fetches.map(({ subgraph }) => subgraph))).toEqual(
      new Set(['articles', 'comments', 'media']),
    );
    expect(dateline.cache).toMatchObject({ outcome: 'BYPASS', notKept: 'IN_PARTS' });
    expect(dateline.nulls).toMatchObject([
      { path: ['article', 'thread'], code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'comments' },
    ]);
    const failed = dateline.fetches.find(({ subgraph }) => subgraph === 'comments');
    expect(dateline.nulls[0]?.call).toBe(failed?.call);
  });
});

describe('with a subgraph that is dead', () => {
  let house: Awaited<ReturnType<typeof startWholeHouse>>;
  beforeAll(async () => {
    house = await startWholeHouse({ env: { COMMENTS_URL: deadUrl } });
  });
  afterAll(() => house.close());

  it('says of each null which call left it empty and why, and no word of addresses or inner errors', async () => {
    const { answer, explanation } = await explained(house.gateway, 'a1');
    expect(answer.data.article.thread).toBeNull();
    const failed = explanation?.fetches.find(({ subgraph }) => subgraph === 'comments');
    expect(failed).toMatchObject({ outcome: 'FAILED', codes: ['SUBGRAPH_UNAVAILABLE'] });
    expect(explanation?.nulls).toEqual([
      { path: ['article', 'thread'], code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'comments', call: failed?.call },
    ]);
    expect(explanation?.cache).toMatchObject({ isKept: false, notKept: 'ERRORS' });
    expect(JSON.stringify(explanation)).not.toMatch(/127\.0\.0\.1|http|ECONN|secret|stack/i);
    const inner = await explained(house.gateway, 'boom');
    expect(inner.explanation?.nulls).toMatchObject([{ path: ['article'], code: 'SUBGRAPH_ERROR', call: 0 }]);
    expect(JSON.stringify(inner.answer)).not.toContain('hunter2');
  });
});

describe('who may see it', () => {
  const viewer = (role: 'READER' | 'STAFF') => ({
    id: '0199c0de-0000-7000-8000-000000000001',
    displayName: 'Noa',
    roles: [role],
  });

  it('is whom the setting names; everybody else is answered as if they had not asked', async () => {
    const house = await startCachedHouse({ EXPLAIN: 'STAFF, EDITOR' });
    const asReader = await explained(house.gateway, 'a1', true, await house.as(viewer('READER')));
    const asStaff = await explained(house.gateway, 'a1', true, await house.as(viewer('STAFF')));
    const asNobody = await explained(house.gateway, 'a1');
    await house.close();
    expect(asStaff.explanation?.plan).not.toBeNull();
    expect(asStaff.explanation).toBeDefined();
    expect(asReader.answer).toMatchObject({ status: 200, data: asNobody.answer.data });
    expect(asReader.answer.extensions).toBeUndefined();
    expect(asNobody.answer.extensions).toBeUndefined();
  });

  it('is nobody when it is off', async () => {
    const house = await startCachedHouse({ EXPLAIN: 'off' });
    const { answer } = await explained(house.gateway, 'a1', true, await house.as(viewer('STAFF')));
    await house.close();
    expect(answer.extensions).toBeUndefined();
  });
});

it('explains a refusal whose cost nobody can tell, as a list without its length', async () => {
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@listSize"])
    type Query { items(first: Int, last: Int): [Item!] @listSize(slicingArguments: ["first", "last"]) }
    type Item { id: ID! }`;
  const { supergraphSdl, errors } = composeServices([{ name: 'items', url: deadUrl, typeDefs: parse(sdl) }]);
  expect(errors).toBeUndefined();
  const file = join(mkdtempSync(join(tmpdir(), 'dateline-explain-')), 'supergraph.graphql');
  writeFileSync(file, supergraphSdl ?? '');
  const gateway = await startTestGateway({
    settings: { supergraph: { file, url: null, authorization: null, pollMs: 0 }, subgraphs: {} },
  });
  const query = 'query Items($first: Int) { items(first: $first) { id } }';
  const ask = (variables: object) => gateway.post(JSON.stringify({ query, variables, extensions: explainIt() }));
  try {
    expect(explanationOf(await ask({ first: 3 }))?.operation).toMatchObject({ cost: 3 });
    const answer = await ask({});
    expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
    expect(explanationOf(answer)).toMatchObject({ operation: null, fetches: [] });
  } finally {
    await gateway.close();
  }
});
