import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureList, resultTable, totalLine } from './report.ts';
import { sharedInputHash } from './shared-input.ts';
import { count, listTestedPackages, readResult, removeOldResults } from './test-results.ts';

const json = (passed: number, failed: number, skipped: number) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numTodoTests: 0,
  testResults: [
    {
      name: 'a.test.ts',
      status: failed ? 'failed' : 'passed',
      assertionResults: [{ status: failed ? 'failed' : 'passed', fullName: 'a test' }],
    },
  ],
});

test('every package with tests of its own is counted, this one too', () => {
  const names = listTestedPackages().map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      '@dateline/articles',
      '@dateline/wire',
      '@dateline/scripts',
      '@dateline/e2e',
      '@dateline/bench',
    ]),
  );
});

test('a file that broke before its first test is a failure', () => {
  const broken = { name: 'b.test.ts', status: 'failed', message: 'Cannot find package\n at x', assertionResults: [] };
  const { testResults, ...numbers } = json(2, 0, 1);
  expect(count({ ...numbers, testResults: [...testResults, broken] })).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    fault: null,
    failures: ['b.test.ts: Cannot find package'],
  });
});

test('a file whose hook failed is a failure, though none of its tests is', () => {
  const skipped = { status: 'skipped', fullName: 'never ran' };
  const testResults = [{ name: 'c.test.ts', status: 'failed', message: '', assertionResults: [skipped] }];
  expect(count({ ...json(1, 0, 1), testResults })).toMatchObject({
    failed: 1,
    failures: ['c.test.ts: broke outside of its tests (see above)'],
  });
});

test('each failed test is told once more at the end, with its file and the first line of why', () => {
  const one = {
    status: 'failed',
    fullName: 'lists page',
    failureMessages: ['\u001b[31mexpected 3 to be 0\u001b[39m\n at x'],
  };
  const testResults = [
    { name: '/house/a.test.ts', status: 'failed', assertionResults: [{ status: 'passed', fullName: 'is well' }, one] },
  ];
  const result = { name: '@dateline/db', ...count({ ...json(1, 1, 0), testResults }) };
  expect(failureList([result, result])).toBe(
    '✗ @dateline/db a.test.ts: lists page: expected 3 to be 0\n✗ @dateline/db a.test.ts: lists page: expected 3 to be 0',
  );
});

test('a package that ran nothing, or left nothing, is at fault, also when an older run left results', () => {
  expect(count({ ...json(0, 0, 0), testResults: [] }).fault).toBe('ran no tests');
  const folder = mkdtempSync(join(tmpdir(), 'dateline-results-'));
  mkdirSync(join(folder, '.test-results'));
  writeFileSync(join(folder, '.test-results', 'vitest.json'), JSON.stringify(json(3, 0, 0)));
  const tested = { name: 'old', folder };
  expect(readResult(tested)).toMatchObject({ passed: 3, fault: null });
  removeOldResults([tested]);
  expect(readResult(tested)).toEqual({
    name: 'old',
    passed: 0,
    failed: 0,
    skipped: 0,
    fault: 'left no results',
    failures: [],
  });
});

test('the table has a row for each package, and the last line the sums', () => {
  const rows = [
    { name: '@dateline/wire', passed: 10, failed: 0, skipped: 1, fault: null, failures: [] },
    { name: '@dateline/db', passed: 2, failed: 3, skipped: 0, fault: null, failures: [] },
  ];
  expect(resultTable(rows).split('\n')).toHaveLength(3);
  expect(totalLine(rows)).toBe('12 passed, 3 failed, 1 skipped');
});

test('a changed file in the shared folder changes the hash that cached results hang on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-shared-'));
  writeFileSync(join(folder, 'page.txt'), 'one');
  const before = sharedInputHash(folder);
  expect(sharedInputHash(folder)).toBe(before);
  writeFileSync(join(folder, 'page.txt'), 'other');
  expect(sharedInputHash(folder)).not.toBe(before);
  expect(sharedInputHash(join(folder, 'missing'))).toBe('none');
});
