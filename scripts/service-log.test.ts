import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ServiceLogs } from './service-log.ts';

const makeLogs = () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-logs-'));
  return { folder, logs: new ServiceLogs(folder) };
};

test("a service's lines come into its own file, whole, however they arrive", async () => {
  const { folder, logs } = makeLogs();
  logs.write('@dateline/articles:start: {"msg":"on');
  logs.write('e"}\n@dateline/media:start: two\nsomething of turbo\n');
  logs.end();
  while (!/one/.test(read(join(folder, 'articles.log')))) await setImmediate();
  while (!/two/.test(read(join(folder, 'media.log')))) await setImmediate();
  expect(read(join(folder, 'articles.log'))).toBe('{"msg":"one"}\n');
  expect(read(join(folder, 'media.log'))).toBe('two\n');
});

test('the last lines are those of the service alone, as people read them', () => {
  const { logs } = makeLogs();
  for (let line = 1; line <= 20; line += 1) logs.write(`@dateline/web:start: {"level":30,"msg":"line ${line}"}\n`);
  logs.write(
    '@dateline/web:start: {"level":60,"msg":"could not start","err":{"stack":"Error: no ink\\n    at press"}}\n',
  );
  logs.write('@dateline/web:start: [ELIFECYCLE] Command failed with exit code 1.\n');
  const lines = logs.lastLines('web');
  expect(lines).toHaveLength(15);
  expect(lines.at(0)).toBe('line 7');
  expect(lines.at(-1)).toBe('could not start\nError: no ink\n    at press');
  expect(logs.lastLines('media')).toEqual([]);
});

test('the service that failed first is known', () => {
  const { logs } = makeLogs();
  logs.write('@dateline/comments#start:  ERROR  command (/x) pnpm run start exited (3)\n');
  logs.write('Failed:    @dateline/comments#start, @dateline/media#start\n');
  expect(logs.failed).toBe('comments');
});

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
