import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, jwtVerify } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createDevIssuer,
  devAlgorithm,
  devAudience,
  devIssuer,
  ensureDevIssuerKey,
  readDevIssuerPublicKey,
} from './dev-issuer.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-issuer-'));
const keyFile = join(folder, 'key.json');
afterAll(() => rmSync(folder, { recursive: true }));

describe('the development issuer', () => {
  it('signs what its public half verifies, from a key that only its owner may read', async () => {
    await ensureDevIssuerKey(keyFile);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const token = await createDevIssuer({ keyFile, nodeEnv: 'development' }).issue({
      subject: 'me',
      name: 'Me',
      roles: ['EDITOR'],
      ttlSeconds: 60,
    });
    const key = await importJWK(readDevIssuerPublicKey(keyFile, 'development'), devAlgorithm);
    const { payload } = await jwtVerify(token, key, {
      issuer: devIssuer,
      audience: devAudience,
      algorithms: [devAlgorithm],
    });
    expect(payload).toMatchObject({ sub: 'me', name: 'Me', roles: ['EDITOR'] });
    expect(readDevIssuerPublicKey(keyFile, 'development')).not.toHaveProperty('d');
  });

  it('keeps the key that is there', async () => {
    await ensureDevIssuerKey(keyFile);
    const before = readDevIssuerPublicKey(keyFile, 'test');
    await ensureDevIssuerKey(keyFile);
    expect(readDevIssuerPublicKey(keyFile, 'test')).toEqual(before);
  });

  it('is refused in production', () => {
    expect(() => createDevIssuer({ keyFile, nodeEnv: 'production' })).toThrow(/refused/);
    expect(() => readDevIssuerPublicKey(keyFile, 'production')).toThrow(/refused/);
  });
});
