import type { Plan, PlanNode } from './plan.ts';

/** Nodes of one kind as one node: without what fetches nothing, and without a wrapper around one. */
export function inOrder(kind: 'sequence' | 'parallel', plans: readonly Plan[]): Plan {
  const nodes = plans.flatMap((node): readonly PlanNode[] => {
    if (node === null) return [];
    return node.kind === kind ? node.nodes : [node];
  });
  const [first] = nodes;
  return nodes.length > 1 ? { kind, nodes } : (first ?? null);
}
