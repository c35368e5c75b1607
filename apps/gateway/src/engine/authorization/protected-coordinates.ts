import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type DocumentNode,
  GraphQLError,
  Kind,
} from 'graphql';
import { directiveOf, type Feature } from '../supergraph/features.ts';
import { authenticated, oneOf, type Requirement } from './requirement.ts';

/** What stands on types and fields themselves, by `Type` and by `Type.field`. */
export type OwnRequirements = ReadonlyMap<string, readonly Requirement[]>;

/** The specifications that are enforced here; of another version we would not know what it means. */
const versions: Readonly<Record<string, string>> = { authenticated: 'v0.1', requiresScopes: 'v0.1', policy: 'v0.1' };

/**
 * Reads @authenticated, @requiresScopes and @policy, whatever the supergraph calls them.
 *
 * @throws Error when one of them is of a version, or of a form, that is not known.
 */
export function readOwnRequirements({ definitions }: DocumentNode, features: readonly Feature[]): OwnRequirements {
  const readers = new Map<string, (directive: ConstDirectiveNode) => Requirement>();
  for (const feature of features) {
    const { identity, version } = feature;
    const known = versions[identity];
    if (known === undefined) continue;
    if (version !== known) throw new Error(`it uses ${identity}/${version}; this gateway enforces ${known}.`);
    readers.set(directiveOf(feature), readerOf(identity));
  }
  const own = new Map<string, Requirement[]>();
  if (readers.size === 0) return own;
  const interned = new Map<string, Requirement>();
  for (const definition of definitions) {
    if (!isFieldsOrLeaf(definition)) continue;
    add(definition.name.value, definition.directives);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) add(`${definition.name.value}.${field.name.value}`, field.directives);
  }
  return own;

  function add(coordinate: string, directives: readonly ConstDirectiveNode[] = []): void {
    for (const directive of directives) {
      const made = readers.get(directive.name.value)?.(directive);
      if (!made) continue;
      const requirement = interned.get(made.id) ?? made;
      interned.set(requirement.id, requirement);
      own.set(coordinate, [...(own.get(coordinate) ?? []), requirement]);
    }
  }
}

function isFieldsOrLeaf(definition: DefinitionNode) {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    definition.kind === Kind.SCALAR_TYPE_DEFINITION ||
    definition.kind === Kind.ENUM_TYPE_DEFINITION
  );
}

function readerOf(identity: string): (directive: ConstDirectiveNode) => Requirement {
  if (identity === 'authenticated') return () => authenticated;
  const kind = identity === 'policy' ? 'policies' : 'scopes';
  return (directive) => {
    const value = directive.arguments?.find(({ name }) => name.value === kind)?.value;
    return oneOf(
      kind,
      itemsOf(value, directive).map((inner) => itemsOf(inner, directive).map((name) => textOf(name, directive))),
    );
  };
}

function itemsOf(value: ConstValueNode | undefined, directive: ConstDirectiveNode): readonly ConstValueNode[] {
  if (value?.kind !== Kind.LIST) throw malformed(directive);
  return value.values;
}

function textOf(value: ConstValueNode, directive: ConstDirectiveNode): string {
  if (value.kind !== Kind.STRING) throw malformed(directive);
  return value.value;
}

function malformed({ name }: ConstDirectiveNode): GraphQLError {
  return new GraphQLError(`@${name.value} does not name lists of lists.`);
}
