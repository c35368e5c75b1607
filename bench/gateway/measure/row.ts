import type { Contender } from '../contenders/contender.ts';
import type { Operation } from '../load/operation.ts';
import type { SubgraphSettings } from '../workload/subgraph-control.ts';

/** One line of a table, before it is measured. */
export interface RowPlan {
  /** Unique in its table. */
  readonly contender: Contender;
  readonly operation: Operation;
  readonly connections: number;
  readonly subgraphs: SubgraphSettings;
}

/** What one run of a row gave. */
export interface Sample {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Null where the system does not tell. */
  readonly cpuMsPerRequest: number | null;
  /** Of one core. */
  readonly cpuPercent: number | null;
  readonly residentMegabytes: number | null;
  readonly callsPerRequest: number | null;
  /** CPU that all subgraphs used beside, with their database, for one request. */
  readonly subgraphCpuMsPerRequest: number | null;
  /** Answers compared with the expected one under the same load, just before. */
  readonly checked: number;
  /** Wrong answers, answers that were no success, connections that failed. */
  readonly bad: number;
}

export interface RowResult {
  readonly id: string;
  readonly title: string;
  readonly samples: readonly Sample[];
  /** What went wrong, in words; a row with faults stands in the table all the same. */
  readonly faults: readonly string[];
}
