import { type GraphQLLeafType, isEnumType } from 'graphql';

/** May this JSON value stand for a leaf of the type? The house's own scalars may be anything that JSON has. */
export function isLeafValue(type: GraphQLLeafType, value: unknown): boolean {
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
  const check = builtIn.get(type.name);
  return check ? check(value) : value !== undefined;
}

const builtIn: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['Int', (value: unknown) => Number.isInteger(value)],
  ['Float', (value: unknown) => typeof value === 'number'],
  ['Boolean', (value: unknown) => typeof value === 'boolean'],
  ['String', (value: unknown) => typeof value === 'string'],
  ['ID', (value: unknown) => typeof value === 'string' || typeof value === 'number'],
]);
