import { apolloStock } from '../contenders/apollo.ts';
import type { Contender } from '../contenders/contender.ts';
import { grafbase } from '../contenders/grafbase.ts';
import { hiveRust } from '../contenders/hive.ts';
import { oursCold } from '../contenders/ours.ts';
import { ratio } from '../measure/goal.ts';
import type { SectionPlan, ShopParts } from './section.ts';

const delayMs = 5;

/** Subgraphs that take their time: what counts is how often the gateway waits for them. */
export function slowSubgraphs({ publicOperation: operation, replayFloor, waves }: ShopParts): SectionPlan {
  const row = (contender: Contender) => ({ contender, operation, connections: 1, subgraphs: { delayMs } });
  const leastMs = waves * delayMs;
  return {
    title: `Subgraphs that answer after ${delayMs} ms, one connection`,
    intro: `The public operation needs ${waves} waves of calls, so no answer can come before ${leastMs} ms.`,
    rows: [replayFloor, oursCold, apolloStock, hiveRust, grafbase()].map(row),
    goals: [
      {
        text: `p50 beside ${waves} waves × ${delayMs} ms`,
        atMost: 1.1,
        unit: '×',
        seen: (rows) => ratio(rows('ours-cold', 'p50Ms'), leastMs),
      },
    ],
  };
}
