/** How many entries went. What this process keeps has gone when the call returns; a promise waits for what others share. */
export type PurgedCount = number | Promise<number>;

/**
 * A cache that can be told what has changed. Whatever is being filled at the moment of a purge counts as kept: it was asked
 * for before the change and may be older than it, so it is handed to who waits and not stored.
 */
export interface Purgeable {
  /** Drops all that carries one of the tags. */
  purge(tags: readonly string[]): PurgedCount;
  purgeAll(): PurgedCount;
  /**
   * From now on all that this process keeps is stale: asked for anew at the next use, and given out only when the subgraph
   * cannot answer. A cache without this drops all in its place. Answers how many entries became stale.
   */
  expireAll?(): PurgedCount;
}
