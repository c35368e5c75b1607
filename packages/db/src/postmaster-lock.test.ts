import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPostmasterLock, removeStaleLock } from './postmaster-lock.ts';

const lockedFolder = (content: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-lock-'));
  writeFileSync(join(folder, 'postmaster.pid'), content);
  return folder;
};

test('a folder without a lock is free', () => {
  expect(readPostmasterLock(mkdtempSync(join(tmpdir(), 'dateline-lock-')))).toEqual({ state: 'none' });
});

test('a lock whose process is gone is stale, and removing it frees the folder', () => {
  // Above what a system hands out.
  const folder = lockedFolder('4194399\n/data\n');
  expect(readPostmasterLock(folder)).toEqual({ state: 'stale', pid: 4194399 });
  removeStaleLock(folder);
  expect(readPostmasterLock(folder)).toEqual({ state: 'none' });
});

test('a lock whose number belongs to another program now is stale', () => {
  expect(readPostmasterLock(lockedFolder(`${process.pid}\n`))).toEqual({ state: 'stale', pid: process.pid });
});

test('a lock that was never filled is stale', () => {
  expect(readPostmasterLock(lockedFolder(''))).toEqual({ state: 'stale', pid: null });
});

test('a server of this folder holds it', () => {
  const folder = lockedFolder('77\n');
  const lock = readPostmasterLock(folder, () => `/opt/native/bin/postgres -D ${folder} -p 54329`);
  expect(lock).toEqual({ state: 'held', pid: 77 });
});

test("a server of other data, or another server's helper, does not hold it", () => {
  const folder = lockedFolder('77\n');
  for (const command of ['/usr/bin/postgres -D /elsewhere -p 5432', 'postgres: checkpointer', 'vim postgres.md']) {
    expect(readPostmasterLock(folder, () => command)).toEqual({ state: 'stale', pid: 77 });
  }
});

test('in doubt it is held', () => {
  const folder = lockedFolder('77\n');
  for (const command of ['', '/usr/bin/postgres', '/usr/bin/postmaster -c config_file=/x']) {
    expect(readPostmasterLock(folder, () => command)).toEqual({ state: 'held', pid: 77 });
  }
});
