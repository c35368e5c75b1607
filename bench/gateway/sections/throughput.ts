import { apolloResponseCache, apolloStock, apolloUndici } from '../contenders/apollo.ts';
import type { Contender } from '../contenders/contender.ts';
import { grafbase } from '../contenders/grafbase.ts';
import { hiveDefault, hiveResponseCache, hiveRust, hiveRustDedupe } from '../contenders/hive.ts';
import {
  oursCold,
  oursEntityCache,
  oursResponseCache,
  oursSharedCalls,
  oursSharedRequests,
} from '../contenders/ours.ts';
import { ratio } from '../measure/goal.ts';
import type { RowPlan } from '../measure/row.ts';
import type { SectionPlan, ShopParts } from './section.ts';

const cacheable = { cacheControl: 'public, max-age=3600' };

/** The public benchmark at 50 connections. */
export function throughput({ publicOperation: operation, bytesFloor, replayFloor }: ShopParts): SectionPlan {
  const row = (contender: Contender, subgraphs: RowPlan['subgraphs'] = {}): RowPlan => ({
    contender,
    operation,
    connections: 50,
    subgraphs,
  });
  return {
    title: 'The public gateway benchmark, 50 connections',
    intro:
      'The operation of graphql-hive/graphql-gateways-benchmark, always the same one: so gateways that share or cache have little to do, and are compared with their like. The subgraphs answer from memory.',
    rows: [
      row(bytesFloor),
      row(replayFloor),
      row(oursCold),
      row(oursSharedCalls),
      row(oursSharedRequests),
      row(oursEntityCache, cacheable),
      row(oursResponseCache, cacheable),
      row(apolloStock),
      row(apolloUndici),
      row(apolloResponseCache, cacheable),
      row(hiveDefault),
      row(hiveRust),
      row(hiveRustDedupe),
      row(hiveResponseCache, cacheable),
      row(grafbase()),
    ],
    goals: [
      throughputRatio('cold beside Hive Gateway with its Rust planner', 'ours-cold', 'hive-rust', 3.2),
      throughputRatio('cold beside stock Apollo', 'ours-cold', 'apollo-stock', 9),
      share('cold beside the undici floor', 'ours-cold', 'floor-replay', 60),
      { text: 'cold, p99', atMost: 70, unit: 'ms', seen: (rows) => rows('ours-cold', 'p99Ms') },
      throughputRatio('subgraph calls shared in flight, beside grafbase', 'ours-shared-calls', 'grafbase', 1.8),
      throughputRatio("whole requests shared in flight, beside Hive's", 'ours-shared-requests', 'hive-rust-dedupe', 4),
      throughputRatio('entity-cache hit beside the undici floor', 'ours-entity-cache', 'floor-replay', 1.3),
      share('response-cache hit beside bare node:http', 'ours-response-cache', 'floor-bytes', 75),
      throughputRatio("response-cache hit beside Hive's", 'ours-response-cache', 'hive-response-cache', 12),
    ],
  };
}

/** How many times as many requests a second one row answers as another. */
export function throughputRatio(text: string, id: string, other: string, atLeast: number) {
  const seen: SectionPlan['goals'][number]['seen'] = (rows) =>
    ratio(rows(id, 'requestsPerSecond'), rows(other, 'requestsPerSecond'));
  return { text, atLeast, unit: '×', seen } as const;
}

/** The same, in percent. */
export function share(text: string, id: string, other: string, atLeast: number) {
  const seen: SectionPlan['goals'][number]['seen'] = (rows) => {
    const times = ratio(rows(id, 'requestsPerSecond'), rows(other, 'requestsPerSecond'));
    return times === null ? null : times * 100;
  };
  return { text, atLeast, unit: '%', seen } as const;
}
