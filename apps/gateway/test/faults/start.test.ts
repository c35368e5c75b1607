import { performance } from 'node:perf_hooks';
import { startTestSubgraph } from '@dateline/testing/supergraph';
import { afterEach, describe, expect, it } from 'vitest';
import { figure } from '../figures.ts';
import { type GatewayProcess, startProcess } from '../gateway-process.ts';
import { articlesResolvers } from '../small-edition.ts';
import { deadUrl, viewerSigningSecret, withoutCaches } from '../test-gateway.ts';

describe('a gateway that starts while all else is down', { timeout: 60_000 }, () => {
  const running: GatewayProcess[] = [];
  afterEach(async () => {
    for (const { child, exited } of running.splice(0)) {
      child.kill('SIGTERM');
      await exited;
    }
  });

  it('F18: is live and ready, answers what it can, names what is away, and heals as it comes', async () => {
    const startedAt = performance.now();
    const gateway = await startProcess({
      ...withoutCaches,
      ARTICLES_URL: 'http://127.0.0.1:1/graphql',
      COMMENTS_URL: deadUrl,
      MEDIA_SUBGRAPH_URL: deadUrl,
      GATEWAY_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
      REDIS_URL: 'redis://127.0.0.1:1',
    });
    running.push(gateway);
    figure('F18', 'live with all subgraphs, Postgres and Redis down after', {
      seen: performance.now() - startedAt,
      unit: 'ms',
      atMost: 3_000,
      failAbove: 30_000,
    });
    const ready = await fetch(`${gateway.origin}/readyz`);
    expect(ready.status).toBe(200);
    expect(Object.keys(JSON.parse(await ready.text()).degraded)).toEqual(
      expect.arrayContaining(['articles', 'comments', 'media']),
    );
    const ask = async () => {
      const response = await fetch(`${gateway.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ __typename articles(first: 1) { nodes { id } } }"}',
      });
      return { status: response.status, answer: JSON.parse(await response.text()) };
    };
    expect(await ask()).toMatchObject({
      status: 200,
      answer: { errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'articles' } }] },
    });
  });

  it('F18: heals without a restart when a subgraph comes', async () => {
    const first = await startTestSubgraph({ name: 'articles', resolvers: articlesResolvers, viewerSigningSecret });
    const port = Number(new URL(first.url).port);
    await first.close();
    const gateway = await startProcess({
      ...withoutCaches,
      ARTICLES_URL: first.url,
      COMMENTS_URL: deadUrl,
      MEDIA_SUBGRAPH_URL: deadUrl,
    });
    running.push(gateway);
    const ask = async () => {
      const response = await fetch(`${gateway.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ article(id: \\"a1\\") { headline } }"}',
      });
      return JSON.parse(await response.text());
    };
    expect((await ask()).data.article).toBeNull();
    const again = await startTestSubgraph({
      name: 'articles',
      resolvers: articlesResolvers,
      viewerSigningSecret,
      port,
    });
    try {
      const backAt = performance.now();
      await expect.poll(async () => (await ask()).data.article?.headline, { timeout: 40_000 }).toBeTruthy();
      figure('F18', 'answers after the subgraph came, after', {
        seen: performance.now() - backAt,
        unit: 'ms',
        atMost: 5_000,
        failAbove: 40_000,
      });
    } finally {
      await again.close();
    }
  });
});
