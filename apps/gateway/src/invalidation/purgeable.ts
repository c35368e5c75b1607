/**
 * A cache that can be told what has changed. Whatever is being filled at the moment of a purge counts as kept: it was asked
 * for before the change and may be older than it, so it is handed to who waits and not stored.
 */
export interface Purgeable {
  /** Drops all that carries one of the tags; answers how many entries went. */
  purge(tags: readonly string[]): number;
  purgeAll(): number;
  /**
   * From now on all that is kept is stale: asked for anew at the next use, and given out only when the subgraph cannot
   * answer. A cache without this drops all in its place. Answers how many entries became stale.
   */
  expireAll?(): number;
}
