import type {
  EntityBatchAlias,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode as HiveNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import type { PlannerProcess } from './native/planner-process.ts';
import { overridePercentagesOf } from './override-labels.ts';
import { withOwnVariables } from './own-variables.ts';
import type { CallNode, EntityTarget, Path, PathSegment, Plan, Rename, Required, TypenameSetter } from './plan.ts';
import type { Planner, PlannerOptions } from './planner.ts';
import { inOrder } from './sequence.ts';

type HiveFetch = Extract<HiveNode, { kind: 'Fetch' }>;
type HiveBatch = Extract<HiveNode, { kind: 'BatchFetch' }>;
type RewritePath = Extract<FetchRewrite, { kind: 'ValueSetter' }>['path'];

/**
 * The planner of Hive Router: native, in a process of its own. It aliases what @requires with arguments would mix up, and
 * joins the fetches of one wave to one subgraph. It knows nothing of @fromContext. What is no supergraph is found out with
 * the first plan.
 */
export function createHivePlanner({ supergraphSdl, overrideLabels }: PlannerOptions, native: PlannerProcess): Planner {
  const graph = native.open(supergraphSdl);
  return {
    name: 'hive',
    overridePercentages: overridePercentagesOf(supergraphSdl),
    async plan({ document, operationName, percentage }) {
      const node = await graph.plan({ document, operationName, labels: overrideLabels, percentage });
      return node ? nodeOf(node, []) : null;
    },
  };
}

function nodeOf(node: HiveNode, path: Path): Plan {
  switch (node.kind) {
    case 'Sequence':
      return inOrder(
        'sequence',
        node.nodes.map((child) => nodeOf(child, path)),
      );
    case 'Parallel':
      return inOrder(
        'parallel',
        node.nodes.map((child) => nodeOf(child, path)),
      );
    case 'Flatten':
      return nodeOf(node.node, [...path, ...pathOf(node.path)]);
    case 'Fetch':
      return fetchOf(node, path);
    case 'BatchFetch':
      return batchOf(node);
    case 'Subscription':
      return fetchOf(node.primary, path);
    default:
      throw new Error(`The planner made a node that is not executed here: ${node.kind}.`);
  }
}

function fetchOf(node: HiveFetch, path: Path): CallNode {
  const isEntityFetch = node.requires !== undefined && node.requires.length > 0;
  const renames = renamesOf(node.outputRewrites);
  return {
    ...callOf(node),
    batches: isEntityFetch
      ? [
          {
            alias: '_entities',
            variable: 'representations',
            targets: [targetOf(path, node)],
            outputRenames: renames,
          },
        ]
      : [],
    outputRenames: isEntityFetch ? [] : renames,
  };
}

function batchOf(node: HiveBatch): CallNode {
  return withOwnVariables({
    ...callOf(node),
    batches: node.entityBatch.aliases.map((alias) => ({
      alias: alias.alias,
      variable: alias.representationsVariableName,
      targets: alias.paths.map((path) => targetOf(pathOf(path), alias)),
      outputRenames: renamesOf(alias.outputRewrites),
    })),
    outputRenames: [],
  });
}

function callOf({ serviceName, operationKind, operation, variableUsages }: HiveFetch | HiveBatch) {
  return {
    kind: 'call' as const,
    subgraph: serviceName,
    operation: operationKind ?? ('query' as const),
    document: operation,
    variables: variableUsages ?? [],
  };
}

function targetOf(path: Path, { requires = [], inputRewrites = [] }: HiveFetch | EntityBatchAlias): EntityTarget {
  return { path, requires: requires.map(requiredOf), typenames: inputRewrites.map(typenameOf), contextVariables: [] };
}

function pathOf(segments: readonly FlattenNodePathSegment[]): Path {
  return segments.flatMap((segment): PathSegment[] => {
    if (segment === '@') return [];
    return 'Field' in segment ? [{ field: segment.Field }] : [{ types: segment.TypeCondition }];
  });
}

function requiredOf(selection: RequiresSelection): Required {
  switch (selection.kind) {
    case 'Field':
      return {
        kind: 'field',
        key: selection.name,
        name: selection.alias ?? selection.name,
        signature: null,
        selections: (selection.selections ?? []).map(requiredOf),
      };
    case 'InlineFragment':
      return { kind: 'fragment', type: selection.typeCondition, selections: selection.selections.map(requiredOf) };
    default:
      throw new Error('The planner required a named fragment.');
  }
}

function typenameOf(rewrite: FetchRewrite): TypenameSetter {
  const setter = 'ValueSetter' in rewrite ? rewrite.ValueSetter : 'kind' in rewrite ? rewrite : null;
  const path = rewritePathOf(setter?.path ?? []);
  const last = path.at(-1);
  const types = path.flatMap((segment) => ('types' in segment ? segment.types : []));
  if (!setter || !last || !('field' in last) || last.field !== '__typename') {
    throw new Error('The planner rewrites something other than a __typename in a representation.');
  }
  return { types, typename: setter.setValueTo };
}

function renamesOf(rewrites: readonly FetchRewrite[] = []): Rename[] {
  return rewrites.map((rewrite) => {
    if (!('KeyRenamer' in rewrite)) throw new Error('The planner rewrites something other than a key in an answer.');
    return { path: rewritePathOf(rewrite.KeyRenamer.path), key: rewrite.KeyRenamer.renameKeyTo };
  });
}

function rewritePathOf(path: RewritePath): PathSegment[] {
  return path.map((segment) => ('Key' in segment ? { field: segment.Key } : { types: segment.TypenameEquals }));
}
