import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devIssuer, ensureDevIssuerKey } from '@dateline/service-kit/dev-issuer';
import { expect, test } from 'vitest';
import { startSite } from './site-for-tests.ts';

async function devKey() {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-web-'));
  const keyFile = join(folder, 'key.json');
  await ensureDevIssuerKey(keyFile);
  return { keyFile, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

test('in development a name is enough: the token goes into a cookie that scripts cannot read', async () => {
  await using key = await devKey();
  await using site = await startSite({ DEV_ISSUER_KEY_FILE: key.keyFile });
  const { status, headers } = await site.post('/sign-in', { name: 'Nora', role: 'READER', return: '/he#x' });
  expect([status, headers.get('location')]).toEqual([303, '/he#x']);
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toMatch(/^dateline_reader=[\w-]+\.[\w-]+\.[\w-]+; /);
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Lax');
  const [, payload = ''] = cookie.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  expect(claims).toMatchObject({ iss: devIssuer, name: 'Nora', roles: ['READER'] });
  expect(site.log()).not.toContain(payload);
});

test('the form does not lead away, and a missing name is said beside the field', async () => {
  await using key = await devKey();
  await using site = await startSite({ DEV_ISSUER_KEY_FILE: key.keyFile });
  const away = await site.post('/sign-in', { name: 'Nora', return: '//evil.test' });
  expect(away.headers.get('location')).toBe('/');
  const nameless = await site.post('/sign-in', { name: ' ', return: '/' });
  expect(nameless.status).toBe(422);
  expect(nameless.html).toContain('Give a name');
});

test('what is no form at all is answered as an empty one', async () => {
  await using key = await devKey();
  await using site = await startSite({ DEV_ISSUER_KEY_FILE: key.keyFile });
  const headers = { origin: site.url, 'content-type': 'application/json' };
  expect((await fetch(`${site.url}/sign-in`, { method: 'POST', headers, body: '{' })).status).toBe(422);
});

test('in production there is no such page, whatever key is given', async () => {
  await using key = await devKey();
  await using site = await startSite({ DEV_ISSUER_KEY_FILE: key.keyFile, NODE_ENV: 'production' });
  expect((await site.get('/sign-in')).status).toBe(404);
  const posted = await site.post('/sign-in', { name: 'Nora', role: 'EDITOR' });
  expect(posted.status).toBe(404);
  expect(posted.headers.getSetCookie()).toEqual([]);
});

test('signing out takes the cookie away and goes back', async () => {
  await using site = await startSite();
  const { status, headers } = await site.post('/sign-out', { return: '/ar' });
  expect([status, headers.get('location')]).toEqual([303, '/ar']);
  expect(headers.getSetCookie()[0]).toMatch(/^dateline_reader=deleted|^dateline_reader=;/);
});
