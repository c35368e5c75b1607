import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { folderWith } from './run-dateline.ts';

const script = fileURLToPath(new URL('../../../scripts/dateline.mjs', import.meta.url));
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** As a process of its own, with nothing of this one's environment that the command would read. */
async function start(words: readonly string[], cwd: string, env: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  const ended = promisify(execFile)(process.execPath, words, { cwd, env: { PATH, ...env } });
  return ended.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

it('runs with the folder it was called in, prints faults to the error stream, and passes the exit code on', async () => {
  using folder = folderWith({ 'notes.txt': 'Milk \u001b[2J' });
  const words = [script, 'import', 'notes.txt', '--language', 'en', '--time-zone', 'UTC'];
  const direct = await start(words, folder.path);
  expect(direct).toMatchObject({ code: 1, stdout: '' });
  expect(direct.stderr).toMatch(/^notes.txt: is no page dump: /);
  const byNpm = await start(words, '/', { npm_lifecycle_event: 'dateline', INIT_CWD: folder.path });
  expect(byNpm).toEqual(direct);
});

it('shows help with exit code 0 on the result stream', async () => {
  using folder = folderWith({});
  const { code, stdout, stderr } = await start([main, '--help'], folder.path);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('import [options] [source...]');
});

it('names a wrong environment in a sentence, without its value', async () => {
  using folder = folderWith({});
  const { code, stderr } = await start([main, 'token', '--role', 'editor'], folder.path, {
    NODE_ENV: 'staging-secret',
  });
  expect(code).toBe(1);
  expect(stderr).toContain('NODE_ENV');
  expect(stderr).not.toContain('staging-secret');
});
