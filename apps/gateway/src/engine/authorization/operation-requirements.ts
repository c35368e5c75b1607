import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { ClientOperation } from '../compile/variant.ts';
import type { Authorization } from './authorization.ts';
import type { Requirement } from './requirement.ts';

/** All that the fields of an operation demand, each once, in the order in which they are met. */
export function requirementsOfOperation(
  { definition, fragments }: ClientOperation,
  authorization: Authorization,
  api: GraphQLSchema,
): readonly Requirement[] {
  const found = new Set<Requirement>();
  const visited = new Set<string>();
  ofSet(definition.selectionSet, api.getRootType(definition.operation) ?? null);
  return [...found];

  function ofSet({ selections }: SelectionSetNode, type: GraphQLNamedType | null): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
        if (!field || !type) continue;
        for (const requirement of authorization.requirementsOf(type.name, field.name)) found.add(requirement);
        if (selection.selectionSet) ofSet(selection.selectionSet, getNamedType(field.type));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        ofSet(selection.selectionSet, condition === undefined ? type : (api.getType(condition) ?? null));
      } else if (!visited.has(selection.name.value)) {
        // Its fields are asked for on its own type, wherever it is spread.
        visited.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) ofSet(fragment.selectionSet, api.getType(fragment.typeCondition.name.value) ?? null);
      }
    }
  }
}
