import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { withDistinctKeys } from './distinct-keys.ts';
import type { ClientOperation } from './variant.ts';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * What the planner is asked for: the operation with its fragments in place, without what needs no subgraph (the root's
 * own `__typename` and introspection), and without variables that are no longer used. Null when nothing is left.
 * `required` names fields that plans may ask for beside it: see distinct-keys.ts. `complete` may ask for more than the client does.
 */
export function planDocument(
  operation: ClientOperation,
  required: ReadonlySet<string> = new Set(),
  complete: (definition: OperationDefinitionNode) => OperationDefinitionNode = (definition) => definition,
): string | null {
  const { definition, fragments } = operation;

  const inPlace = (set: SelectionSetNode): SelectionSetNode => {
    const selections = set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FIELD) {
        const { directives: _directives, ...field } = selection;
        return field.selectionSet ? { ...field, selectionSet: inPlace(field.selectionSet) } : field;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : { ...selection };
      if (!fragment) throw new Error('A fragment that is not there.');
      return {
        kind: Kind.INLINE_FRAGMENT,
        ...(fragment.typeCondition ? { typeCondition: fragment.typeCondition } : {}),
        selectionSet: inPlace(fragment.selectionSet),
      };
    });
    // What @skip emptied still asks whether the object is there.
    return { ...set, selections: selections.length > 0 ? selections : [typename] };
  };

  const selectionSet = ofSubgraphs(inPlace(definition.selectionSet));
  if (!selectionSet) return null;
  const completed = complete({ ...definition, directives: [], selectionSet });
  return print(withUsedVariables({ ...completed, selectionSet: withDistinctKeys(completed.selectionSet, required) }));
}

/** A root selection set without the fields that begin with `__`; null when it is then empty. */
function ofSubgraphs(set: SelectionSetNode): SelectionSetNode | null {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__') ? [] : [selection];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    const inner = ofSubgraphs(selection.selectionSet);
    return inner ? [{ ...selection, selectionSet: inner }] : [];
  });
  return selections.length > 0 ? { ...set, selections } : null;
}

function withUsedVariables(definition: OperationDefinitionNode): OperationDefinitionNode {
  const used = new Set<string>();
  visit(definition.selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  return {
    ...definition,
    variableDefinitions: (definition.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
  };
}
