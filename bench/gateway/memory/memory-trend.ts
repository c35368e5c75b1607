import { spreadOf } from '../measure/statistics.ts';

export interface MemorySample {
  readonly atMs: number;
  readonly megabytes: number;
}

/** How a process's memory went over a time. */
export interface MemoryTrend {
  /** The median of a short while at the end of each sixth of the time: of an hour, each ten minutes. */
  readonly sixths: readonly (number | null)[];
  readonly peakMegabytes: number | null;
}

const windowShare = 1 / 24;

export function trendOf(samples: readonly MemorySample[], totalMs: number): MemoryTrend {
  const at = (share: number) =>
    spreadOf(
      samples.filter(({ atMs }) => Math.abs(atMs / totalMs - share) <= windowShare).map(({ megabytes }) => megabytes),
    )?.median ?? null;
  return {
    sixths: [1, 2, 3, 4, 5, 6].map((sixth) => at(sixth / 6)),
    peakMegabytes: spreadOf(samples.map(({ megabytes }) => megabytes))?.max ?? null,
  };
}
