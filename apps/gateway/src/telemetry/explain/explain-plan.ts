import { parse, print } from 'graphql';
import type { CallProgram, PlanProgram, ProgramNode } from '../../engine/compile/positions.ts';
import type { Path } from '../../engine/planner/plan.ts';
import type { ExplainedCall, ExplainedNode } from './explanation.ts';

/** A plan as a tree that people can read. */
export function explainPlan({ node }: PlanProgram): ExplainedNode | null {
  return node && explainNode(node);
}

function explainNode(node: ProgramNode): ExplainedNode {
  return node.kind === 'call' ? explainCall(node.call) : { kind: node.kind, nodes: node.nodes.map(explainNode) };
}

function explainCall({ index, node, batches }: CallProgram): ExplainedCall {
  return {
    kind: 'call',
    call: index,
    subgraph: node.subgraph,
    operation: node.operation,
    document: print(parse(node.document)),
    entities: batches.flatMap(({ targets }) => targets.map(({ target }) => placeOf(target.path))),
  };
}

/** `article.body[Figure].image`: fields, and in brackets the types that an object there must be of. */
function placeOf(path: Path): string {
  return path.reduce((place, segment) => {
    if ('types' in segment) return `${place}[${segment.types.join('|')}]`;
    return place === '' ? segment.field : `${place}.${segment.field}`;
  }, '');
}
