import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { entitiesField, readCallDocument } from './call-document.ts';
import { type Given, givenByRequired, isAnswered, type JoinFacts, overlap, type SubgraphType } from './join-facts.ts';
import type { CallNode, Plan, Required, RequiredField } from './plan.ts';
import { PlanFault } from './plan-fault.ts';

/** What a plan is held against. */
export interface PlanLaw {
  readonly facts: JoinFacts;
  readonly schema: GraphQLSchema;
  /** Labels of progressive @override. */
  readonly isOn: (label: string) => boolean;
}

const rootOf = {
  query: OperationTypeNode.QUERY,
  mutation: OperationTypeNode.MUTATION,
  subscription: OperationTypeNode.SUBSCRIPTION,
} as const;

/** Where in a call's document we are. */
interface Place {
  readonly subgraph: string;
  readonly types: ReadonlyMap<string, SubgraphType>;
  /** Null at the place where entities stand: fragments say of which type each is. */
  readonly type: string | null;
  /** Object types, as the subgraph knows them, that may stand here. */
  readonly possible: ReadonlySet<string>;
  /** What is here although the subgraph does not answer it. */
  readonly given: readonly Given[];
  /** What was sent of the objects here, in a representation. */
  readonly sent: readonly Given[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * Goes once through all that a plan asks, and holds it to what composition wrote down: every field must be answered by
 * the subgraph that is asked for it, at the place where it is asked.
 *
 * @throws PlanFault
 */
export function verifyPlan(plan: Plan, law: PlanLaw): void {
  for (const call of callsOf(plan)) verifyCall(call, law);
}

export function callsOf(plan: Plan): CallNode[] {
  if (plan === null) return [];
  return plan.kind === 'call' ? [plan] : plan.nodes.flatMap(callsOf);
}

function verifyCall(call: CallNode, law: PlanLaw): void {
  const types = law.facts.get(call.subgraph);
  if (!types) throw new PlanFault(`there is no subgraph ${call.subgraph}`);
  const document = readCallDocument(call.document);
  const { operation, fragments } = document;
  const nowhere = { subgraph: call.subgraph, types, possible: new Set<string>(), given: [], sent: [], fragments };
  if (call.batches.length === 0) {
    const type = law.schema.getRootType(rootOf[call.operation])?.name ?? '';
    verifySet(operation.selectionSet, { ...nowhere, type, possible: new Set([type]) }, law);
  }
  for (const { alias, targets } of call.batches) {
    const entities = entitiesField(document, alias);
    for (const requires of distinct(targets.map((target) => target.requires))) {
      verifyRepresentation(requires, law.schema);
      const sent = givenByRequired(requires);
      verifySet(entities.selectionSet, { ...nowhere, type: null, given: sent, sent }, law);
    }
  }
}

function verifySet({ selections }: SelectionSetNode, place: Place, law: PlanLaw): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      verifyField(selection, place, law);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : place.fragments.get(selection.name.value);
    if (!fragment) throw new PlanFault('a fragment is not there');
    const type = fragment.typeCondition?.name.value ?? place.type;
    verifySet(fragment.selectionSet, type === place.type ? place : narrowed(place, type ?? '', law), law);
  }
}

function narrowed(place: Place, type: string, law: PlanLaw): Place {
  const known = knownType(place, type);
  if (place.type !== null) {
    return { ...place, type, possible: new Set([...place.possible].filter((name) => known.possible.has(name))) };
  }
  const isSent = (key: readonly Given[]) => covers(place.sent, key, type, law.schema);
  if (!known.keys.some(isSent)) throw new PlanFault(`${place.subgraph} cannot tell a ${type} by what it would be sent`);
  return { ...place, type, possible: known.possible };
}

