import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

export interface WholeSelectionOptions {
  /** How many objects deep. */
  readonly maxDepth: number;
  /** How often one type may stand within itself: an article's related ones, and theirs. */
  readonly maxNested: number;
}

/**
 * Selects every field that a type has, down to a depth: what is added to the schema later is asked for too. Fields that
 * cannot be asked for without arguments of their own are left out.
 */
export function wholeSelection(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  { maxDepth, maxNested }: WholeSelectionOptions,
): string {
  const select = (named: GraphQLNamedType, above: readonly string[]): string => {
    if (isAbstractType(named)) {
      const parts = schema.getPossibleTypes(named).map((possible) => {
        const inner = select(possible, above);
        return inner === '' ? '' : `... on ${possible.name} ${inner}`;
      });
      return wrapped(['__typename', ...parts]);
    }
    if (!isObjectType(named)) return '';
    const path = [...above, named.name];
    if (path.length > maxDepth || path.filter((name) => name === named.name).length > maxNested) return '';
    const prefix = (field: GraphQLField<unknown, unknown>) =>
      above.length === 0 ? '' : `${named.name}_${field.name}: `;
    const fields = Object.values(named.getFields())
      .filter(({ args }) => !args.some(isRequiredArgument))
      .map((field) => {
        const inner = getNamedType(field.type);
        // An alias of its own: elements of one body have fields of one name and several types.
        if (isLeafType(inner)) return `${prefix(field)}${field.name}`;
        const selection = select(inner, path);
        return selection === '' ? '' : `${prefix(field)}${field.name} ${selection}`;
      });
    return wrapped(fields);
  };
  return select(type, []);
}

function wrapped(parts: readonly string[]): string {
  const given = parts.filter((part) => part !== '');
  return given.length === 0 ? '' : `{ ${given.join(' ')} }`;
}
