import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** A call's document, read. */
export interface CallDocument {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** @throws Error when there is no operation in it. */
export function readCallDocument(text: string): CallDocument {
  const { definitions } = parse(text, { noLocation: true });
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A call without an operation.');
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return { operation, fragments };
}

/** The `_entities` field that answers under an alias. */
export function entitiesField(
  { operation }: CallDocument,
  alias: string,
): FieldNode & { readonly selectionSet: SelectionSetNode } {
  for (const node of operation.selectionSet.selections) {
    if (node.kind !== Kind.FIELD || (node.alias ?? node.name).value !== alias) continue;
    if (node.selectionSet) return { ...node, selectionSet: node.selectionSet };
  }
  throw new Error('A call for entities that asks for none.');
}
