import type { RowResult, Sample } from '../measure/row.ts';
import { type Spread, spreadOf } from '../measure/statistics.ts';
import { markdownTable } from './markdown-table.ts';
import { oneLine } from './one-line.ts';

const columns: readonly { readonly title: string; readonly cell: (samples: readonly Sample[]) => string }[] = [
  { title: 'requests/s (min–max)', cell: (samples) => withRange(spread(samples, 'requestsPerSecond'), 0) },
  { title: 'p50 ms', cell: (samples) => middle(spread(samples, 'p50Ms'), 2) },
  { title: 'p99 ms (min–max)', cell: (samples) => withRange(spread(samples, 'p99Ms'), 1) },
  { title: 'CPU ms/request', cell: (samples) => middle(spread(samples, 'cpuMsPerRequest'), 3) },
  { title: 'CPU %', cell: (samples) => middle(spread(samples, 'cpuPercent'), 0) },
  { title: 'RSS MB', cell: (samples) => middle(spread(samples, 'residentMegabytes'), 0) },
  { title: 'calls/request', cell: (samples) => middle(spread(samples, 'callsPerRequest'), 2) },
  { title: 'subgraph CPU ms/request', cell: (samples) => middle(spread(samples, 'subgraphCpuMsPerRequest'), 3) },
  { title: 'answers checked', cell: (samples) => String(sum(samples.map(({ checked }) => checked))) },
  { title: 'bad', cell: (samples) => String(sum(samples.map(({ bad }) => bad))) },
];

/** A section's rows as a table: medians of the runs. What went wrong stands below it. */
export function rowTable(rows: readonly RowResult[]): string {
  const table = markdownTable(
    ['gateway', ...columns.map(({ title }) => title)],
    rows.map(({ title, samples }) => [
      title,
      ...columns.map(({ cell }) => (samples.length === 0 ? '–' : cell(samples))),
    ]),
  );
  const faults = rows.flatMap(({ title, faults: all }) =>
    [...new Set(all)].map((fault) => `- ${title}: ${oneLine(fault)}`),
  );
  return [table, ...(faults.length > 0 ? ['', 'What went wrong:', '', ...faults] : [])].join('\n');
}

type Figure = Exclude<keyof Sample, 'checked' | 'bad'>;

function spread(samples: readonly Sample[], figure: Figure): Spread | null {
  return spreadOf(samples.map((sample) => sample[figure]).filter((value) => value !== null));
}

const number = (value: number, decimals: number) =>
  value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

function middle(spread: Spread | null, decimals: number): string {
  return spread === null ? '–' : number(spread.median, decimals);
}

function withRange(spread: Spread | null, decimals: number): string {
  if (spread === null) return '–';
  return `**${number(spread.median, decimals)}** (${number(spread.min, decimals)}–${number(spread.max, decimals)})`;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
