import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeHouseLock } from './house-lock.ts';

const lockFile = () => join(mkdtempSync(join(tmpdir(), 'dateline-house-')), '.dateline', 'house.lock');

test('only one holds it at a time, and nothing is left after', () => {
  const file = lockFile();
  const first = takeHouseLock(file);
  expect(first.leftBehind).toBe(false);
  expect(() => takeHouseLock(file)).toThrow(/^Another npm start runs in this folder/);
  first.release();
  expect(existsSync(file)).toBe(false);
  const second = takeHouseLock(file);
  expect(second.leftBehind).toBe(false);
  second.release();
});

test('a holder that is killed outright lets go of it, and the next one is told', async () => {
  const file = lockFile();
  const holder = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { takeHouseLock } from ${JSON.stringify(join(import.meta.dirname, 'house-lock.ts'))};
     const lock = takeHouseLock(${JSON.stringify(file)});
     console.log('held');
     // Held on to: a lock that nobody knows of any more is let go of with the rest that is swept up.
     setInterval(() => lock, 1000);`,
  ]);
  await once(holder.stdout, 'data');
  expect(() => takeHouseLock(file)).toThrow(/^Another npm start/);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const lock = takeHouseLock(file);
  expect(lock.leftBehind).toBe(true);
  lock.release();
});
