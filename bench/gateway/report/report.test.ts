import { expect, test } from 'vitest';
import type { Sample } from '../measure/row.ts';
import { markdownTable } from './markdown-table.ts';
import { withSection } from './results-file.ts';
import { rowTable } from './row-table.ts';

test('a cell cannot break its table', () => {
  expect(markdownTable(['a', 'b'], [['1|2', 'x\ny']])).toBe('| a    | b   |\n| ---- | --- |\n| 1\\|2 | x y |');
});

test("a section's new text takes the place of its old one and of nothing else", () => {
  const first = withSection(withSection('# Results\n', 'one', 'old'), 'two', 'kept');
  const second = withSection(first, 'one', 'new $& text');
  expect(second).toContain('new $& text');
  expect(second).not.toContain('old');
  expect(second).toContain('kept');
  expect(second.startsWith('# Results\n')).toBe(true);
  expect(withSection(second, 'one', 'new $& text')).toBe(second);
});

test('a file that is new begins with its section', () => {
  expect(withSection('', 'one', 'text')).toBe('<!-- bench:gateway one -->\n\ntext\n\n<!-- /bench:gateway one -->\n');
});

const sample = (requestsPerSecond: number): Sample => ({
  requestsPerSecond,
  p50Ms: 1.234,
  p99Ms: 70,
  cpuMsPerRequest: null,
  cpuPercent: 99.6,
  residentMegabytes: 120,
  callsPerRequest: 7,
  subgraphCpuMsPerRequest: 0.1,
  checked: 50,
  bad: 1,
});

test('a row gives medians with what lay around them, and sums of what was checked and bad', () => {
  const row = rowTable([{ id: 'a', title: 'A', faults: [], samples: [sample(900), sample(1_800), sample(1_000)] }]);
  expect(row.replaceAll(/ +/g, ' ')).toContain(
    '| A | **1,000** (900–1,800) | 1.23 | **70.0** (70.0–70.0) | – | 100 | 120 | 7.00 | 0.100 | 150 | 3 |',
  );
});

test('a row that failed stands in the table, with why below it', () => {
  const table = rowTable([{ id: 'a', title: 'A', faults: ['it\nfell', 'it\nfell'], samples: [] }]);
  expect(table.replaceAll(/ +/g, ' ')).toContain('| A | – |');
  expect(table.match(/it fell/g)).toHaveLength(1);
});
