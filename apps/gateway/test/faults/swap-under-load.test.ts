import { afterAll, beforeAll, expect, it } from 'vitest';
import { figure, isLong } from '../figures.ts';
import { type MarkedGraph, startMarkedGraph, startSwapping } from '../swap-house.ts';
import { quantile, startOpenLoad } from './open-load.ts';

const swaps = isLong ? 60 : 20;
const perSecond = isLong ? 500 : 150;

let one: MarkedGraph;
let two: MarkedGraph;
beforeAll(async () => {
  one = await startMarkedGraph('one');
  two = await startMarkedGraph('two', 'type Extra { id: ID }');
});
afterAll(() => {
  one.close();
  two.close();
});

it('F19: swaps under load without an error or a mixed answer, and serves on when a new one is bad', {
  timeout: 180_000,
}, async () => {
  const gateway = await startSwapping(one.sdl);
  try {
    const body = JSON.stringify({ query: '{ item { name note } items { name note } }' });
    const load = startOpenLoad({ url: `${gateway.origin}/graphql`, body, perSecond });
    await expect.poll(() => load.answered, { timeout: 30_000 }).toBeGreaterThan(2 * perSecond);
    const steadyCount = load.answered;
    let refused = 0;
    for (let swap = 1; swap <= swaps; swap++) {
      const sdl = swap % 7 === 0 ? 'type Query { this is no supergraph' : swap % 2 === 0 ? one.sdl : two.sdl;
      const answered = load.answered;
      await gateway.serve(sdl).catch(() => void refused++);
      // Each is served for a while.
      await expect.poll(() => load.answered, { timeout: 30_000 }).toBeGreaterThan(answered + perSecond / 10);
    }
    const { statuses, failures, texts, latenciesMs } = await load.stop();
    const mixed = [...texts.keys()].filter((text) => text.includes('"one"') === text.includes('"two"'));
    const asked = latenciesMs.length + failures.length;
    figure('F19', `requests that failed in ${swaps} swaps, of ${asked}`, { seen: failures.length, atMost: 0 });
    figure('F19', 'answers of two graphs, or none', { seen: mixed.length, atMost: 0 });
    figure('F19', 'bad supergraphs refused', {
      seen: refused,
      atLeast: Math.floor(swaps / 7),
      atMost: Math.floor(swaps / 7),
    });
    const [before, meanwhile] = [latenciesMs.slice(perSecond, steadyCount), latenciesMs.slice(steadyCount)];
    figure('F19', 'p99 meanwhile', {
      seen: quantile(meanwhile, 0.99),
      unit: 'ms',
      atMost: 3 * quantile(before, 0.99),
      failAbove: 10_000,
    });
    expect(Object.keys(statuses)).toEqual(['200']);
    expect(texts.size).toBe(2);
  } finally {
    await gateway.close();
  }
});
