import { startFaultySubgraph } from '@dateline/testing/faulty-subgraph';
import { startTestSubgraph } from '@dateline/testing/supergraph';
import { expect, it } from 'vitest';
import { figure, isLong } from '../figures.ts';
import { startProcess } from '../gateway-process.ts';
import { articlesResolvers } from '../small-edition.ts';
import { deadUrl, viewerSigningSecret, withoutCaches } from '../test-gateway.ts';
import { startOpenLoad } from './open-load.ts';

// F17 for a gateway of one process; workers.test.ts has it for several.

const elsewhere = { COMMENTS_URL: deadUrl, MEDIA_SUBGRAPH_URL: deadUrl };

it('F17: finishes what is in flight on SIGTERM, hung upstream or not, and leaves with 0', {
  timeout: 60_000,
}, async () => {
  const comments = await startFaultySubgraph('hang');
  const gateway = await startProcess({
    ...elsewhere,
    COMMENTS_URL: comments.url,
    ARTICLES_URL: deadUrl,
    SUBGRAPH_TIMEOUT_MS: '1500',
  });
  const answer = fetch(`${gateway.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ comment(id: \\"c1\\") { id } }"}',
  });
  await expect.poll(() => comments.connections(), { timeout: 10_000 }).toBe(1);
  const toldAt = performance.now();
  gateway.child.kill('SIGTERM');
  const finished = await answer;
  expect(finished.status).toBe(200);
  expect(await finished.json()).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_TIMEOUT' } }] });
  expect(await gateway.exited).toEqual([0, null]);
  figure('F17', 'gone with a hung upstream after', {
    seen: (performance.now() - toldAt) / 1_000,
    unit: 's',
    atMost: 15,
  });
  expect(gateway.lines.slice(-2)).toMatchObject([{ msg: 'request', status: 200 }, { msg: 'closed' }]);
  await comments.close();
});

it('F17: says that it leaves before it does, answers all meanwhile, and is gone in time', {
  timeout: 120_000,
}, async () => {
  const articles = await startTestSubgraph({ name: 'articles', resolvers: articlesResolvers, viewerSigningSecret });
  const env = { ...elsewhere, ...withoutCaches, ARTICLES_URL: articles.url, MAX_EVENT_LOOP_DELAY_MS: '0' };
  const gateway = await startProcess({ ...env, DRAIN_DELAY_MS: '1000' });
  const perSecond = isLong ? 500 : 100;
  const body = JSON.stringify({ query: '{ article(id: "a1") { headline } }' });
  const load = startOpenLoad({ url: `${gateway.origin}/graphql`, body, perSecond });
  await expect.poll(() => load.answered, { timeout: 30_000 }).toBeGreaterThan(perSecond);
  const toldAt = performance.now();
  gateway.child.kill('SIGTERM');
  // What stands before it stops to send when it sees this.
  await expect
    .poll(async () => (await fetch(`${gateway.origin}/readyz`)).status, { timeout: 10_000, interval: 5 })
    .toBe(503);
  const { failures, statuses, latenciesMs } = await load.stop();
  expect(await gateway.exited).toEqual([0, null]);
  figure('F17', `requests lost by SIGTERM, of ${latenciesMs.length + failures.length}`, {
    seen: failures.length,
    atMost: 0,
  });
  figure('F17', 'gone under load after', {
    seen: (performance.now() - toldAt) / 1_000,
    unit: 's',
    atMost: 10,
    failAbove: 30,
  });
  expect(Object.keys(statuses)).toEqual(['200']);
  await articles.close();
});
