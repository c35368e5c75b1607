import { canaries, type FaultName, faults } from '@dateline/testing/faults';
import { startFaultySubgraph } from '@dateline/testing/faulty-subgraph';
import { startTestSubgraph } from '@dateline/testing/supergraph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articlesResolvers, commentsResolvers } from './small-edition.ts';
import { startTestGateway, type TestGateway, viewerSigningSecret, withoutCaches } from './test-gateway.ts';

/** Also the healthy subgraph, cold and on a busy machine, must keep to it. */
const timeoutMs = 1_000;
/** Room for a busy machine; without a deadline an answer would never come. */
const slackMs = 4_000;

const question = '{ article(id: "a1") { headline thread { commentCount } } }';

const expectedCode = (fault: FaultName) => {
  if (fault === 'hang' || fault === 'headerHang' || fault === 'drip') return 'SUBGRAPH_TIMEOUT';
  return fault === 'reset' || fault === 'html502' ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_ERROR';
};
const faultNames = Object.keys(faults) as FaultName[];

describe('with comments at fault', () => {
  let gateway: TestGateway;
  let articles: Awaited<ReturnType<typeof startTestSubgraph>>;
  let comments: Awaited<ReturnType<typeof startFaultySubgraph>>;
  beforeAll(async () => {
    articles = await startTestSubgraph({ name: 'articles', resolvers: articlesResolvers, viewerSigningSecret });
    comments = await startFaultySubgraph('hang');
    gateway = await startTestGateway({
      env: {
        ARTICLES_URL: articles.url,
        COMMENTS_URL: comments.url,
        SUBGRAPH_TIMEOUT_MS: String(timeoutMs),
        SUBGRAPH_MAX_BYTES: '3000000',
        // All these faults at once are more than it would stand by.
        SUBGRAPH_BREAKER: 'off',
      },
    });
  });
  afterAll(async () => {
    await gateway.close();
    await Promise.all([articles.close(), comments.close()]);
  });

  it.each(faultNames)('answers the rest in time, null and one masked error for what is missing: %s', async (fault) => {
    comments.fault = fault;
    const before = performance.now();
    const answer = await gateway.ask(question);
    expect(performance.now() - before).toBeLessThan(timeoutMs + slackMs);
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ article: { headline: 'Headline a1', thread: null } });
    expect(answer.errors).toEqual([
      {
        message: expect.any(String),
        path: ['article', 'thread'],
        extensions: { code: expectedCode(fault), subgraph: 'comments' },
      },
    ]);
    expect(answer.extensions).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    for (const secret of [...canaries, '127.0.0.1', 'Thread', 'valueCompletion', 'serviceName', 'stack']) {
      expect(answer.text, secret).not.toContain(secret);
    }
  });

  it.each(faultNames)('answers a root field with null and one masked error: %s', async (fault) => {
    comments.fault = fault;
    const answer = await gateway.ask('{ comment(id: "c1") { id } }');
    expect(answer).toMatchObject({
      status: 200,
      data: { comment: null },
      errors: [{ path: ['comment'], extensions: { code: expectedCode(fault), subgraph: 'comments' } }],
    });
    for (const secret of canaries) expect(answer.text).not.toContain(secret);
  });

  it('keeps the secrets of a faulty answer out of the log as well', async () => {
    for (const fault of faultNames) {
      comments.fault = fault;
      await gateway.ask(question);
    }
    for (const secret of canaries) expect(JSON.stringify(gateway.log)).not.toContain(secret);
  });

  it('lets go of the connections of requests that hung', async () => {
    comments.fault = 'hang';
    await Promise.all(Array.from({ length: 20 }, () => gateway.ask(question)));
    await expect.poll(() => comments.connections(), { timeout: 5_000 }).toBeLessThanOrEqual(1);
  });

  it('stops asking when the client goes away', async () => {
    comments.fault = 'hang';
    const before = comments.abandoned;
    const slow = await startTestGateway({
      env: { ARTICLES_URL: articles.url, COMMENTS_URL: comments.url, SUBGRAPH_TIMEOUT_MS: '14000' },
    });
    const client = new AbortController();
    const asked = articles.received.length;
    const answer = fetch(`${slow.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: question }),
      signal: client.signal,
    }).catch(() => 'aborted');
    await expect.poll(() => articles.received.length).toBeGreaterThan(asked);
    await expect.poll(() => comments.connections(), { timeout: 5_000 }).toBeGreaterThan(0);
    client.abort();
    expect(await answer).toBe('aborted');
    await expect.poll(() => comments.abandoned, { timeout: 5_000 }).toBeGreaterThan(before);
    await slow.close();
  });
});

it('is ready and answers with every subgraph dead, and says which are away', async () => {
  const gateway = await startTestGateway();
  const ready = await gateway.get('/readyz');
  expect(JSON.parse(ready.text)).toEqual({
    status: 'ready',
    reasons: {},
    degraded: { articles: 'no answer', media: 'no answer', comments: 'no answer' },
  });
  const answer = await gateway.ask(question);
  expect(answer).toMatchObject({
    status: 200,
    data: { article: null },
    errors: [{ path: ['article'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'articles' } }],
  });
  await gateway.close();
});

it('bounds the whole request, however long each fetch may take', async () => {
  const comments = await startFaultySubgraph('hang');
  const env = { COMMENTS_URL: comments.url, SUBGRAPH_TIMEOUT_MS: '14000', REQUEST_TIMEOUT_MS: '200' };
  const gateway = await startTestGateway({ env });
  const before = performance.now();
  const answer = await gateway.ask('{ comment(id: "c1") { id } }');
  expect(answer.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: 'comments' } }]);
  expect(performance.now() - before).toBeLessThan(200 + slackMs);
  await gateway.close();
  await comments.close();
});

it('answers again as soon as a killed subgraph is back', async () => {
  // Each time another one: what was seen of one before may be kept.
  const aboutArticle = (id: string) => question.replace('a1', id);
  const articles = await startTestSubgraph({ name: 'articles', resolvers: articlesResolvers, viewerSigningSecret });
  const first = await startTestSubgraph({ name: 'comments', resolvers: commentsResolvers, viewerSigningSecret });
  const env = { ARTICLES_URL: articles.url, COMMENTS_URL: first.url, ...withoutCaches };
  const gateway = await startTestGateway({ env });
  expect((await gateway.ask(aboutArticle('a1'))).data.article.thread).toEqual({ commentCount: 2 });

  await first.close();
  const without = await gateway.ask(aboutArticle('a2'));
  expect(without.data.article).toEqual({ headline: 'Headline a2', thread: null });
  expect(without.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'comments' } }]);

  const second = await startTestSubgraph({
    name: 'comments',
    resolvers: commentsResolvers,
    viewerSigningSecret,
    port: Number(new URL(first.url).port),
  });
  const healed = await gateway.ask(aboutArticle('a3'));
  expect(healed.errors).toBeUndefined();
  expect(healed.data.article.thread).toEqual({ commentCount: 2 });
  await gateway.close();
  await Promise.all([articles.close(), second.close()]);
});

it('asks as many connections as it may and no more', async () => {
  const comments = await startFaultySubgraph('hang');
  const gateway = await startTestGateway({
    env: { COMMENTS_URL: comments.url, SUBGRAPH_CONNECTIONS: '5', SUBGRAPH_TIMEOUT_MS: '500' },
  });
  const answers = Array.from({ length: 30 }, (_, at) => gateway.ask(`{ comment(id: "c${at}") { id } }`));
  await expect.poll(() => comments.connections(), { timeout: 5_000 }).toBe(5);
  const codes = new Set((await Promise.all(answers)).map(({ errors }) => errors?.[0]?.extensions['code']));
  expect(codes).toEqual(new Set(['SUBGRAPH_TIMEOUT']));
  await gateway.close();
  await comments.close();
});
