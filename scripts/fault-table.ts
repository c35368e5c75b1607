/** One line that a test of faults or attacks leaves: apps/gateway/test/figures.ts. */
export interface FaultFigure {
  readonly fault: string;
  readonly what: string;
  readonly threshold: string;
  readonly seen: string;
  readonly passed: boolean;
}

/** All figures, by the number of their fault, beside their thresholds; the last line counts. */
export function faultTable(figures: readonly FaultFigure[]): string {
  const sorted = [...figures].sort((one, other) => numberOf(one) - numberOf(other));
  const rows = [
    ['fault', 'what', 'threshold', 'seen', 'within'],
    ...sorted.map(({ fault, what, threshold, seen, passed }) => [fault, what, threshold, seen, passed ? 'yes' : 'NO']),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const within = figures.filter(({ passed }) => passed).length;
  return [...lines, `${within} of ${figures.length} figures within their threshold`].join('\n');
}

/** Faults first, then attacks, each by their numbers. */
const numberOf = ({ fault }: FaultFigure): number =>
  Number(/\d+/.exec(fault)?.[0] ?? 0) + (fault.startsWith('A') ? 1_000 : 0);
