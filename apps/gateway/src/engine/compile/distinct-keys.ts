import { type FieldNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import { responseKey, signatureOf } from './positions.ts';

/**
 * A response key may stand for different fields, or for one with different arguments, under types that no object has both
 * of. Planners lose one of them where an interface object hides the type. So each of them is planned under a key of its
 * own; the answer is written under the client's (`clientKeyOf`). So is what a client calls by the name of a field that
 * subgraphs are told of entities (`required`): a plan asks for that one under its name. Fragments stand in place.
 */
export function withDistinctKeys(set: SelectionSetNode, required: ReadonlySet<string>): SelectionSetNode {
  const [distinct = set] = distinctSets([set], required);
  return distinct;
}

/** The key that a field is planned under where its own stands for several: the number of the field's kind, and its key. */
export const planKey = (index: number, key: string): string => `_internal_${index}_${key}`;

const planKeyPattern = /^_internal_\d+_(.+)$/;

/** The client's key of a field that was planned under one of its own. */
export function clientKeyOf(key: string): string {
  return planKeyPattern.exec(key)?.[1] ?? key;
}

/** Selections of one place of the answer, wherever in the operation they stand. */
function distinctSets(sets: readonly SelectionSetNode[], required: ReadonlySet<string>): SelectionSetNode[] {
  const byKey = new Map<string, Map<string, FieldNode[]>>();
  for (const set of sets) collect(set, byKey);
  const rewritten = new Map<FieldNode, FieldNode>();
  for (const [key, bySignature] of byKey) {
    for (const [index, [signature, nodes]] of [...bySignature].entries()) {
      const below = distinctSets(
        nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
        required,
      );
      const isOwn = bySignature.size > 1 || (required.has(key) && signature !== key);
      const alias = isOwn ? { kind: Kind.NAME as const, value: planKey(index, key) } : null;
      for (const node of nodes) {
        const selectionSet = node.selectionSet ? below.shift() : undefined;
        rewritten.set(node, { ...node, ...(alias ? { alias } : {}), ...(selectionSet ? { selectionSet } : {}) });
      }
    }
  }
  return sets.map((set) => rewrite(set, rewritten));
}

function collect({ selections }: SelectionSetNode, byKey: Map<string, Map<string, FieldNode[]>>): void {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, byKey);
    if (selection.kind !== Kind.FIELD) continue;
    const bySignature = byKey.get(responseKey(selection)) ?? new Map<string, FieldNode[]>();
    byKey.set(responseKey(selection), bySignature);
    const signature = signatureOf(selection);
    bySignature.set(signature, [...(bySignature.get(signature) ?? []), selection]);
  }
}

function rewrite(set: SelectionSetNode, rewritten: ReadonlyMap<FieldNode, FieldNode>): SelectionSetNode {
  return {
    ...set,
    selections: set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FIELD) return rewritten.get(selection) ?? selection;
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      return { ...selection, selectionSet: rewrite(selection.selectionSet, rewritten) };
    }),
  };
}
