import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { MayRead } from '../authorization/withheld.ts';
import type { EntityKey } from '../supergraph/entity-keys.ts';

/** The response key under which a key field is fetched where the client has not asked for it. */
export const keyAlias = (field: string): string => `_internal_key_${field}`;

/**
 * Adds to every selection of entities what says which entities they are, so that an answer can be tagged with all that it
 * shows. The fragments of the operation stand in place.
 */
export function withKeyFields(
  definition: OperationDefinitionNode,
  keys: ReadonlyMap<string, EntityKey>,
  api: GraphQLSchema,
  mayRead: MayRead | null = null,
): OperationDefinitionNode {
  const rootType = api.getRootType(definition.operation);
  return { ...definition, selectionSet: ofChildren(definition.selectionSet, rootType ?? null) };

  function ofChildren(set: SelectionSetNode, type: GraphQLNamedType | null): SelectionSetNode {
    return {
      ...set,
      selections: set.selections.map((selection): SelectionNode => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
        if (selection.kind === Kind.INLINE_FRAGMENT) {
          const condition = selection.typeCondition?.name.value;
          const inner = condition ? (api.getType(condition) ?? null) : type;
          return { ...selection, selectionSet: ofChildren(selection.selectionSet, inner) };
        }
        const child = fieldType(type, selection.name.value);
        return selection.selectionSet && child
          ? { ...selection, selectionSet: ofObjects(selection.selectionSet, child) }
          : selection;
      }),
    };
  }

  function ofObjects(set: SelectionSetNode, type: GraphQLNamedType): SelectionSetNode {
    const inner = ofChildren(set, type);
    return { ...inner, selections: [...inner.selections, ...keySelections(type, inner)] };
  }

  function keySelections(type: GraphQLNamedType, set: SelectionSetNode): SelectionNode[] {
    if (!isAbstractType(type)) return keyFields(type, set);
    const ofTypes = api.getPossibleTypes(type).flatMap((possible): SelectionNode[] => {
      const selections = keyFields(possible, null);
      return selections.length === 0
        ? []
        : [
            {
              kind: Kind.INLINE_FRAGMENT,
              typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: possible.name } },
              selectionSet: { kind: Kind.SELECTION_SET, selections },
            },
          ];
    });
    return ofTypes.length > 0 ? [fieldNode('__typename'), ...ofTypes] : [];
  }

  function keyFields(type: GraphQLNamedType, set: SelectionSetNode | null): FieldNode[] {
    const fields = keys.get(type.name)?.fields ?? [];
    return (
      fields
        // What whoever asks may not see is not read for a tag either.
        .filter(
          (field) =>
            fieldType(type, field) !== null && (mayRead?.(type.name, field) ?? true) && !(set && asksFor(set, field)),
        )
        .map((field) => fieldNode(field, keyAlias(field)))
    );
  }
}

function fieldType(type: GraphQLNamedType | null, name: string): GraphQLNamedType | null {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  return field ? getNamedType(field.type) : null;
}

function asksFor({ selections }: SelectionSetNode, field: string): boolean {
  return selections.some(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === field && !selection.alias,
  );
}

function fieldNode(name: string, alias?: string): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    ...(alias === undefined ? {} : { alias: { kind: Kind.NAME, value: alias } }),
  };
}
