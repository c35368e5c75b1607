import { expect, test } from 'vitest';
import { judge, ratio, rowReader } from './goal.ts';
import type { Sample } from './row.ts';

const sample = (requestsPerSecond: number): Sample => ({
  requestsPerSecond,
  p50Ms: 1,
  p99Ms: 70,
  cpuMsPerRequest: null,
  cpuPercent: null,
  residentMegabytes: null,
  callsPerRequest: null,
  subgraphCpuMsPerRequest: null,
  checked: 1,
  bad: 0,
});
const rows = rowReader([
  { id: 'ours', title: '', faults: [], samples: [sample(10), sample(32), sample(40)] },
  { id: 'theirs', title: '', faults: [], samples: [sample(10)] },
  { id: 'broken', title: '', faults: ['it fell'], samples: [] },
]);
const times = (atLeast: number, other = 'theirs') => ({
  text: 'ours beside theirs',
  atLeast,
  unit: '×' as const,
  seen: () => ratio(rows('ours', 'requestsPerSecond'), rows(other, 'requestsPerSecond')),
});

test('a goal that is reached to the hair is met, and one a hair above is not', () => {
  expect(judge(times(3.2), rows)).toMatchObject({ goal: '≥ 3.2 ×', seen: '3.2 ×', verdict: 'met' });
  expect(judge(times(3.21), rows).verdict).toBe('NOT met');
});

test('a ceiling is held from above', () => {
  const p99 = { text: 'p99', unit: 'ms' as const, seen: () => rows('ours', 'p99Ms') };
  expect(judge({ ...p99, atMost: 70 }, rows).verdict).toBe('met');
  expect(judge({ ...p99, atMost: 69.9 }, rows)).toMatchObject({ goal: '≤ 69.9 ms', verdict: 'NOT met' });
});

test('beside a row that failed nothing is met', () => {
  expect(judge(times(1, 'broken'), rows)).toMatchObject({ seen: '–', verdict: 'not measured' });
});

test('a figure that the system does not tell is missing, not nothing', () => {
  expect(rows('ours', 'cpuMsPerRequest')).toBeNull();
});

test('a figure without a goal is told and not judged', () => {
  const figure = { text: 'p99', unit: 'ms' as const, seen: () => 70 };
  expect(judge(figure, rows)).toMatchObject({ goal: '', seen: '70 ms', verdict: 'no goal, told for comparison' });
});
