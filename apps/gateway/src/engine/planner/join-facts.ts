import {
  type ConstDirectiveNode,
  type DocumentNode,
  doTypesOverlap,
  type FieldDefinitionNode,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  type NamedTypeNode,
  parse,
  parseType,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';
import { signatureOf } from '../compile/positions.ts';
import type { Required } from './plan.ts';

/** A field that is there without being asked for: it was sent along, or a @provides promises it. */
export interface Given {
  /** Only for objects of this type; null for all at the place. */
  readonly on: string | null;
  readonly name: string;
  /** Its name and arguments; null where these are not known. */
  readonly signature: string | null;
  readonly below: readonly Given[];
}

/** A field as one subgraph knows it. */
export interface SubgraphField {
  /** The named type, as this subgraph has it. */
  readonly type: string;
  readonly isExternal: boolean;
  /** Its value comes from another subgraph now, whatever labels say. */
  readonly isOverridden: boolean;
  /** Of a progressive @override: while the label is on the one that overrides answers, else the other. */
  readonly label: string | null;
  readonly overrides: boolean;
  readonly requires: readonly Given[];
  readonly provides: readonly Given[];
}

export interface SubgraphType {
  readonly isInterfaceObject: boolean;
  /** Of all keys, also of those by which it cannot be asked for: whoever names one of these objects knows them. */
  readonly keyFields: Given[];
  /** Keys by which it can be asked for. */
  readonly keys: (readonly Given[])[];
  readonly fields: Map<string, SubgraphField>;
  /** Object types that an object of it may have there; itself for an object type. */
  readonly possible: Set<string>;
}

/** What composition wrote down of every subgraph: subgraph's name → type's name → what the subgraph knows of it. */
export type JoinFacts = ReadonlyMap<string, ReadonlyMap<string, SubgraphType>>;

/** Reads the join directives of a supergraph. */
export function readJoinFacts({ definitions }: DocumentNode): JoinFacts {
  const names = graphNames(definitions);
  const facts = new Map([...names.values()].map((name) => [name, new Map<string, SubgraphType>()]));
  const factsOf = (directive: ConstDirectiveNode) => facts.get(names.get(argumentOf(directive, 'graph') ?? '') ?? '');

  for (const definition of definitions) {
    if (!('directives' in definition) || !('name' in definition) || !definition.name) continue;
    const name = definition.name.value;
    const directives = (definition.directives ?? []) as readonly ConstDirectiveNode[];
    const isObject = definition.kind === Kind.OBJECT_TYPE_DEFINITION;
    const isUnion = definition.kind === Kind.UNION_TYPE_DEFINITION;
    if (!isObject && !isUnion && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const joined of named(directives, 'join__type')) {
      const types = factsOf(joined);
      if (!types) continue;
      const type = types.get(name) ?? emptyType(joined);
      types.set(name, type);
      if (isObject || type.isInterfaceObject) type.possible.add(name);
      const key = givenOf(argumentOf(joined, 'key'));
      type.keyFields.push(...key);
      if (key.length > 0 && argumentOf(joined, 'resolvable') !== 'false') type.keys.push(key);
    }
    for (const field of 'fields' in definition ? (definition.fields ?? []) : []) addField(name, field, directives);
  }
  addPossibleTypes();
  return facts;

  function addField(type: string, field: FieldDefinitionNode, ofType: readonly ConstDirectiveNode[]): void {
    const joined = named(field.directives ?? [], 'join__field');
    for (const directive of joined.length > 0 ? joined : named(ofType, 'join__type')) {
      factsOf(directive)?.get(type)?.fields.set(field.name.value, fieldOf(field, directive));
    }
  }

  function addPossibleTypes(): void {
    for (const definition of definitions) {
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
        for (const implemented of named(definition.directives ?? [], 'join__implements')) {
          const type = factsOf(implemented)?.get(argumentOf(implemented, 'interface') ?? '');
          if (type && !type.isInterfaceObject) type.possible.add(definition.name.value);
        }
      }
      if (definition.kind !== Kind.UNION_TYPE_DEFINITION) continue;
      for (const member of named(definition.directives ?? [], 'join__unionMember')) {
        factsOf(member)
          ?.get(definition.name.value)
          ?.possible.add(argumentOf(member, 'member') ?? '');
      }
    }
  }
}

/** Is the subgraph one that answers the field, while these labels are on? */
export function isAnswered(field: SubgraphField, isOn: (label: string) => boolean): boolean {
  if (field.isExternal) return false;
  return field.label === null ? !field.isOverridden : field.overrides === isOn(field.label);
}

/** The fields of what is required for a representation, flat: each with the type that it is required for. */
export function givenByRequired(required: readonly Required[], on: string | null = null): Given[] {
  return required.flatMap((node): Given[] =>
    node.kind === 'fragment'
      ? givenByRequired(node.selections, node.type)
      : [{ on, name: node.name, signature: node.signature, below: givenByRequired(node.selections) }],
  );
}

/** May an object be of both types? */
export function overlap(one: string, other: string, schema: GraphQLSchema): boolean {
  const [a, b] = [schema.getType(one), schema.getType(other)];
  return one === other || (isCompositeType(a) && isCompositeType(b) && doTypesOverlap(schema, a, b));
}

function fieldOf({ type }: FieldDefinitionNode, joined: ConstDirectiveNode): SubgraphField {
  const own = argumentOf(joined, 'type');
  return {
    type: namedTypeOf(own === undefined ? type : parseType(own)).name.value,
    isExternal: argumentOf(joined, 'external') === 'true',
    isOverridden: argumentOf(joined, 'usedOverridden') === 'true',
    label: argumentOf(joined, 'overrideLabel') ?? null,
    overrides: argumentOf(joined, 'override') !== undefined,
    requires: givenOf(argumentOf(joined, 'requires')),
    provides: givenOf(argumentOf(joined, 'provides')),
  };
}

function emptyType(joined: ConstDirectiveNode): SubgraphType {
  const isInterfaceObject = argumentOf(joined, 'isInterfaceObject') === 'true';
  return { isInterfaceObject, keyFields: [], keys: [], fields: new Map(), possible: new Set() };
}

/** A set of fields as directives write them. */
function givenOf(fields: string | undefined): Given[] {
  if (fields === undefined) return [];
  const [operation] = parse(`{${fields}}`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? givenBySet(operation.selectionSet, null) : [];
}

function givenBySet({ selections }: SelectionSetNode, on: string | null): Given[] {
  return selections.flatMap((selection): Given[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return givenBySet(selection.selectionSet, selection.typeCondition?.name.value ?? on);
    }
    const below = selection.selectionSet ? givenBySet(selection.selectionSet, null) : [];
    return [{ on, name: selection.name.value, signature: signatureOf(selection), below }];
  });
}

/** The members of join__Graph with the names that their subgraphs have. */
function graphNames(definitions: DocumentNode['definitions']): Map<string, string> {
  const graphs = definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.flatMap(({ name, directives = [] }) =>
      named(directives, 'join__graph').map((graph) => [name.value, argumentOf(graph, 'name') ?? ''] as const),
    ),
  );
}

function named(directives: readonly ConstDirectiveNode[], name: string): ConstDirectiveNode[] {
  return directives.filter((directive) => directive.name.value === name);
}

function argumentOf({ arguments: given = [] }: ConstDirectiveNode, name: string): string | undefined {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value && 'value' in value ? String(value.value) : undefined;
}

function namedTypeOf(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedTypeOf(type.type);
}
