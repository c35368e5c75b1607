import { apolloStock, apolloUndici } from '../contenders/apollo.ts';
import type { Contender } from '../contenders/contender.ts';
import { grafbase } from '../contenders/grafbase.ts';
import { hiveDefault, hiveRust } from '../contenders/hive.ts';
import { oursCold } from '../contenders/ours.ts';
import type { SectionPlan, ShopParts } from './section.ts';
import { share, throughputRatio } from './throughput.ts';

/** Every request with variables of its own, at 50 connections. */
export function distinct({ taggedOperation: operation, taggedReplayFloor }: ShopParts): SectionPlan {
  const row = (contender: Contender) => ({ contender, operation, connections: 50, subgraphs: {} });
  return {
    title: 'Distinct variables in every request, 50 connections',
    intro:
      'The same operation with a variable that goes into every call to every subgraph and is another one in each request: nothing can be shared or cached by anybody. The goals are those of the cold row above, which name this case too.',
    rows: [taggedReplayFloor, oursCold, apolloStock, apolloUndici, hiveDefault, hiveRust, grafbase()].map(row),
    goals: [
      throughputRatio('beside Hive Gateway with its Rust planner', 'ours-cold', 'hive-rust', 3.2),
      throughputRatio('beside stock Apollo', 'ours-cold', 'apollo-stock', 9),
      share('beside the undici floor', 'ours-cold', 'floor-replay-tagged', 60),
      { text: 'p99', atMost: 70, unit: 'ms', seen: (rows) => rows('ours-cold', 'p99Ms') },
    ],
  };
}
