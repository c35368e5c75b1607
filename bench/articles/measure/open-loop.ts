import { setTimeout as delay } from 'node:timers/promises';

export interface OpenLoop {
  readonly ratePerSecond: number;
  readonly seconds: number;
}

/**
 * Begins requests at their times, however long earlier ones take, and measures each from the time at which it was due: a
 * server that stands still is not let off. Throws the first error.
 */
export async function openLoop(
  { ratePerSecond, seconds }: OpenLoop,
  request: (index: number) => Promise<void>,
): Promise<number[]> {
  const total = ratePerSecond * seconds;
  const startedAt = performance.now();
  const running: Promise<number>[] = [];
  for (let index = 0; index < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1_000) * ratePerSecond) + 1);
    for (; index < due; index += 1) running.push(timed(startedAt + (index * 1_000) / ratePerSecond, request(index)));
    await delay(1);
  }
  return Promise.all(running);
}

async function timed(dueAt: number, answered: Promise<void>): Promise<number> {
  await answered;
  return performance.now() - dueAt;
}
