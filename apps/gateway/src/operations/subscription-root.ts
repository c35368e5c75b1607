import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type SelectionNode,
} from 'graphql';

/**
 * A subscription's one root field may not depend on @skip or @include. graphql 16 does not report it: with a variable, its
 * own rule for the root field throws in the middle of validation. To be asked before it.
 *
 * @see https://spec.graphql.org/September2025/#sec-Single-Root-Field
 */
export function conditionalRootError({ definitions }: DocumentNode): GraphQLError | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const seen = new Set<string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.SUBSCRIPTION)
      continue;
    const conditional = firstConditional(definition.selectionSet.selections);
    if (conditional) {
      return new GraphQLError('The root field of a subscription cannot depend on @skip or @include.', {
        nodes: conditional,
      });
    }
  }
  return null;

  function firstConditional(selections: readonly SelectionNode[]): SelectionNode | null {
    for (const selection of selections) {
      if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) return selection;
      const found = firstConditional(below(selection));
      if (found) return found;
    }
    return null;
  }

  /** What stands at the root through a fragment. Each fragment once: one may spread itself. */
  function below(selection: SelectionNode): readonly SelectionNode[] {
    if (selection.kind === Kind.FIELD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet.selections;
    const name = selection.name.value;
    if (seen.has(name)) return [];
    seen.add(name);
    return fragments.get(name)?.selectionSet.selections ?? [];
  }
}
