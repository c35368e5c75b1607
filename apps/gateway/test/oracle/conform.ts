import { execute, type GraphQLSchema, Kind, parse, print, visit } from 'graphql';
import type { House } from './house.ts';
import type { Operation } from './monolith.ts';

const concrete = 'concrete__';

/**
 * Whether data is what the schema lets an operation's answer be: no null where none may be, lists where lists are due,
 * leaves of their types. It is completed once more from itself; the monolith says of which type each object is.
 *
 * @returns the first fault.
 */
export function nonconformity(house: House, operation: Operation, data: unknown): string | undefined {
  const { schema } = house.monolith;
  if (data === null || data === undefined) {
    return rootsMustBe(schema, operation) ? undefined : 'data is null, and no root field is that must not be';
  }
  const typed = house.monolith.run({ ...operation, query: withTypes(operation.query) }).answer.data;
  const answer = execute({
    schema,
    document: parse(operation.query),
    variableValues: operation.variables,
    rootValue: named(data, typed),
    fieldResolver: (source, _args, _context, { path }) => (source as Record<string, unknown>)[path.key],
    typeResolver: (value) => (value as Record<string, string>)[concrete],
  });
  return answer instanceof Promise ? undefined : answer.errors?.[0]?.message;
}

function rootsMustBe(schema: GraphQLSchema, { query }: Operation): boolean {
  const root = query.startsWith('mutation') ? schema.getMutationType() : schema.getQueryType();
  return Object.values(root?.getFields() ?? {}).some(({ type }) => String(type).endsWith('!'));
}

/** Every object tells its type. */
function withTypes(query: string): string {
  const typename = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: '__typename' },
    alias: { kind: Kind.NAME, value: concrete },
  } as const;
  return print(
    visit(parse(query), {
      SelectionSet: (node) => ({ ...node, selections: [typename, ...node.selections] }),
    }),
  );
}

/** The data with the types that the monolith gave for the same places. */
function named(data: unknown, typed: unknown): unknown {
  if (Array.isArray(data)) {
    return data.map((item, index) => named(item, (typed as readonly unknown[] | null)?.[index]));
  }
  if (typeof data !== 'object' || data === null || typeof typed !== 'object' || typed === null) {
    return data;
  }
  const types = typed as Readonly<Record<string, unknown>>;
  const members = Object.entries(data).map(([key, value]) => [key, named(value, types[key])]);
  return Object.fromEntries(concrete in types ? [...members, [concrete, types[concrete]]] : members);
}
