import { oursCold } from '../contenders/ours.ts';
import type { BenchOptions } from '../options.ts';
import { profileContender } from '../profile/profile-contender.ts';
import { markdownTable } from '../report/markdown-table.ts';
import type { ShopBench } from '../shop-bench.ts';
import type { SectionOutcome } from './section.ts';

const connections = 50;
/** Smaller shares are summed. */
const leastPercent = 0.5;

/** Where our gateway's time goes, cold, by share. */
export async function profile(
  { shop, supergraphFile, folder, parts }: ShopBench,
  { seconds, warmUpSeconds }: Pick<BenchOptions, 'seconds' | 'warmUpSeconds'>,
): Promise<SectionOutcome> {
  await shop.set({});
  const shares = await profileContender(oursCold, {
    place: { folder, supergraphFile, subgraphUrls: shop.urls },
    operation: parts.publicOperation,
    connections,
    seconds,
    warmUpSeconds,
  });
  const rest = shares.filter(({ percent }) => percent < leastPercent).reduce((sum, { percent }) => sum + percent, 0);
  const rows = shares.filter(({ percent }) => percent >= leastPercent);
  return {
    title: 'Where our time goes: the public operation, cold',
    intro: `Shares of the time in which the gateway was busy, at ${connections} connections, by the part that the running function belongs to (V8's profiler, which itself costs about a fifth). What native code does on behalf of a function, such as JSON.parse, counts to that function.`,
    table: markdownTable(
      ['part', 'share'],
      [...rows, { part: 'all smaller ones', percent: rest }].map(({ part, percent }) => [
        part,
        `${percent.toFixed(1)} %`,
      ]),
    ),
    goals: [],
  };
}
