import type { GraphQLSchema } from 'graphql';
import type { ContextVariable, Path } from '../planner/plan.ts';
import type { RequestState } from '../run/request-state.ts';
import { childReader, fieldReader, typeReader } from './access.ts';
import { onlyField, type Position, type TargetProgram } from './positions.ts';
import { typeTest } from './representation.ts';

/**
 * Writes the variables of @fromContext as members of a JSON object, from the objects on the way down to an entity, itself
 * too. Null when one of them is not there: what it would have been is not known, and null is a value.
 */
export type WriteContext = (state: RequestState, above: readonly unknown[]) => string | null;

/** Null where a target takes nothing from above. */
export function compileContext(
  { target: { path, contextVariables } }: TargetProgram,
  root: Position,
  schema: GraphQLSchema,
): WriteContext | null {
  if (contextVariables.length === 0) return null;
  const positions = positionsOn(path, root);
  const byVariable = Map.groupBy(contextVariables, ({ variable }) => variable);
  const writers = [...byVariable].map(([variable, options]) => {
    const reads = options.map((option) => compileOption(option, positions, schema));
    const label = `${JSON.stringify(variable)}:`;
    return (state: RequestState, above: readonly unknown[]) => {
      const value = reads.map((read) => read(state, above)).find((found) => found !== undefined);
      return value === undefined ? null : label + JSON.stringify(value);
    };
  });
  return (state, above) => {
    const members = writers.map((write) => write(state, above));
    return members.includes(null) ? null : members.join(',');
  };
}

/** One type that the context may be set on. Undefined where another type stands there. */
function compileOption(
  { levelsUp, types, keys }: ContextVariable,
  positions: readonly Position[],
  schema: GraphQLSchema,
) {
  const depth = positions.length - 1 - levelsUp;
  const position = positions[depth];
  if (!position) throw new Error('The plan looks for a context above the root.');
  const typeOf = typeReader(position, schema);
  const fits = typeTest(types, schema);
  const read = compileKeys(position, keys);
  return (state: RequestState, above: readonly unknown[]): unknown => {
    const bundle = above[depth];
    return fits(typeOf(state, bundle)) ? read(state, bundle) : undefined;
  };
}

function compileKeys(
  position: Position,
  [key, ...rest]: readonly string[],
): (state: RequestState, bundle: unknown) => unknown {
  if (key === undefined) return (_state, bundle) => bundle;
  const field = onlyField(position, key);
  if (!field) throw new Error(`The plan takes ${key} from a context, which nothing fetched.`);
  if (!field.child) return fieldReader(position, field.sources);
  const read = childReader(position, field);
  const next = compileKeys(field.child, rest);
  return (state, bundle) => {
    const value = read(state, bundle);
    return value === null || value === undefined ? value : next(state, value);
  };
}

/** The positions that a path goes through, the one at its end too. */
function positionsOn(path: Path, root: Position): Position[] {
  const positions: Position[] = [];
  let position = root;
  for (const segment of path) {
    if ('types' in segment) continue;
    positions.push(position);
    const child = onlyField(position, segment.field)?.child;
    if (!child) throw new Error(`The plan goes to ${segment.field}, where no objects are.`);
    position = child;
  }
  return [...positions, position];
}
