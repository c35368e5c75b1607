import type { CallNode, Plan, PlanNode } from './plan.ts';
import { inOrder } from './sequence.ts';

/** Joins the calls of one wave that ask one subgraph for the same of entities at several places into one call. */
export function mergeCalls(plan: Plan): Plan {
  if (plan === null || plan.kind === 'call') return plan;
  const nodes = plan.nodes.flatMap((node) => mergeCalls(node) ?? []);
  return inOrder(plan.kind, plan.kind === 'parallel' ? merged(nodes) : nodes);
}

function merged(nodes: readonly PlanNode[]): PlanNode[] {
  const calls = new Map<string, CallNode>();
  const others: PlanNode[] = [];
  for (const node of nodes) {
    const key = node.kind === 'call' ? sameness(node) : null;
    if (node.kind !== 'call' || key === null) {
      others.push(node);
      continue;
    }
    const before = calls.get(key);
    calls.set(key, before ? withTargetsOf(before, node) : node);
  }
  return [...calls.values(), ...others];
}

/** Calls of one sameness can be one. Null for a call that stays alone: at the root, or with arguments from above. */
function sameness({ subgraph, operation, document, variables, batches }: CallNode): string | null {
  const [batch, ...more] = batches;
  const isPlain =
    batch && more.length === 0 && batch.targets.every(({ contextVariables }) => contextVariables.length === 0);
  return isPlain ? JSON.stringify([subgraph, operation, document, variables, batch.outputRenames]) : null;
}

function withTargetsOf(one: CallNode, other: CallNode): CallNode {
  const added = other.batches.flatMap(({ targets }) => targets);
  return { ...one, batches: one.batches.map((batch) => ({ ...batch, targets: [...batch.targets, ...added] })) };
}
