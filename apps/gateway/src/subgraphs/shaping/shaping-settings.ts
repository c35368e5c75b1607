/** How calls to a subgraph are shaped; docs/traffic-shaping.md says more. */
export interface ShapingSettings {
  /** Queries that fail in passing are sent once more. */
  readonly retries: boolean;
  /** What the first sending of a query may take of its deadline. Null: all of it, so that one too late is not sent again. */
  readonly attemptTimeoutMs: number | null;
  /** A subgraph that fails most of the time is left alone for a while. */
  readonly breaker: boolean;
  /** Calls under way at the same time. */
  readonly maxConcurrent: number;
  /** Calls that wait for their turn beyond that; more fail at once. */
  readonly maxQueued: number;
}

/** A file's word on one subgraph over its word on all of them. */
export type ShapingWords = {
  readonly [Name in keyof ShapingSettings]?: ShapingSettings[Name] | undefined;
};

export function shapingOf(words: ShapingWords | undefined, defaults: ShapingSettings): ShapingSettings {
  return {
    retries: words?.retries ?? defaults.retries,
    attemptTimeoutMs: words?.attemptTimeoutMs ?? defaults.attemptTimeoutMs,
    breaker: words?.breaker ?? defaults.breaker,
    maxConcurrent: words?.maxConcurrent ?? defaults.maxConcurrent,
    maxQueued: words?.maxQueued ?? defaults.maxQueued,
  };
}
