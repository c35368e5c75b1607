import { Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { ClientOperation } from './variant.ts';

/** Visits every selection of an operation from the top down; those of a fragment once, however often it is spread. */
export function eachSelection(
  { definition, fragments }: ClientOperation,
  visit: (selection: SelectionNode) => void,
): void {
  const visited = new Set<string>();
  const ofSet = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      visit(selection);
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet) ofSet(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) ofSet(fragment.selectionSet);
      }
    }
  };
  ofSet(definition.selectionSet);
}
