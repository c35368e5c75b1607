import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { costLimit, weighsInput } from '../limits/cost.ts';
import type { LimitSettings } from '../limits/limit-settings.ts';

type Variables = Readonly<Record<string, unknown>>;

interface Costed {
  readonly definition: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly schema: GraphQLSchema;
}

/** Sizes of one operation that are remembered to be within the limit. */
const maxSizes = 1_000;

/**
 * Whether an operation keeps to the cost limit with these variables. What a list holds is all that its cost depends on, so
 * it is worked out once for every choice of sizes, and once at all for an operation without such variables.
 */
export function createCostMemo(
  { definition, fragments, schema }: Costed,
  settings: LimitSettings,
): (variables: Variables) => boolean {
  const names = (definition.variableDefinitions ?? [])
    .filter(({ type }) => isSize(type, schema))
    .map(({ variable }) => variable.name.value);
  const isKept = (variables: Variables) => costLimit({ schema, definition, fragments, variables }, settings) === null;
  // Then it is not only sizes that it depends on.
  if (weighsInput(schema) && definition.variableDefinitions?.length) return isKept;
  const affordable = new LRUCache<string, true>({ max: maxSizes });
  return (variables) => {
    const sizes = names.map((name) => sizeOf(variables[name])).join();
    if (affordable.has(sizes)) return true;
    if (!isKept(variables)) return false;
    affordable.set(sizes, true);
    return true;
  };
}

/** May a variable of this type say how long a list is, or whether a field is there? A scalar of one's own may be anything. */
function isSize(type: TypeNode, schema: GraphQLSchema): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isSize(type.type, schema);
  if (type.kind === Kind.LIST_TYPE) return true;
  const name = type.name.value;
  return name !== 'String' && name !== 'ID' && isScalarType(schema.getType(name));
}

/** A text is one item, whatever it says. */
function sizeOf(value: unknown): string {
  if (Array.isArray(value)) return `list ${value.length}`;
  if (typeof value === 'string') return 'text';
  // What is no number will be refused; an object may hold a toString of its own, which is data and not to be called.
  return typeof value === 'object' && value !== null ? 'object' : String(value);
}
