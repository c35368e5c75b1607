import { spreadOf } from '../../gateway/measure/statistics.ts';
import { markdownTable } from '../../gateway/report/markdown-table.ts';
import { oneLine } from '../../gateway/report/one-line.ts';
import type { LiveSample } from '../measure-row.ts';

export interface LiveRow {
  readonly id: string;
  readonly title: string;
  readonly samples: readonly LiveSample[];
  readonly faults: readonly string[];
}

type Figure = (sample: LiveSample, connections: number) => number;

const latencies = (pick: 'p50Ms' | 'p99Ms' | 'maxMs'): Figure => {
  return ({ deliveries }) => Math.max(...deliveries.map((delivery) => delivery[pick]));
};

const figures: readonly { readonly title: string; readonly of: Figure; readonly decimals: number }[] = [
  { title: 'RSS MB at rest', of: ({ residentBefore }) => residentBefore, decimals: 0 },
  { title: 'RSS MB, all idle', of: ({ residentIdle }) => residentIdle, decimals: 0 },
  {
    title: 'KB each',
    of: ({ residentBefore, residentIdle }, connections) => ((residentIdle - residentBefore) * 1_024) / connections,
    decimals: 1,
  },
  { title: 'RSS MB after the events', of: ({ residentAfter }) => residentAfter, decimals: 0 },
  { title: 'CPU % of a core, idle', of: ({ idleCpuPercent }) => idleCpuPercent, decimals: 1 },
  { title: 'opened in s', of: ({ openMs }) => openMs / 1_000, decimals: 1 },
  { title: 'event p50 ms', of: latencies('p50Ms'), decimals: 0 },
  { title: 'p99 ms', of: latencies('p99Ms'), decimals: 0 },
  { title: 'max ms', of: latencies('maxMs'), decimals: 0 },
];

/** Of the worst event of a run; the worst run in brackets where there are several. */
export function liveTable(rows: readonly LiveRow[], connections: number): string {
  const head = ['server', ...figures.map(({ title }) => title), 'texts received', 'missing', 'wrong', 'lost'];
  const table = markdownTable(
    head,
    rows.map(({ title, samples }) => [
      title,
      ...figures.map(({ of, decimals }) =>
        shown(
          samples.map((sample) => of(sample, connections)),
          decimals,
        ),
      ),
      ...counts(samples, connections).map(String),
    ]),
  );
  const faults = rows.flatMap(({ title, faults: all }) => all.map((fault) => `- ${title}: ${oneLine(fault)}`));
  return [table, ...(faults.length > 0 ? ['', 'What went wrong:', '', ...faults] : [])].join('\n');
}

function counts(samples: readonly LiveSample[], connections: number): number[] {
  const deliveries = samples.flatMap((sample) => sample.deliveries);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const received = sum(deliveries.map((delivery) => delivery.received));
  const wrong = sum(samples.map((sample) => sample.deliveries.at(-1)?.wrong ?? 0));
  return [received, deliveries.length * connections - received, wrong, sum(samples.map(({ lost }) => lost))];
}

function shown(values: readonly number[], decimals: number): string {
  const spread = spreadOf(values);
  if (!spread) return '–';
  const text = (value: number) => value.toFixed(decimals);
  return values.length === 1 ? text(spread.median) : `${text(spread.median)} (${text(spread.max)})`;
}

export interface LiveGoal {
  readonly text: string;
  readonly wanted: string;
  readonly seen: string;
  readonly verdict: 'met' | 'NOT met' | 'not measured';
}

/** What the issue wants of every row of ours, in each of its runs. */
export function liveGoals(rows: readonly LiveRow[]): LiveGoal[] {
  return rows
    .filter(({ id }) => id.startsWith('ours'))
    .flatMap(({ title, samples }) => [
      goal(
        `${title}: resident, with all of them idle`,
        250,
        'MB',
        samples.map(({ residentIdle }) => residentIdle),
      ),
      goal(
        `${title}: one event to all, p99`,
        2_000,
        'ms',
        samples.map((sample) => latencies('p99Ms')(sample, 0)),
      ),
      goal(
        `${title}: CPU while idle`,
        5,
        '% of a core',
        samples.map(({ idleCpuPercent }) => idleCpuPercent),
      ),
    ]);
}

function goal(text: string, atMost: number, unit: string, values: readonly number[]): LiveGoal {
  const worst = spreadOf(values)?.max;
  const wanted = `≤ ${atMost} ${unit}`;
  if (worst === undefined) return { text, wanted, seen: '–', verdict: 'not measured' };
  const seen = `${Number(worst.toPrecision(3))} ${unit}`;
  return { text, wanted, seen, verdict: worst <= atMost ? 'met' : 'NOT met' };
}
