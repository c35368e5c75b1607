import type { Playground } from '@dateline/playground/playground';
import { expect, it } from 'vitest';
import { startTestGateway } from './test-gateway.ts';

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

const page: Playground = {
  html: '<!doctype html><title>Dateline</title>',
  contentSecurityPolicy: "default-src 'none'; script-src 'self'",
  assets: new Map([
    ['assets/page-abc123.js', { body: Buffer.from('run()'), contentType: 'text/javascript', immutable: true }],
    ['icon.svg', { body: Buffer.from('<svg/>'), contentType: 'image/svg+xml', immutable: false }],
  ]),
};

it('shows the playground to a browser, under its own policy, and answers a program at the same address', async () => {
  const gateway = await startTestGateway({ playground: page });
  const shown = await gateway.get('/graphql', browser);
  expect([shown.status, shown.text]).toEqual([200, page.html]);
  expect(shown.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(shown.headers.get('content-security-policy')).toBe(page.contentSecurityPolicy);
  expect((await gateway.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });

  const script = await gateway.get('/playground/assets/page-abc123.js');
  expect([script.text, script.headers.get('cache-control')]).toEqual(['run()', 'public, max-age=31536000, immutable']);
  expect((await gateway.get('/playground/icon.svg')).headers.get('cache-control')).toBe('public, max-age=3600');
  for (const path of ['/playground/nothing.js', '/playground/../package.json', '/playground/%2e%2e%2fpackage.json']) {
    expect((await gateway.get(path)).status).toBe(404);
  }
  await gateway.close();
});

it('answers JSON when the playground is off', async () => {
  const gateway = await startTestGateway({ playground: null });
  const shown = await gateway.get('/graphql', browser);
  expect(shown.status).toBe(400);
  expect(shown.headers.get('content-type')).toContain('json');
  expect((await gateway.get('/playground/icon.svg')).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  await gateway.close();
});
