import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/**
 * How many fields and fragments an operation has once its fragments are spread. Each fragment is counted once however
 * often it is spread, so the count takes as long as the document, whatever it unfolds to; it stops growing at 2^53.
 */
export function countSelections(
  selectionSet: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const counted = new Map<string, number>();
  const ofSet = ({ selections }: SelectionSetNode): number => {
    let count = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) count += 1 + ofFragment(selection.name.value);
      else count += 1 + (selection.selectionSet ? ofSet(selection.selectionSet) : 0);
    }
    return Math.min(count, Number.MAX_SAFE_INTEGER);
  };
  const ofFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    // Validation refuses cycles; this ends one all the same.
    counted.set(name, 0);
    const fragment = fragments.get(name);
    const count = fragment ? ofSet(fragment.selectionSet) : 0;
    counted.set(name, count);
    return count;
  };
  return ofSet(selectionSet);
}
