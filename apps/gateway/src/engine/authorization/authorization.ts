import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Feature } from '../supergraph/features.ts';
import { readDependencies } from './dependencies.ts';
import { readOwnRequirements } from './protected-coordinates.ts';
import type { Requirement } from './requirement.ts';

/** What a supergraph demands of those who ask. */
export interface Authorization {
  /**
   * All that must be met to be given a field that is asked for on this type: what stands on the type, on the field, on the
   * type of its value, and on what the field is made from. On an interface, what any of the types demands that may stand
   * there, too: whichever it is, it is protected.
   */
  requirementsOf(type: string, field: string): readonly Requirement[];
}

const none: readonly Requirement[] = [];

/** Null where the supergraph protects nothing in this way. */
export function readAuthorization(
  document: DocumentNode,
  schema: GraphQLSchema,
  features: readonly Feature[],
): Authorization | null {
  const own = readOwnRequirements(document, features);
  if (own.size === 0) return null;
  const dependencies = readDependencies(document, schema, features);
  const known = new Map<string, readonly Requirement[]>();

  return {
    requirementsOf(type, field) {
      const coordinate = `${type}.${field}`;
      const before = known.get(coordinate);
      if (before) return before;
      const found = new Set<Requirement>();
      collectField(type, field, found, new Set());
      const requirements = found.size > 0 ? [...found] : none;
      known.set(coordinate, requirements);
      return requirements;
    },
  };

  function collectField(typeName: string, name: string, into: Set<Requirement>, seen: Set<string>): void {
    const coordinate = `${typeName}.${name}`;
    if (seen.has(coordinate)) return;
    seen.add(coordinate);
    const type = schema.getType(typeName);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field) return;
    collectOwn(typeName, into);
    collectOwn(coordinate, into);
    collectOwn(getNamedType(field.type).name, into);
    for (const dependency of dependencies.get(coordinate) ?? []) {
      if (dependency.kind === 'coordinate') collectOwn(dependency.coordinate, into);
      else collectField(dependency.type, dependency.field, into, seen);
    }
    if (!isAbstractType(type)) return;
    for (const possible of schema.getPossibleTypes(type)) collectField(possible.name, name, into, seen);
  }

  function collectOwn(coordinate: string, into: Set<Requirement>): void {
    for (const requirement of own.get(coordinate) ?? none) into.add(requirement);
  }
}
