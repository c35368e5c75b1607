import {
  type DocumentNode,
  type FieldNode,
  Kind,
  OperationTypeNode,
  parseType,
  print,
  type SelectionSetNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { type CallDocument, entitiesField, readCallDocument } from '../planner/call-document.ts';
import type { CallNode } from '../planner/plan.ts';
import type { Moved } from './divide-call.ts';

const representations: VariableDefinitionNode = {
  kind: Kind.VARIABLE_DEFINITION,
  variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: 'representations' } },
  type: parseType('[_Any!]!'),
};

/** A call for what was taken out of another one. */
export function callFor({ entities, nodes }: Moved, call: CallNode, document: CallDocument): CallNode {
  const asked: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: nodes };
  const { name: _name, ...operation } = document.operation;
  if (!entities) return withSelection({ ...call, batches: [] }, { ...document, operation }, asked);
  const [field] = entitiesSelection(entities.type, asked);
  const own = (operation.variableDefinitions ?? []).filter(({ variable }) => variable.name.value !== 'representations');
  const query = { ...operation, operation: OperationTypeNode.QUERY, variableDefinitions: [representations, ...own] };
  const batch = { alias: '_entities', variable: 'representations', targets: entities.targets, outputRenames: [] };
  return withSelection(
    { ...call, operation: 'query', batches: [batch] },
    { ...document, operation: query },
    { kind: Kind.SELECTION_SET, selections: field ? [field] : [] },
  );
}

function entitiesSelection(type: string, asked: SelectionSetNode): readonly FieldNode[] {
  const document = readCallDocument(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { __typename } } }`,
  );
  const entities = entitiesField(document, '_entities');
  const selections = entities.selectionSet.selections.map((node) =>
    node.kind === Kind.INLINE_FRAGMENT ? { ...node, selectionSet: asked } : node,
  );
  return [{ ...entities, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
}

/** A call with another selection, and only the variables that it then uses. */
export function withSelection(call: CallNode, { operation }: CallDocument, selectionSet: SelectionSetNode): CallNode {
  const used = new Set<string>();
  visit(selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, variableDefinitions, selectionSet }],
  };
  return { ...call, document: print(document), variables: call.variables.filter((name) => used.has(name)) };
}
