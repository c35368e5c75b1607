import { type GraphQLSchema, isAbstractType, isInterfaceType } from 'graphql';
import type { Required, RequiredField, TypenameSetter } from '../planner/plan.ts';
import type { RequestState } from '../run/request-state.ts';
import { childReader, fieldReader, type Read, typeReader } from './access.ts';
import { type Position, requiredField, type TargetProgram } from './positions.ts';

/** Writes the JSON of an object's representation; null when there is none of it, or something of it is not there. */
export type WriteRepresentation = (state: RequestState, bundle: unknown) => string | null;

type WriteMembers = (state: RequestState, bundle: unknown, type: string | null, members: string[]) => boolean;

export function compileRepresentation({ position, target }: TargetProgram, schema: GraphQLSchema): WriteRepresentation {
  const { requires, typenames } = target;
  const typeOf = typeReader(position, schema);
  const writeMembers = compileMembers(position, requires, schema, typenames);
  return (state, bundle) => {
    const members: string[] = [];
    const type = typeOf(state, bundle);
    if (!writeMembers(state, bundle, type, members)) return null;
    // A type alone tells no subgraph which entity is meant.
    const tellsMore = members.some((member) => !member.startsWith('"__typename":'));
    return tellsMore ? `{${members.join(',')}}` : null;
  };
}

function compileMembers(
  position: Position,
  requires: readonly Required[],
  schema: GraphQLSchema,
  typenames: readonly TypenameSetter[],
): WriteMembers {
  const writers = requires.map((required): WriteMembers => {
    if (required.kind === 'field') return compileMember(position, required, schema, typenames);
    const inner = compileMembers(position, required.selections, schema, typenames);
    const fits = typeTest([required.type], schema);
    return (state, bundle, type, members) => (fits(type) ? inner(state, bundle, type, members) : true);
  });
  return (state, bundle, type, members) => writers.every((write) => write(state, bundle, type, members));
}

function compileMember(
  position: Position,
  required: RequiredField,
  schema: GraphQLSchema,
  typenames: readonly TypenameSetter[],
): WriteMembers {
  const { name, selections } = required;
  const label = `${JSON.stringify(name)}:`;
  if (name === '__typename') {
    const setters = typenames.map(({ types, typename }) => ({ fits: typeTest(types, schema), typename }));
    return (_state, _bundle, type, members) => {
      const set = setters.find(({ fits }) => fits(type));
      const typename = set?.typename ?? type;
      if (typename === null) return false;
      return add(members, label + JSON.stringify(typename));
    };
  }
  const field = requiredField(position, required);
  const { child } = field;
  if (!child) {
    const read = fieldReader(position, field.sources);
    return (state, bundle, _type, members) => {
      const value = read(state, bundle);
      return value !== undefined && add(members, label + JSON.stringify(value));
    };
  }
  const read: Read = childReader(position, field);
  const typeOf = typeReader(child, schema);
  const writeMembers = compileMembers(child, selections, schema, []);
  const write = (state: RequestState, value: unknown): string | null => {
    if (value === null) return 'null';
    if (value === undefined) return null;
    if (Array.isArray(value)) {
      const items = value.map((item) => write(state, item));
      return items.includes(null) ? null : `[${items.join(',')}]`;
    }
    const members: string[] = [];
    return writeMembers(state, value, typeOf(state, value), members) ? `{${members.join(',')}}` : null;
  };
  return (state, bundle, _type, members) => {
    const text = write(state, read(state, bundle));
    return text !== null && add(members, label + text);
  };
}

function add(members: string[], member: string): true {
  if (!members.includes(member)) members.push(member);
  return true;
}

/** Is a type one of these, or under one of them? What has no name passes: the place has only one type then. */
export function typeTest(conditions: readonly string[], schema: GraphQLSchema): (type: string | null) => boolean {
  const fitting = new Set(conditions);
  for (const condition of conditions) {
    const type = schema.getType(condition);
    if (!isAbstractType(type)) continue;
    for (const { name } of schema.getPossibleTypes(type)) fitting.add(name);
    if (isInterfaceType(type)) for (const { name } of schema.getImplementations(type).interfaces) fitting.add(name);
  }
  return (type) => type === null || conditions.length === 0 || fitting.has(type);
}
