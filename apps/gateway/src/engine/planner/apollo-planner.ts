import { operationFromDocument, type Schema, Supergraph } from '@apollo/federation-internals';
import {
  type PlanNode as ApolloNode,
  type FetchDataRewrite,
  type FetchNode,
  QueryPlanner,
  type QueryPlanSelectionNode,
  type ResponsePath,
  type SubscriptionNode,
} from '@apollo/query-planner';
import { type DocumentNode, parse } from 'graphql';
import { mergeCalls } from './merge-calls.ts';
import { isLabelOn } from './override-labels.ts';
import type {
  CallNode,
  ContextVariable,
  Path,
  PathSegment,
  Plan,
  PlanNode,
  Rename,
  Required,
  TypenameSetter,
} from './plan.ts';
import type { Planner, PlannerOptions } from './planner.ts';
import { inSerialOrder } from './root-fields.ts';
import { inOrder } from './sequence.ts';

/**
 * It plans in one go, so its search is bounded. Where subgraphs share most fields, the plans it weighs by default
 * (10,000) take it seconds for an operation of 300 characters; the first hundred are as good for all but the count of calls.
 */
const bounds = { maxEvaluatedPlans: 100, pathsLimit: 2_000 };

/**
 * Apollo's planner: it knows @fromContext and runs wherever Node does. Its licence is Elastic-2.0.
 * Calls that it sends one by one are joined here. Where it would have two answers meet under one response key
 * (@requires with arguments), placing the plan tells them apart or refuses: see compile/positions.ts.
 *
 * @throws Error when the supergraph is not one.
 */
export function createApolloPlanner({ supergraphSdl, overrideLabels }: PlannerOptions): Planner {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null, validateSupergraph: false });
  const planner = new QueryPlanner(supergraph, { debug: bounds });
  const api: Schema = supergraph.apiSchema();
  const percentages = [...supergraphSdl.matchAll(/overrideLabel: "percent\(([\d.]+)\)"/g)].map(([, n]) => Number(n));
  const labels = [...supergraphSdl.matchAll(/overrideLabel: "([^"]+)"/g)].map(([, label = '']) => label);
  const labelsOn = new Set(overrideLabels);

  return {
    name: 'apollo',
    overridePercentages: percentages,
    async plan({ document, operationName, percentage }) {
      // Its own order of a mutation's fields is not always theirs.
      const parts = inSerialOrder(parse(document)).map((part) => planPart(part, operationName, percentage));
      return inOrder('sequence', parts);
    },
  };

  function planPart(document: DocumentNode, operationName: string | null, percentage: number): Plan {
    const operation = operationFromDocument(api, document, operationName ? { operationName } : {});
    const { node } = planner.buildQueryPlan(operation, {
      overrideConditions: new Map(labels.map((label) => [label, isLabelOn(label, labelsOn, percentage)])),
    });
    return node ? contextsLast(mergeCalls(rootOf(node))) : null;
  }
}

/** A wave's calls that take something from above their entities wait for the others, which may be what brings it. */
function contextsLast(plan: Plan): Plan {
  if (plan === null || plan.kind === 'call') return plan;
  const nodes = plan.nodes.map(contextsLast);
  if (plan.kind === 'sequence') return inOrder('sequence', nodes);
  const waiting = nodes.filter((node) => node !== null && takesContext(node));
  const others = nodes.filter((node) => node === null || !takesContext(node));
  return inOrder('sequence', [inOrder('parallel', others), inOrder('parallel', waiting)]);
}

function takesContext(node: PlanNode): boolean {
  if (node.kind !== 'call') return node.nodes.some(takesContext);
  return node.batches.some(({ targets }) => targets.some(({ contextVariables }) => contextVariables.length > 0));
}

function rootOf(node: ApolloNode | SubscriptionNode): Plan {
  if (node.kind !== 'Subscription') return nodeOf(node, []);
  const { primary, rest } = node;
  return inOrder('sequence', [fetchOf(primary, []), rest ? nodeOf(rest, []) : null]);
}

