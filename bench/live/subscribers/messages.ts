/** From the bench to its subscribers' process. */
export type Order =
  | { readonly do: 'open'; readonly transport: 'sse' | 'websocket'; readonly port: number; readonly count: number }
  /** Story `number` was told at `at`, by the machine's clock: say when it came. */
  | { readonly do: 'tell'; readonly number: number; readonly at: number };

/** Of one event, over all subscribers that got it. */
export interface Delivery {
  readonly received: number;
  /** Texts that were not the very ones that were told. */
  readonly wrong: number;
  readonly sample: string | null;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

export type Report =
  | { readonly did: 'open'; readonly tookMs: number; readonly lost: readonly string[] }
  | { readonly did: 'tell'; readonly delivery: Delivery; readonly lost: readonly string[] };
