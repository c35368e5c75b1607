import {
  type DirectiveNode,
  type InlineFragmentNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { eachSelection } from '../compile/each-selection.ts';
import type { ClientOperation } from '../compile/variant.ts';

/** One fragment under @defer, at one place of the operation. */
export interface DeferUsage {
  readonly label: string | null;
  /** The fragment under @defer that it stands in. */
  readonly parent: DeferUsage | null;
}

/** An operation whose fragments all stand in place, and which of them are given later. */
export interface DeferredOperation {
  readonly operation: ClientOperation;
  readonly usages: ReadonlyMap<InlineFragmentNode, DeferUsage>;
}

/** The variables that `@defer(if:)` depends on; null when nothing in the operation is deferred. */
export function deferVariables(operation: ClientOperation): readonly string[] | null {
  const names = new Set<string>();
  let isDeferred = false;
  eachSelection(operation, (selection) => {
    const condition = conditionOf(selection);
    if (condition !== undefined) isDeferred = true;
    if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
  });
  return isDeferred ? [...names] : null;
}

/** Puts every fragment in its place, and takes @defer away where it is switched off. The operation has no other conditions. */
export function placeDeferred(
  { definition, fragments }: ClientOperation,
  isOn: (variable: string) => boolean,
): DeferredOperation {
  const usages = new Map<InlineFragmentNode, DeferUsage>();

  const ofSet = (set: SelectionSetNode, parent: DeferUsage | null): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FIELD) {
        return selection.selectionSet
          ? { ...selection, selectionSet: ofSet(selection.selectionSet, parent) }
          : selection;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) throw new Error('A fragment that is not there.');
      const condition = conditionOf(selection);
      const usage = condition !== undefined && isTrue(condition) ? { label: labelOf(selection), parent } : null;
      const node: InlineFragmentNode = {
        kind: Kind.INLINE_FRAGMENT,
        ...(fragment.typeCondition ? { typeCondition: fragment.typeCondition } : {}),
        selectionSet: ofSet(fragment.selectionSet, usage ?? parent),
      };
      if (usage) usages.set(node, usage);
      return node;
    }),
  });
  const isTrue = (condition: ValueNode | null): boolean => {
    if (condition?.kind === Kind.VARIABLE) return isOn(condition.name.value);
    return condition === null || (condition.kind === Kind.BOOLEAN && condition.value);
  };

  const selectionSet = ofSet(definition.selectionSet, null);
  return { operation: { definition: { ...definition, selectionSet }, fragments: new Map() }, usages };
}

/** What its @defer depends on: null for one without a condition, undefined where there is no @defer. */
function conditionOf(selection: SelectionNode): ValueNode | null | undefined {
  const defer = deferOf(selection);
  return defer && (defer.arguments?.find(({ name }) => name.value === 'if')?.value ?? null);
}

function labelOf(selection: SelectionNode): string | null {
  const value = deferOf(selection)?.arguments?.find(({ name }) => name.value === 'label')?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}

function deferOf(selection: SelectionNode): DirectiveNode | undefined {
  return selection.kind === Kind.FIELD ? undefined : selection.directives?.find(({ name }) => name.value === 'defer');
}
