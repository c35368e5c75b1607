/** What can become of something that an import reads, in the order in which a summary tells it. */
export const outcomes = [
  'created',
  'updated',
  'unchanged',
  'stale',
  'withdrawn',
  'dead',
  'picture',
  'failed',
  'passed over',
] as const;

export type Outcome = (typeof outcomes)[number];

export interface Tally {
  count(format: string, outcome: Outcome): void;
  readonly total: number;
  readonly failed: number;
  /** A line for each format: 'ninjs  12 created, 3 unchanged'. */
  lines(): string[];
}

export function createTally(): Tally {
  const byFormat = new Map<string, Map<Outcome, number>>();
  let total = 0;
  let failed = 0;
  return {
    count(format, outcome) {
      const counts = byFormat.get(format) ?? new Map<Outcome, number>();
      byFormat.set(format, counts.set(outcome, (counts.get(outcome) ?? 0) + 1));
      total++;
      if (outcome === 'failed') failed++;
    },
    get total() {
      return total;
    },
    get failed() {
      return failed;
    },
    lines() {
      const width = Math.max(0, ...[...byFormat.keys()].map((format) => format.length));
      return [...byFormat]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([format, counts]) => `${format.padEnd(width)}  ${told(counts)}`);
    },
  };
}

function told(counts: ReadonlyMap<Outcome, number>): string {
  return outcomes
    .flatMap((outcome) => (counts.has(outcome) ? `${(counts.get(outcome) ?? 0).toLocaleString('en')} ${outcome}` : []))
    .join(', ');
}
