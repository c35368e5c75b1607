import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { costLimit } from '../limits/cost.ts';
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
    .filter(({ type }) => isSize(type))
    .map(({ variable }) => variable.name.value);
  const affordable = new LRUCache<string, true>({ max: maxSizes });
  return (variables) => {
    const sizes = names.map((name) => sizeOf(variables[name])).join();
    if (affordable.has(sizes)) return true;
    if (costLimit({ schema, definition, fragments, variables }, settings) !== null) return false;
    affordable.set(sizes, true);
    return true;
  };
}

/** May a variable of this type say how long a list is, or whether a field is there? */
function isSize(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isSize(type.type);
  return type.kind === Kind.LIST_TYPE || type.name.value === 'Int' || type.name.value === 'Boolean';
}

function sizeOf(value: unknown): string {
  return Array.isArray(value) ? `list ${value.length}` : String(value);
}
