import { createPublicKey, verify } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDevIssuerKey, readDevIssuerPublicKey } from '@dateline/service-kit/dev-issuer';
import { expect, it } from 'vitest';
import { startGatewayDouble } from './gateway-double.ts';
import { folderWith, runDateline } from './run-dateline.ts';

async function folderWithKey(name = 'issuer.json') {
  const folder = folderWith({});
  const keyFile = join(folder.path, name);
  mkdirSync(join(keyFile, '..'), { recursive: true });
  await ensureDevIssuerKey(keyFile);
  return { folder, keyFile, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

/** The token's claims, once its signature has been checked with the issuer's public key. */
function verified(token: string, keyFile: string) {
  const key = createPublicKey({ key: { ...readDevIssuerPublicKey(keyFile, 'test') }, format: 'jwk' });
  const [header = '', claims = '', signature = ''] = token.split('.');
  if (!verify(null, Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url')))
    throw new Error('forged');
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}

it("prints nothing but a token that the issuer's public key verifies, with role, name and an hour to live", async () => {
  using place = await folderWithKey();
  const { exitCode, results, faults } = await runDateline(['token', '--role', 'editor', '--name', 'Dana Levi'], {
    env: { DEV_ISSUER_KEY_FILE: place.keyFile },
  });
  expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: '' });
  const claims = verified(results, place.keyFile);
  expect(claims).toMatchObject({ sub: 'dev-dana-levi', name: 'Dana Levi', roles: ['EDITOR'] });
  expect(claims.exp - claims.iat).toBe(3_600);
});

it('finds the key of the project it is called in, from any folder below', async () => {
  using place = await folderWithKey('.dateline/dev-issuer.json');
  const below = join(place.folder.path, 'a', 'b');
  mkdirSync(below, { recursive: true });
  const { results } = await runDateline(['token', '--role', 'reader', 'moderator', '--ttl', '2d'], { cwd: below });
  const claims = verified(results, place.keyFile);
  expect(claims.roles).toEqual(['READER', 'MODERATOR']);
  expect(claims.exp - claims.iat).toBe(2 * 86_400);
});

it('signs its own token for an import when none is given', async () => {
  using place = await folderWithKey();
  await using gateway = await startGatewayDouble({
    acceptsToken: (token) => verified(token, place.keyFile).roles.includes('EDITOR'),
  });
  using folder = folderWith({ 'p.txt': 'C\n\nHeadline\n\nS\n\nBody\n\nFirst published: 11.21.17, 21:03' });
  const words = ['import', 'p.txt', '--language', 'en', '--time-zone', 'UTC', '--gateway', gateway.url];
  const { exitCode } = await runDateline(words, { cwd: folder.path, env: { DEV_ISSUER_KEY_FILE: place.keyFile } });
  expect(exitCode).toBe(0);
  expect(gateway.articles.size).toBe(1);
});

it('refuses to sign in production', async () => {
  using place = await folderWithKey();
  const { exitCode, results, faults } = await runDateline(['token', '--role', 'editor'], {
    env: { DEV_ISSUER_KEY_FILE: place.keyFile, NODE_ENV: 'production' },
  });
  expect({ exitCode, results }).toEqual({ exitCode: 1, results: '' });
  expect(faults).toMatch(/^Tokens are signed here in development only\./);
});

it('says where it looked when there is no key', async () => {
  const { exitCode, faults } = await runDateline(['token', '--role', 'editor'], {
    env: { DEV_ISSUER_KEY_FILE: '/nowhere/key.json' },
  });
  expect(exitCode).toBe(1);
  expect(faults).toMatch(/^There is no development issuer key \(\/nowhere\/key\.json\)\./);
});

it('gives a token thirty days at most', async () => {
  using place = await folderWithKey();
  const env = { DEV_ISSUER_KEY_FILE: place.keyFile };
  const exitCodeOf = async (ttl: string) =>
    (await runDateline(['token', '--role', 'staff', '--ttl', ttl], { env })).exitCode;
  expect(await exitCodeOf('30d')).toBe(0);
  expect(await exitCodeOf('2592001s')).toBe(1);
  expect(await exitCodeOf('0s')).toBe(1);
  expect(await exitCodeOf('an hour')).toBe(1);
});

it('knows no other roles', async () => {
  const { exitCode, faults } = await runDateline(['token', '--role', 'owner']);
  expect(exitCode).toBe(1);
  expect(faults).toContain('Allowed choices are reader, staff, editor, moderator');
});
