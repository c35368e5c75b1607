import { tracingEnv, tracingOf } from '@dateline/service-kit/tracing/tracing-settings';
import { startTestSubgraph } from '@dateline/testing/supergraph';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ReceivedSpan, startOtlpReceiver } from './otlp-receiver.ts';
import { articlesResolvers } from './small-edition.ts';
import { deadUrl, startTestGateway, startWholeHouse, viewerSigningSecret } from './test-gateway.ts';

// SpanKind of OTLP.
const inner = 1;
const server = 2;
const client = 3;

const question =
  'query Story($id: ID!) { article(id: $id) { headline figures { image { caption } } thread { commentCount } } }';
const secretId = 'a7-nobody-may-read-this';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startTraced(env: Record<string, string> = {}) {
  const receiver = await startOtlpReceiver();
  closing.push(receiver.close);
  const house = await startWholeHouse({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, ...env } });
  let isClosed = false;
  const close = async () => {
    if (!isClosed) await house.close();
    isClosed = true;
  };
  closing.push(close);
  /** Drains the gateway, which sends all that is left. */
  const spans = async (): Promise<readonly ReceivedSpan[]> => {
    await close();
    return receiver.spans;
  };
  return { house, receiver, spans };
}

const named = (spans: readonly ReceivedSpan[], name: string) => spans.filter((span) => span.name === name);
const only = (spans: readonly ReceivedSpan[], name: string): ReceivedSpan => {
  const [span, ...others] = named(spans, name);
  if (!span || others.length > 0) throw new Error(`${spans.map((one) => one.name).join(', ')}: not one ${name}`);
  return span;
};

