import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ClientOperation } from '../compile/variant.ts';

/** Marks a field that whoever asks may not see. Copies of the node keep it. */
const mark = Symbol('withheld');

interface MarkedField extends FieldNode {
  readonly [mark]?: true;
}

/** May whoever asks be given this field, asked for on this type? */
export type MayRead = (type: string, field: string) => boolean;

export function isWithheld(node: FieldNode): boolean {
  return mark in node;
}

/** The operation, its fragments in place, with every field marked that may not be read, and all that is asked below it. */
export function markWithheld(
  { definition, fragments }: ClientOperation,
  mayRead: MayRead,
  api: GraphQLSchema,
): ClientOperation {
  const rootType = api.getRootType(definition.operation) ?? null;
  return {
    definition: { ...definition, selectionSet: ofSet(definition.selectionSet, rootType, false) },
    fragments: new Map(),
  };

  function ofSet(set: SelectionSetNode, type: GraphQLNamedType | null, isBelow: boolean): SelectionSetNode {
    return { ...set, selections: set.selections.map((selection) => ofSelection(selection, type, isBelow)) };
  }

  function ofSelection(selection: SelectionNode, type: GraphQLNamedType | null, isBelow: boolean): SelectionNode {
    if (selection.kind === Kind.FIELD) return ofField(selection, type, isBelow);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!fragment) throw new Error('A fragment that is not there.');
    const { typeCondition } = fragment;
    const condition = typeCondition ? (api.getType(typeCondition.name.value) ?? null) : type;
    return {
      kind: Kind.INLINE_FRAGMENT,
      // Of a spread its own: what is said of the fragment itself is not said of this place.
      ...(selection.directives ? { directives: selection.directives } : {}),
      ...(typeCondition ? { typeCondition } : {}),
      selectionSet: ofSet(fragment.selectionSet, condition, isBelow),
    };
  }

  function ofField(node: FieldNode, type: GraphQLNamedType | null, isBelow: boolean): MarkedField {
    const name = node.name.value;
    if (name.startsWith('__')) return node;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    const isHidden = isBelow || !field || !mayRead(type?.name ?? '', name);
    const below = node.selectionSet
      ? { ...node, selectionSet: ofSet(node.selectionSet, field ? getNamedType(field.type) : null, isHidden) }
      : node;
    return isHidden ? { ...below, [mark]: true } : below;
  }
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** What is left to be asked for when nothing that is marked is. */
export function withoutWithheld({ definition, fragments }: ClientOperation): ClientOperation {
  const { kept } = ofSet(definition.selectionSet);
  return { definition: { ...definition, selectionSet: { ...definition.selectionSet, selections: kept } }, fragments };

  function ofSet({ selections }: SelectionSetNode): Kept {
    let hasLost = false;
    const kept = selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
      if (selection.kind === Kind.FIELD) {
        if (!isWithheld(selection)) return [ofField(selection)];
        hasLost = true;
        return [];
      }
      const inner = ofSet(selection.selectionSet);
      hasLost ||= inner.hasLost;
      if (inner.kept.length === 0) return [];
      return [{ ...selection, selectionSet: { ...selection.selectionSet, selections: inner.kept } }];
    });
    return { kept, hasLost };
  }

  /** What stands there has a type still, and it says which fields are missing. */
  function ofField(node: FieldNode): FieldNode {
    if (!node.selectionSet) return node;
    const { kept, hasLost } = ofSet(node.selectionSet);
    return { ...node, selectionSet: { ...node.selectionSet, selections: hasLost ? [typename, ...kept] : kept } };
  }
}

interface Kept {
  readonly kept: readonly SelectionNode[];
  readonly hasLost: boolean;
}