function verifyField(node: FieldNode, place: Place, law: PlanLaw): void {
  const name = node.name.value;
  if (name === '__typename') return;
  const { subgraph, type, given, fragments, types } = place;
  const field = type === null ? undefined : knownType(place, type).fields.get(name);
  if (type === null || !field) throw new PlanFault(`${subgraph} has no field ${name} in ${type}`);
  for (const objectType of place.possible) verifyObjectField(objectType, name, place, law);
  if (!node.selectionSet) {
    if (types.has(field.type)) throw new PlanFault(`${subgraph} would be asked for ${name} and for nothing in it`);
    return;
  }
  const below = (known: readonly Given[]) => reached(known, name, type, law.schema).flatMap(({ below: of }) => of);
  const keys = [type, ...place.possible].flatMap((known) => types.get(known)?.keyFields ?? []);
  const child: Place = {
    subgraph,
    types,
    type: field.type,
    possible: types.get(field.type)?.possible ?? new Set(),
    given: [...below(given), ...below(keys), ...field.provides],
    sent: below(place.sent),
    fragments,
  };
  verifySet(node.selectionSet, child, law);
}

/** Is the field answered for objects of this type, or is its value there already? */
function verifyObjectField(type: string, name: string, { subgraph, types, given, sent }: Place, law: PlanLaw): void {
  const known = types.get(type);
  const field = known?.fields.get(name);
  if (!known || !field) throw new PlanFault(`${subgraph} has no field ${name} in ${type}`);
  if (!isAnswered(field, law.isOn)) {
    const isThere = reached([...known.keyFields, ...given], name, type, law.schema).length > 0;
    if (!isThere) throw new PlanFault(`${subgraph} does not answer ${type}.${name} at this place`);
  } else if (!covers(sent, field.requires, type, law.schema)) {
    throw new PlanFault(`${subgraph} would not be sent what ${type}.${name} requires`);
  }
}

function knownType({ subgraph, types }: Place, type: string): SubgraphType {
  const known = types.get(type);
  if (!known) throw new PlanFault(`${subgraph} has no type ${type}`);
  return known;
}

function covers(sent: readonly Given[], wanted: readonly Given[], type: string, schema: GraphQLSchema): boolean {
  return wanted.every(({ on, name, below }) => {
    if (name === '__typename') return true;
    const found = reached(sent, name, on ?? type, schema);
    // What is below stands under one type or another: which one, the subgraph that answered it knows.
    return found.length > 0 && below.every((inner) => found.some((field) => hasBelow(field, inner)));
  });
}

function hasBelow({ below }: Pick<Given, 'below'>, inner: Given): boolean {
  return (
    inner.name === '__typename' || below.some(({ name, below: of }) => name === inner.name && sameBelow(of, inner))
  );
}

function sameBelow(of: readonly Given[], { below }: Given): boolean {
  return below.every((wanted) => hasBelow({ below: of }, wanted));
}

function reached(given: readonly Given[], name: string, type: string, schema: GraphQLSchema): Given[] {
  return given.filter((field) => field.name === name && (field.on === null || overlap(field.on, type, schema)));
}

/** Of one signature are one value, under whatever keys they stand. */
function isSame(one: RequiredField, other: RequiredField): boolean {
  return one.signature === null ? one.key === other.key : one.signature === other.signature;
}

/** Two values under one name in one representation: whoever reads it takes one of them. */
function verifyRepresentation(requires: readonly Required[], schema: GraphQLSchema): void {
  const fields = flat(requires, null);
  for (const [index, { on, field }] of fields.entries()) {
    const rival = fields
      .slice(index + 1)
      .find(
        (other) =>
          other.field.name === field.name &&
          !isSame(other.field, field) &&
          (on === null || other.on === null || overlap(on, other.on, schema)),
      );
    if (rival) throw new PlanFault(`a representation would have two values of ${field.name}`);
    verifyRepresentation(field.selections, schema);
  }
}

function flat(requires: readonly Required[], on: string | null) {
  return requires.flatMap((node): { on: string | null; field: RequiredField }[] =>
    node.kind === 'fragment' ? flat(node.selections, node.type) : [{ on, field: node }],
  );
}

function distinct(all: readonly (readonly Required[])[]): (readonly Required[])[] {
  return [...new Map(all.map((requires) => [JSON.stringify(requires), requires])).values()];
}
