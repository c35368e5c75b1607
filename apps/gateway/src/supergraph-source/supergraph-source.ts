import type { Supergraph } from '../engine/supergraph/supergraph.ts';

/** Where the supergraph comes from, now and later. */
export interface SupergraphSource {
  /** As it is there now. Rejects with a SupergraphError. */
  load(): Promise<Supergraph>;
  /**
   * Looks at it from time to time, and calls back when it is another than the one that was loaded last, good or not. The
   * function that it returns ends that.
   */
  watch(onChange: () => void): () => void;
}
