import { Pool } from 'undici';
import type { ContenderProcess } from '../measure/contender-process.ts';
import { treeResidentMegabytes } from '../measure/process-tree.ts';
import { type MemorySample, type MemoryTrend, trendOf } from './memory-trend.ts';
import { type MixedOperations, mixedRequest } from './mixed-requests.ts';

export interface MixedLoadResult extends MemoryTrend {
  readonly requests: number;
  /** Answers that should have been right and were not. */
  readonly bad: number;
}

const clients = 20;
const sampleEveryMs = 500;
const hangUpAfterMs = 2;

/** Keeps a gateway busy with the mix for so long, and tells how its memory went. */
export async function runMixedLoad(
  { url, pid, hasEnded }: ContenderProcess,
  operations: MixedOperations,
  minutes: number,
): Promise<MixedLoadResult> {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: clients });
  const startedAt = performance.now();
  const endAt = startedAt + minutes * 60_000;
  const samples: MemorySample[] = [];
  const sampler = setInterval(() => {
    const megabytes = treeResidentMegabytes(pid);
    if (megabytes !== null) samples.push({ atMs: performance.now() - startedAt, megabytes });
  }, sampleEveryMs);
  let number = 0;
  let bad = 0;

  async function askOnce(): Promise<void> {
    const { body, hangsUp, isWrong } = mixedRequest(number++, operations);
    const signal = hangsUp ? AbortSignal.timeout(hangUpAfterMs) : null;
    try {
      const headers = { 'content-type': 'application/json' };
      const reply = await pool.request({ method: 'POST', path, headers, body, signal });
      const text = await reply.body.text();
      const isRight = reply.statusCode === 200 && !text.includes('"errors":');
      if (!isRight && !isWrong) bad++;
    } catch {
      if (!hangsUp) bad++;
    }
  }

  async function askInTurn(): Promise<void> {
    while (performance.now() < endAt && !hasEnded()) await askOnce();
  }

  await Promise.all(Array.from({ length: clients }, askInTurn));
  clearInterval(sampler);
  await pool.destroy();
  return { ...trendOf(samples, minutes * 60_000), requests: number, bad };
}
