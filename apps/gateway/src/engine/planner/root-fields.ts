import { type DocumentNode, Kind, type OperationDefinitionNode, OperationTypeNode, type SelectionNode } from 'graphql';
import { responseKey } from '../compile/positions.ts';

/**
 * A mutation as one document for each of its root fields, in their order; any other document as it is. GraphQL does them
 * one after the other, also when one is asked for under two keys with another between. What has one key is one field.
 */
export function inSerialOrder(document: DocumentNode): DocumentNode[] {
  const definition = document.definitions.find(
    (given): given is OperationDefinitionNode => given.kind === Kind.OPERATION_DEFINITION,
  );
  if (definition?.operation !== OperationTypeNode.MUTATION) return [document];
  const fields = Map.groupBy(rootFields(definition.selectionSet.selections), keyOf);
  return [...fields.values()].map((selections) => {
    const alone = { ...definition, selectionSet: { ...definition.selectionSet, selections } };
    return { ...document, definitions: document.definitions.map((given) => (given === definition ? alone : given)) };
  });
}

function keyOf(selection: SelectionNode): string {
  return selection.kind === Kind.FIELD ? responseKey(selection) : '';
}

function rootFields(selections: readonly SelectionNode[]): SelectionNode[] {
  return selections.flatMap((selection) =>
    selection.kind === Kind.INLINE_FRAGMENT ? rootFields(selection.selectionSet.selections) : [selection],
  );
}
