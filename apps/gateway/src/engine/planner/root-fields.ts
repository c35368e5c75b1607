import { type DocumentNode, Kind, type OperationDefinitionNode, OperationTypeNode, type SelectionNode } from 'graphql';

/**
 * A mutation as one document for each of its root fields, in their order; any other document as it is. GraphQL does them
 * one after the other, also when one is asked for twice with another between.
 */
export function inSerialOrder(document: DocumentNode): DocumentNode[] {
  const definition = document.definitions.find(
    (given): given is OperationDefinitionNode => given.kind === Kind.OPERATION_DEFINITION,
  );
  if (definition?.operation !== OperationTypeNode.MUTATION) return [document];
  return rootFields(definition.selectionSet.selections).map((field) => {
    const alone = { ...definition, selectionSet: { ...definition.selectionSet, selections: [field] } };
    return { ...document, definitions: document.definitions.map((given) => (given === definition ? alone : given)) };
  });
}

function rootFields(selections: readonly SelectionNode[]): SelectionNode[] {
  return selections.flatMap((selection) =>
    selection.kind === Kind.INLINE_FRAGMENT ? rootFields(selection.selectionSet.selections) : [selection],
  );
}
