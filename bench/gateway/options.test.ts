import { expect, test } from 'vitest';
import { OptionsFault, parseOptions } from './options.ts';

test('without flags everything is run and written', () => {
  expect(parseOptions([], 'RESULTS.md')).toMatchObject({ runs: 3, rows: [], out: 'RESULTS.md' });
  expect(parseOptions([], 'RESULTS.md').sections).toContain('memory');
});

test('a quick or partial run does not touch the results unless told to', () => {
  expect(parseOptions(['--quick'], 'RESULTS.md').out).toBeNull();
  expect(parseOptions(['--rows', 'ours-cold'], 'RESULTS.md').out).toBeNull();
  expect(parseOptions(['--quick', '--out', 'here.md'], 'RESULTS.md').out).toBe('here.md');
  expect(parseOptions(['--sections', 'memory'], 'RESULTS.md').out).toBe('RESULTS.md');
});

test('a flag wins over what --quick says', () => {
  expect(parseOptions(['--quick', '--runs', '5'], '')).toMatchObject({ runs: 5, seconds: 1 });
});

test.each([
  ['an unknown flag', ['--fast'], /--fast/],
  ['an unknown section', ['--sections', 'lunch'], /no section 'lunch'/],
  ['a length of nothing', ['--seconds', '0'], /--seconds must be a number above 0/],
])('%s is refused by name', (_, args, message) => {
  expect(() => parseOptions(args, '')).toThrow(OptionsFault);
  expect(() => parseOptions(args, '')).toThrow(message);
});
