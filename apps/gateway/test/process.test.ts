import { startFaultySubgraph } from '@dateline/testing/faulty-subgraph';
import { expect, it } from 'vitest';
import { startProcess } from './gateway-process.ts';
import { deadUrl } from './test-gateway.ts';

it('finishes what is in flight on SIGTERM, hung upstream or not, and leaves with 0', { timeout: 60_000 }, async () => {
  const comments = await startFaultySubgraph('hang');
  const gateway = await startProcess({
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
  gateway.child.kill('SIGTERM');
  const finished = await answer;
  expect(finished.status).toBe(200);
  expect(await finished.json()).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_TIMEOUT' } }] });
  expect(await gateway.exited).toEqual([0, null]);
  expect(gateway.lines.slice(-2)).toMatchObject([{ msg: 'request', status: 200 }, { msg: 'closed' }]);
  await comments.close();
});

it('says all that is wrong with its environment, and leaves with 1', { timeout: 60_000 }, async () => {
  const gateway = await startProcess({
    VIEWER_SIGNING_SECRET: 'too-short-hunter2',
    MAX_DEPTH: 'deep',
    NODE_ENV: 'production',
  });
  expect(gateway.origin).toBeNull();
  expect(await gateway.exited).toEqual([1, null]);
  const said = JSON.stringify(gateway.lines);
  expect(said).toContain('VIEWER_SIGNING_SECRET');
  expect(said).toContain('MAX_DEPTH');
  expect(said).not.toContain('hunter2');
});

it('refuses the development issuer in production', { timeout: 60_000 }, async () => {
  const gateway = await startProcess({ NODE_ENV: 'production', DEV_ISSUER_KEY_FILE: '/nowhere/key.json' });
  expect(await gateway.exited).toEqual([1, null]);
  expect(JSON.stringify(gateway.lines)).toContain('DEV_ISSUER_KEY_FILE');
});
