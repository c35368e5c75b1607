import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { apolloStock } from '../contenders/apollo.ts';
import type { Contender } from '../contenders/contender.ts';
import { grafbase } from '../contenders/grafbase.ts';
import { hiveDefault, hiveRust } from '../contenders/hive.ts';
import { ours, oursCold } from '../contenders/ours.ts';
import { type GoalPlan, judge, ratio } from '../measure/goal.ts';
import { memoryAtRest } from '../memory/at-rest.ts';
import { type MixedLoadResult, runMixedLoad } from '../memory/mixed-load.ts';
import type { SwapLook } from '../memory/swap-report.ts';
import { swapSupergraphs } from '../memory/swaps.ts';
import type { BenchOptions } from '../options.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { oneLine } from '../report/one-line.ts';
import type { ShopBench } from '../shop-bench.ts';
import type { SectionOutcome } from './section.ts';

/** Caches small enough to be full within seconds: what stands in them is no growth. */
const maxBytes = 20_000_000;
const oursMixed = ours('ours-mixed', '**ours**, everything on', {
  sharing: { subgraphCalls: true, requests: true },
  entityCache: { maxBytes },
  responseCache: { maxBytes, defaultMaxAgeSeconds: 0 },
});
const shortLived = { cacheControl: 'public, max-age=2' };

/** What the gateway holds at rest, after many swaps of its supergraph, and under mixed load for long. */
export async function memory(
  bench: ShopBench,
  options: Pick<BenchOptions, 'swaps' | 'mixedMinutes'>,
  say: (line: string) => void,
): Promise<SectionOutcome> {
  const faults: string[] = [];
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    say(`  ${what} …`);
    try {
      return await work();
    } catch (error) {
      faults.push(`- ${what}: ${oneLine(error instanceof Error ? error.message : String(error))}`);
      say(`  ${faults.at(-1)}`);
      return null;
    }
  };
  const contenders = [oursCold, apolloStock, hiveDefault, hiveRust, grafbase()];
  const resting: (readonly [Contender, number | null])[] = [];
  for (const contender of contenders) {
    resting.push([contender, await attempt(`${contender.title} at rest`, () => atRest(contender, bench))]);
  }
  const swaps = await attempt(`${options.swaps} swaps`, () => swapped(bench, options.swaps));
  const mixed = await attempt(`${options.mixedMinutes} min of mixed load`, () =>
    mixedLoad(bench, options.mixedMinutes),
  );
  const ourRest = resting.find(([{ id }]) => id === oursCold.id)?.[1] ?? null;
  return {
    title: 'Memory',
    intro: intro(options, mixed),
    table: [
      memoryTable(resting, swaps, mixed, options.mixedMinutes),
      ...(faults.length > 0 ? ['', 'What went wrong:', '', ...faults] : []),
    ].join('\n'),
    goals: memoryGoals(options, { ourRest, swaps, mixed }).map((goal) => judge(goal, () => null)),
  };
}

const atRest = (contender: Contender, { supergraphFile, shop, folder, parts }: ShopBench) =>
  memoryAtRest(contender, { folder, supergraphFile, subgraphUrls: shop.urls }, parts.publicOperation);

/** The second half must add nothing to the first. */
async function swapped(
  { shop, supergraphFile, folder, parts }: ShopBench,
  swaps: number,
): Promise<readonly SwapLook[]> {
  await shop.set({});
  // A file of its own: the other gateways read theirs while this one changes.
  const ownFile = join(folder, 'swapped.supergraph.graphql');
  copyFileSync(supergraphFile, ownFile);
  const place = { folder, supergraphFile: ownFile, subgraphUrls: shop.urls, port: 0 };
  const [, ...gatewayArgs] = oursCold.launch(place).args;
  return swapSupergraphs({ body: parts.publicOperation.body, looks: [1, swaps, 2 * swaps] }, gatewayArgs);
}

async function mixedLoad({ shop, fleet, parts }: ShopBench, minutes: number): Promise<MixedLoadResult> {
  await shop.set(shortLived);
  const running = await fleet.take(oursMixed, parts.publicOperation);
  const result = await runMixedLoad(running, parts, minutes);
  if (running.hasEnded()) throw new Error(`The gateway ended: ${running.said()}`);
  fleet.leave(oursMixed);
  return result;
}

function intro({ mixedMinutes }: Pick<BenchOptions, 'mixedMinutes'>, mixed: MixedLoadResult | null): string {
  const load =
    mixed === null ? '' : ` It had ${mixed.requests.toLocaleString('en')} requests, ${mixed.bad} answered wrongly.`;
  return `Resident memory of all of a gateway's processes, what they share counted once. At rest: started, asked once, left alone. Swaps: the gateway is told to serve another supergraph, and answers the public operation each time; after a full garbage collection, and without the flag for a large young generation, which would fill up for hundreds of swaps. Mixed load: 20 clients with the public operation, new variables, new documents, wrong requests and clients that hang up, sharing and both caches on (20 MB each, answers live 2 s), for ${mixedMinutes} minutes.${load}`;
}

const swapsInWords = (count: number) => (count === 1 ? 'the first swap' : `${count} swaps`);

const megabytes = (value: number | null | undefined) => (value == null ? '–' : value.toFixed(1));

function memoryTable(
  resting: readonly (readonly [Contender, number | null])[],
  swaps: readonly SwapLook[] | null,
  mixed: MixedLoadResult | null,
  minutes: number,
): string {
  return markdownTable(
    ['figure', 'MB'],
    [
      ...resting.map(([{ title }, value]) => [`${title}, at rest`, megabytes(value)]),
      ...(swaps ?? []).flatMap((look) => [
        [`ours, heap after ${swapsInWords(look.swaps)}`, megabytes(look.heapMegabytes)],
        [`ours, resident after ${swapsInWords(look.swaps)}`, megabytes(look.residentMegabytes)],
      ]),
      ...(mixed?.sixths ?? []).map((value, sixth) => [
        `ours, after ${((minutes * (sixth + 1)) / 6).toFixed(1)} min of mixed load`,
        megabytes(value),
      ]),
      ['ours, peak of the mixed load', megabytes(mixed?.peakMegabytes)],
    ],
  );
}

interface Seen {
  readonly ourRest: number | null;
  readonly swaps: readonly SwapLook[] | null;
  readonly mixed: MixedLoadResult | null;
}

function memoryGoals(
  { mixedMinutes, swaps: count }: Pick<BenchOptions, 'swaps' | 'mixedMinutes'>,
  seen: Seen,
): GoalPlan[] {
  const { ourRest, swaps, mixed } = seen;
  const percent = (of: number | null | undefined, to: number | null | undefined) => {
    const times = ratio(of ?? null, to ?? null);
    return times === null ? null : times * 100;
  };
  return [
    { text: 'at rest', atMost: 150, unit: 'MB', seen: () => ourRest },
    {
      text: `heap after ${2 * count} swaps beside ${count}`,
      atMost: 102,
      unit: '%',
      seen: () => percent(swaps?.at(-1)?.heapMegabytes, swaps?.at(-2)?.heapMegabytes),
    },
    {
      text: `resident after ${2 * count} swaps beside ${count}`,
      atMost: 105,
      unit: '%',
      seen: () => percent(swaps?.at(-1)?.residentMegabytes, swaps?.at(-2)?.residentMegabytes),
    },
    {
      text: `after ${mixedMinutes} min of mixed load beside a sixth of it (the goal speaks of an hour)`,
      atMost: 105,
      unit: '%',
      seen: () => percent(mixed?.sixths[5], mixed?.sixths[0]),
    },
  ];
}
