import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

/** How a number is made from a selection set: `field` gives one of a field, `combine` one of its siblings. */
export interface Fold {
  readonly initial: number;
  /** `below` is the fold of the field's own selections, and is worked out only when it is asked for. */
  readonly field: (node: FieldNode, below: () => number) => number;
  /** What a fragment adds beside its selections: its directives. */
  readonly fragment?: (node: SelectionNode) => number;
  readonly combine: (left: number, right: number) => number;
}

/**
 * Folds a selection set as it stands once its fragments are spread. Each fragment is folded once however often it is
 * spread, so a document of n tokens takes n steps, whatever it unfolds to.
 */
export function foldSelections(
  selectionSet: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  { initial, field, fragment = () => initial, combine }: Fold,
): number {
  const folded = new Map<string, number>();

  const ofSet = (set: SelectionSetNode | undefined): number =>
    set ? set.selections.reduce((total, selection) => combine(total, ofSelection(selection)), initial) : initial;

  const ofSelection = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FIELD) return field(selection, () => ofSet(selection.selectionSet));
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT ? ofSet(selection.selectionSet) : ofFragment(selection.name.value);
    return combine(fragment(selection), inner);
  };

  const ofFragment = (name: string): number => {
    const known = folded.get(name);
    if (known !== undefined) return known;
    // Stands while the fragment is being folded, so that a cycle ends; validation refuses cycles before this.
    folded.set(name, initial);
    const value = ofSet(fragments.get(name)?.selectionSet);
    folded.set(name, value);
    return value;
  };

  return ofSet(selectionSet);
}

export const add = (left: number, right: number): number => left + right;
