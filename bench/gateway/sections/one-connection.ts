import { apolloStock, apolloUndici } from '../contenders/apollo.ts';
import type { Contender } from '../contenders/contender.ts';
import { grafbase } from '../contenders/grafbase.ts';
import { hiveDefault, hiveRust } from '../contenders/hive.ts';
import { oursCold } from '../contenders/ours.ts';
import type { SectionPlan, ShopParts } from './section.ts';
import { throughputRatio } from './throughput.ts';

/** The public benchmark with one request at a time: nobody has a twin to share with. */
export function oneConnection({ publicOperation: operation, replayFloor }: ShopParts): SectionPlan {
  const row = (contender: Contender) => ({ contender, operation, connections: 1, subgraphs: {} });
  return {
    title: 'The public gateway benchmark, one connection',
    intro: 'One request at a time: no gateway can share work between requests, and latency is what it costs.',
    rows: [replayFloor, oursCold, apolloStock, apolloUndici, hiveDefault, hiveRust, grafbase()].map(row),
    goals: [
      throughputRatio('beside grafbase', 'ours-cold', 'grafbase', 1.1),
      throughputRatio('beside Hive Gateway with its Rust planner', 'ours-cold', 'hive-rust', 5),
    ],
  };
}
