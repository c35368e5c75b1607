import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';

/** A leaf's value as a client may see it, or undefined when the subgraph's value is not of the type. Never null. */
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
export function leafReader(type: GraphQLLeafType): ReadLeaf {
  if (isEnumType(type)) return enumReader(type);
  return Object.hasOwn(builtIn, type.name) ? (builtIn[type.name] ?? anything) : anything;
}

const anything: ReadLeaf = (value) => value;

function enumReader(type: GraphQLEnumType): ReadLeaf {
  const names = new Set(type.getValues().map(({ name }) => name));
  return (value) => (typeof value === 'string' && names.has(value) ? value : undefined);
}
