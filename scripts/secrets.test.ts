import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureSecrets, makeSecrets } from './secrets.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'dateline-secrets-')), 'deep', 'secrets.json');

test('secrets are made once, all different, in a file that only its owner reads', () => {
  const path = file();
  const made = ensureSecrets(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(ensureSecrets(path)).toEqual(made);
  const { rolePasswords, ...others } = made;
  const all = [...Object.values(rolePasswords), ...Object.values(others)];
  expect(new Set(all).size).toBe(all.length);
  expect(Math.min(...all.map(({ length }) => length))).toBe(64);
  expect(makeSecrets()).not.toEqual(made);
});

test('a folder from before the gateway had a role is given its password, and keeps the rest', () => {
  const path = file();
  const made = ensureSecrets(path);
  const { gateway, ...before } = made.rolePasswords;
  writeFileSync(path, JSON.stringify({ ...made, rolePasswords: before }));
  const completed = ensureSecrets(path);
  expect(completed).toEqual({
    ...made,
    rolePasswords: { ...before, gateway: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(completed.rolePasswords.gateway).not.toBe(gateway);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(ensureSecrets(path)).toEqual(completed);
});

test.each(['', '{}', '{"viewerSigningSecret":"short"}', 'null'])(
  'a damaged file (%s) is named, not replaced',
  (content) => {
    const path = join(mkdtempSync(join(tmpdir(), 'dateline-secrets-')), 'secrets.json');
    writeFileSync(path, content);
    expect(() => ensureSecrets(path)).toThrow(`${path} is damaged`);
  },
);
