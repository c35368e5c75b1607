import { spreadOf } from '../measure/statistics.ts';

export interface MemorySample {
  readonly atMs: number;
  readonly megabytes: number;
}

/** Medians of a window after a sixth of the time (ten minutes of an hour), and of the last one. */
export interface MemoryTrend {
  readonly earlyMegabytes: number | null;
  readonly lateMegabytes: number | null;
  readonly peakMegabytes: number | null;
}

const windowShare = 1 / 12;

export function trendOf(samples: readonly MemorySample[], totalMs: number): MemoryTrend {
  const between = (from: number, to: number) =>
    spreadOf(samples.filter(({ atMs }) => atMs >= from * totalMs && atMs <= to * totalMs).map((one) => one.megabytes));
  return {
    earlyMegabytes: between(1 / 6, 1 / 6 + windowShare)?.median ?? null,
    lateMegabytes: between(1 - windowShare, 2)?.median ?? null,
    peakMegabytes: between(0, 2)?.max ?? null,
  };
}
