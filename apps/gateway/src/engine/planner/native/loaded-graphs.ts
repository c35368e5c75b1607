import type { PlannerChild } from './planner-child.ts';

export interface NativeGraph {
  readonly id: number;
  readonly sdl: string;
}

/** The one that is served, the one before it whose requests end, and some for a graph that is changed often. */
const maxLoaded = 4;

/** Which graphs the process holds: those that were used last. Others are loaded when they are asked about; that takes 1 ms. */
export function createLoadedGraphs() {
  const held = new Set<number>();
  return {
    /** To be called before anything is asked of the graph. */
    use({ id, sdl }: NativeGraph, child: PlannerChild): void {
      if (held.delete(id)) {
        held.add(id);
        return;
      }
      child.tell({ kind: 'load', graph: id, sdl });
      held.add(id);
      const [oldest] = held;
      if (held.size <= maxLoaded || oldest === undefined) return;
      held.delete(oldest);
      child.tell({ kind: 'drop', graph: oldest });
    },
    /** The process is another one. */
    clear: () => held.clear(),
  };
}