function nodeOf(node: ApolloNode, path: Path): Plan {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return inOrder(
        node.kind === 'Sequence' ? 'sequence' : 'parallel',
        node.nodes.map((child) => nodeOf(child, path)),
      );
    case 'Flatten':
      return nodeOf(node.node, [...path, ...pathOf(node.path)]);
    case 'Fetch':
      return fetchOf(node, path);
    default:
      throw new Error(`The planner made a node that is not executed here: ${node.kind}.`);
  }
}

function fetchOf(node: FetchNode, path: Path): CallNode {
  const renames = renamesOf(node.outputRewrites);
  const isEntityFetch = node.requires !== undefined;
  const call = {
    kind: 'call' as const,
    subgraph: node.serviceName,
    operation: node.operationKind ?? ('query' as const),
    // A name that is new in every plan would keep equal calls apart.
    document: node.operationName ? node.operation.replace(node.operationName, '') : node.operation,
    variables: (node.variableUsages ?? []).filter((name) => !name.startsWith('contextualArgument')),
  };
  if (!isEntityFetch) return { ...call, batches: [], outputRenames: renames };
  const target = {
    path,
    requires: (node.requires ?? []).map(requiredOf),
    typenames: (node.inputRewrites ?? []).map(typenameOf),
    contextVariables: (node.contextRewrites ?? []).map(contextOf),
  };
  return {
    ...call,
    batches: [{ alias: '_entities', variable: 'representations', targets: [target], outputRenames: renames }],
    outputRenames: [],
  };
}

/** `reviews`, `@`, and `author|[Person,Robot]` for an author of one of these types. */
function pathOf(path: ResponsePath): Path {
  return path.flatMap((part): PathSegment[] => {
    const [, name = '', types] = /^([^|]*)(?:\|\[(.*)\])?$/.exec(String(part)) ?? [];
    const condition = types === undefined ? [] : [{ types: types.split(',') }];
    return name === '@' || name === '' ? condition : [{ field: name }, ...condition];
  });
}

function requiredOf(node: QueryPlanSelectionNode): Required {
  const selections = (node.selections ?? []).map(requiredOf);
  if (node.kind === 'InlineFragment') return { kind: 'fragment', type: node.typeCondition ?? '', selections };
  const key = node.alias ?? node.name;
  return { kind: 'field', key, name: key, signature: null, selections };
}

function typenameOf(rewrite: FetchDataRewrite): TypenameSetter {
  const segments = rewrite.path.map(segmentOf);
  if (rewrite.kind !== 'ValueSetter' || !isField(segments.at(-1), '__typename')) {
    throw new Error('The planner rewrites something other than a __typename in a representation.');
  }
  return {
    types: segments.flatMap((segment) => ('types' in segment ? segment.types : [])),
    typename: String(rewrite.setValueTo),
  };
}

function renamesOf(rewrites: readonly FetchDataRewrite[] = []): Rename[] {
  return rewrites.map((rewrite) => {
    if (rewrite.kind !== 'KeyRenamer') throw new Error('The planner rewrites something other than a key in an answer.');
    return { path: rewrite.path.map(segmentOf), key: rewrite.renameKeyTo };
  });
}

function contextOf({
  path,
  renameKeyTo,
}: {
  readonly path: readonly string[];
  readonly renameKeyTo: string;
}): ContextVariable {
  const segments = path.filter((part) => part !== '..').map(segmentOf);
  return {
    variable: renameKeyTo,
    levelsUp: path.filter((part) => part === '..').length,
    types: segments.flatMap((segment) => ('types' in segment ? segment.types : [])),
    keys: segments.flatMap((segment) => ('field' in segment ? [segment.field] : [])),
  };
}

function segmentOf(part: string): PathSegment {
  return part.startsWith('... on ') ? { types: [part.slice('... on '.length)] } : { field: part };
}

function isField(segment: PathSegment | undefined, name: string): boolean {
  return segment !== undefined && 'field' in segment && segment.field === name;
}