describe('a traced gateway', () => {
  it('answers and ends as always when its receiver is away', async () => {
    const house = await startWholeHouse({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: new URL(deadUrl).origin } });
    const { data } = await house.gateway.ask(question, { id: 'a1' });
    expect(data.article.headline).toBe('Headline a1');
    const startedAtMs = performance.now();
    await house.close();
    expect(performance.now() - startedAtMs).toBeLessThan(5_000);
  });

  it('sends a tree for a request: parse, validate, plan, compile, and one span for each fetch, under one of its own', async () => {
    const { house, receiver, spans } = await startTraced();
    await house.gateway.ask(question, { id: 'a1' });
    const all = await spans();
    expect([...receiver.paths]).toEqual(['POST /v1/traces']);
    const root = only(all, 'query Story');
    expect(root).toMatchObject({ kind: server, parentSpanId: undefined, service: 'gateway', isError: false });
    expect(root.attributes).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'http.response.status_code': 200,
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Story',
      'dateline.cache.outcome': 'MISS',
    });
    for (const name of ['parse', 'validate', 'plan', 'compile']) {
      expect(only(all, name)).toMatchObject({ kind: inner, parentSpanId: root.spanId, traceId: root.traceId });
    }
    const fetches = ['articles query', 'media query', 'comments query'].map((name) => only(all, name));
    for (const fetch of fetches) {
      expect(fetch).toMatchObject({ kind: client, parentSpanId: root.spanId, traceId: root.traceId });
      expect(fetch.attributes['dateline.outcome']).toBe('OK');
      expect(fetch.startMs).toBeGreaterThanOrEqual(root.startMs);
      expect(fetch.endMs).toBeLessThanOrEqual(root.endMs);
    }
    const [first, second] = fetches;
    expect(second?.startMs).toBeGreaterThanOrEqual(first?.endMs ?? Infinity);
    expect(all).toHaveLength(8);
  });

  it('tells each subgraph whose child it is, by the header', async () => {
    const { house, spans } = await startTraced();
    await house.gateway.ask(question, { id: 'a1' });
    const sent = house.media.received.at(-1)?.headers['traceparent'];
    const fetch = only(await spans(), 'media query');
    expect(sent).toBe(`00-${fetch.traceId}-${fetch.spanId}-01`);
  });

  it('goes on in a subgraph that traces too: its span is the child of the fetch', async () => {
    const { house, receiver, spans } = await startTraced();
    const env = z.object(tracingEnv).parse({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
    const articles = await startTestSubgraph({
      name: 'articles',
      resolvers: articlesResolvers,
      viewerSigningSecret,
      tracing: tracingOf(env),
    });
    const other = await startTestGateway({
      env: { ARTICLES_URL: articles.url, OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url },
    });
    await other.ask('query Told { article(id: "a1") { headline } }');
    await other.close();
    await articles.close();
    expect(house.articles.received).toEqual([]);
    const all = await spans();
    const fetch = only(all, 'articles query');
    expect(only(all, 'POST /graphql')).toMatchObject({
      service: 'articles',
      kind: server,
      traceId: fetch.traceId,
      parentSpanId: fetch.spanId,
      attributes: { 'http.response.status_code': 200, 'http.route': '/graphql' },
    });
  });

  it("goes on with a client's own trace, and keeps to its word that nothing is to be recorded", async () => {
    const { house, spans } = await startTraced();
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const parentSpanId = '00f067aa0ba902b7';
    await house.gateway.ask(question, { id: 'a1' }, { traceparent: `00-${traceId}-${parentSpanId}-01` });
    await house.gateway.ask(
      question,
      { id: 'a2' },
      { traceparent: `00-${traceId.replace('4b', '5c')}-${parentSpanId}-00` },
    );
    const unsampled = house.articles.received.at(-1)?.headers['traceparent'];
    expect(unsampled).toMatch(/^00-5cf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00$/);
    const all = await spans();
    expect(only(all, 'query Story')).toMatchObject({ traceId, parentSpanId });
    expect(new Set(all.map((span) => span.traceId))).toEqual(new Set([traceId]));
  });

  it('says which fetch failed and by which code, without a word of where it went', async () => {
    const { house, spans } = await startTraced({ COMMENTS_URL: deadUrl });
    await house.gateway.ask(question, { id: 'a1' });
    const all = await spans();
    expect(only(all, 'comments query')).toMatchObject({
      isError: true,
      attributes: { 'error.type': 'SUBGRAPH_UNAVAILABLE', 'dateline.outcome': 'FAILED' },
    });
    expect(only(all, 'query Story').attributes['dateline.errors']).toBe(1);
    expect(JSON.stringify(all)).not.toContain('127.0.0.1');
  });

  it('holds no variable, no token and no text of a document', async () => {
    const { house, receiver, spans } = await startTraced();
    const query = `query Secret($id: ID!) { article(id: $id) { headline } other: article(id: "${secretId}") { headline } }`;
    await house.gateway.ask(query, { id: secretId });
    const search = new URLSearchParams({ query, variables: JSON.stringify({ id: secretId }) });
    await house.gateway.get(`/graphql?${search}`, { accept: 'application/json' });
    const all = await spans();
    expect(named(all, 'query Secret')).toHaveLength(2);
    expect(JSON.stringify(all)).not.toContain(secretId);
    expect(JSON.stringify(all)).not.toContain('headline');
    expect(receiver.spans.length).toBeGreaterThan(0);
  });

  it('sends nothing where the sampler says so, whatever is asked', async () => {
    const { house, spans } = await startTraced({
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0',
    });
    await house.gateway.ask(question, { id: 'a1' });
    expect(house.articles.received.at(-1)?.headers['traceparent']).toMatch(/-00$/);
    expect(await spans()).toEqual([]);
  });

  it('takes name, headers and resource from the variables of OpenTelemetry', async () => {
    const { house, receiver, spans } = await startTraced({
      OTEL_SERVICE_NAME: 'front-door',
      OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=news%20room,x-other=1',
    });
    await house.gateway.ask('{ article(id: "a1") { headline } }');
    expect(only(await spans(), 'query').service).toBe('front-door');
    expect(receiver.headers[0]).toMatchObject({ 'x-tenant': 'news room', 'x-other': '1' });
  });
});

it('an untraced gateway sends no traceparent on, whatever a client says', async () => {
  const house = await startWholeHouse();
  closing.push(() => house.close());
  await house.gateway.ask(question, { id: 'a1' }, { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` });
  expect(house.articles.received.at(-1)?.headers['traceparent']).toBeUndefined();
});
