import { type GraphQLEnumType, type GraphQLLeafType, type GraphQLSchema, isEnumType } from 'graphql';

/**
 * A leaf's value as a client may see it; undefined when the subgraph's value is not of the type, null when it is one that
 * clients may not know of.
 */
export type ReadLeaf = (value: unknown) => unknown;

const maxInt = 2 ** 31;

const builtIn: Readonly<Record<string, ReadLeaf>> = {
  Int: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value < maxInt && value >= -maxInt ? value : undefined,
  Float: (value) => (typeof value === 'number' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  String: (value) => (typeof value === 'string' ? value : undefined),
  ID: (value) => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined),
};

/** Custom scalars may be anything that JSON has: only their subgraph knows better. */
export function leafReader(type: GraphQLLeafType, schema: GraphQLSchema): ReadLeaf {
  if (isEnumType(type)) return enumReader(type, schema.getType(type.name));
  return Object.hasOwn(builtIn, type.name) ? (builtIn[type.name] ?? anything) : anything;
}

const anything: ReadLeaf = (value) => value;

function enumReader(type: GraphQLEnumType, whole: unknown): ReadLeaf {
  const namesOf = (values: readonly { readonly name: string }[]) => new Set(values.map(({ name }) => name));
  const seen = namesOf(type.getValues());
  const all = isEnumType(whole) ? namesOf(whole.getValues()) : seen;
  return (value) => {
    if (typeof value !== 'string' || !all.has(value)) return undefined;
    return seen.has(value) ? value : null;
  };
}
