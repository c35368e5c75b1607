import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '@dateline/testing/self-signed';
import { afterEach, expect, it } from 'vitest';
import { figure } from '../figures.ts';
import { startProcess } from '../gateway-process.ts';
import { deadUrl, startTestGateway } from '../test-gateway.ts';
import { type Answer, ask, storyOf } from './faulty-house.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function expectMasked({ status, data, errors, text }: Answer): void {
  expect(status).toBe(200);
  expect(data).toEqual({ article: null });
  expect(errors).toEqual([
    {
      message: expect.any(String),
      path: ['article'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'articles' },
    },
  ]);
  expect(text).not.toMatch(/invalid|ENOTFOUND|ECONN|certificate|expired|127\.0\.0\.1|localhost/i);
}

it.each([
  ['a host that no name server knows', 'http://no-such-host.invalid/graphql'],
  ['a port where nothing listens', deadUrl],
  ['an address of IPv6 where nothing listens', 'http://[::1]:1/graphql'],
])('F30: the gateway starts, and answers without it: %s', async (what, url) => {
  const gateway = await startTestGateway({ env: { ARTICLES_URL: url } });
  closing.push(() => gateway.close());
  const answer = await ask(gateway.origin, storyOf(1));
  expectMasked(answer);
  figure('F30', `answered, with ${what}`, { seen: answer.ms, unit: 'ms', atMost: 2_000, failAbove: 6_000 });
  expect(JSON.parse((await gateway.get('/readyz')).text).degraded).toMatchObject({ articles: 'no answer' });
});

/** A subgraph behind TLS, with a certificate that is valid for so many hours from a day ago. */
async function startTls(validHours: number) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const from = new Date(Date.now() - 24 * 3_600_000);
  const to = new Date(from.getTime() + validHours * 3_600_000);
  const cert = selfSigned({ host: 'localhost', from, to, publicKey, privateKey });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const server: Server = createServer({ cert, key }, (request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"data":{"article":{"__typename":"Article","id":"a1","headline":"By TLS"}}}');
    });
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  closing.push(async () => {
    server.close();
    server.closeAllConnections();
  });
  const file = join(mkdtempSync(join(tmpdir(), 'dateline-cert-')), 'cert.pem');
  writeFileSync(file, cert);
  return { url: `https://localhost:${(server.address() as AddressInfo).port}/graphql`, file };
}

it.each([
  ['is believed as long as it is valid', 48, true],
  ['is refused when it has expired', 1, false],
] as const)('F30: a certificate that is trusted %s', { timeout: 60_000 }, async (_name, hours, isBelieved) => {
  const { url, file } = await startTls(hours);
  const env = { ARTICLES_URL: url, COMMENTS_URL: deadUrl, MEDIA_SUBGRAPH_URL: deadUrl, NODE_EXTRA_CA_CERTS: file };
  const gateway = await startProcess({ NODE_ENV: 'test', ...env });
  closing.push(async () => {
    gateway.child.kill('SIGKILL');
    await gateway.exited;
  });
  const answer = await ask(String(gateway.origin), storyOf(1));
  if (isBelieved) expect(answer.data).toEqual({ article: { headline: 'By TLS' } });
  else expectMasked(answer);
  figure('F30', `answered, certificate ${isBelieved ? 'valid' : 'expired'}`, {
    seen: answer.ms,
    unit: 'ms',
    atMost: 2_000,
    failAbove: 6_000,
  });
});
