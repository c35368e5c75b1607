import type { GraphQLSchema } from 'graphql';
import type { Path } from '../planner/plan.ts';
import type { RequestState } from '../run/request-state.ts';
import { childReader, keysReader, own, slotReader, typeReader } from './access.ts';
import { compileContext } from './context-arguments.ts';
import { forerunner, keyField, scalarKey } from './entity-key.ts';
import { type BatchProgram, onlyField, type Position, type TargetProgram } from './positions.ts';
import { compileRepresentation, typeTest } from './representation.ts';

/** The representations of one batch as they are found: each once, however often its entity stands in the answer. */
export class Representations {
  /** JSON, in the order in which they are sent. */
  readonly texts: string[] = [];
  /** JSON of the arguments that each takes from above it (@fromContext); undefined for those that take none. */
  readonly contexts: (string | undefined)[] = [];
  readonly #byText = new Map<string, number>();

  add(text: string, context?: string): number {
    const key = context === undefined ? text : `${context}${text}`;
    const known = this.#byText.get(key);
    if (known !== undefined) return known;
    this.#byText.set(key, this.texts.length);
    this.contexts.push(context);
    return this.texts.push(text) - 1;
  }
}

/** Finds what a batch asks for in what was fetched before. */
export type Collect = (state: RequestState, representations: Representations) => void;

export function compileCollect({ targets }: BatchProgram, root: Position, schema: GraphQLSchema): Collect {
  const collects = targets.map((target) => compileTarget(target, root, schema));
  return (state, representations) => {
    for (const collect of collects) collect(state, representations);
  };
}

type Visit = (state: RequestState, bundle: unknown, found: Found) => void;

interface Found {
  readonly representations: Representations;
  readonly indices: Map<unknown, number>;
  /** The bundles on the way down to here, from the root on; kept only where @fromContext looks up. */
  readonly above: unknown[];
  /** Entities whose insides this walk has seen, by the step of the way that came to them. */
  readonly seen: Map<Visit, Set<unknown>>;
}

function compileTarget(target: TargetProgram, root: Position, schema: GraphQLSchema): Collect {
  const entity = compileEntity(target, root, schema);
  const before = forerunner(target);
  const key = keyField(target);
  if (before && key !== null) {
    return (state, representations) => {
      const found = foundBy(state, target, representations);
      for (const value of state.indices[before.index]?.keys() ?? []) entity(state, { [key]: value }, found);
    };
  }
  const hasContext = target.target.contextVariables.length > 0;
  const visit = compilePath(root, target.target.path, entity, schema, hasContext);
  return (state, representations) => visit(state, undefined, foundBy(state, target, representations));
}

function foundBy(state: RequestState, target: TargetProgram, representations: Representations): Found {
  const indices = new Map<unknown, number>();
  state.indices[target.index] = indices;
  return { representations, indices, above: [], seen: new Map() };
}

function compileEntity(target: TargetProgram, root: Position, schema: GraphQLSchema): Visit {
  const key = scalarKey(target);
  if (key) {
    const prefix = `{"__typename":${JSON.stringify(key.typename)},${JSON.stringify(key.name)}:`;
    return (_state, bundle, { indices, representations }) => {
      const value = own(bundle, key.field);
      if (value === undefined || indices.has(value)) return;
      indices.set(value, representations.add(`${prefix}${JSON.stringify(value)}}`));
    };
  }
  const keysOf = keysReader(target);
  const write = compileRepresentation(target, schema);
  const contextOf = compileContext(target, root, schema);
  return (state, bundle, { indices, representations, above }) => {
    const keys = keysOf(bundle);
    if (keys.every((key) => key === undefined || indices.has(key))) return;
    const text = write(state, bundle);
    const context = contextOf ? contextOf(state, [...above, bundle]) : undefined;
    if (text === null || context === null) return;
    const index = representations.add(text, context);
    for (const key of keys) indices.set(key, index);
  };
}

/** Walks down the path through every list, and skips what it has already been through. */
function compilePath(position: Position, path: Path, end: Visit, schema: GraphQLSchema, hasContext: boolean): Visit {
  const [segment, ...rest] = path;
  if (!segment) return end;
  if ('types' in segment) {
    const typeOf = typeReader(position, schema);
    const fits = typeTest(segment.types, schema);
    const next = compilePath(position, rest, end, schema, hasContext);
    return (state, bundle, found) => {
      if (fits(typeOf(state, bundle))) next(state, bundle, found);
    };
  }
  const field = onlyField(position, segment.field);
  if (!field?.child) throw new Error(`The plan goes to ${segment.field}, where no objects are.`);
  const read = childReader(position, field);
  const next = through(compilePath(field.child, rest, end, schema, hasContext));
  const [source, ...others] = field.sources;
  const slot = source && position.slots[source.slot];
  if (hasContext) {
    return (state, bundle, found) => {
      found.above.push(bundle);
      next(state, read(state, bundle), found);
      found.above.pop();
    };
  }
  if (!source || others.length > 0 || slot?.kind !== 'entity') {
    return (state, bundle, found) => next(state, read(state, bundle), found);
  }
  // Everything below hangs on one entity: once is enough, however often the entity stands in the answer.
  const readEntity = slotReader(position, source.slot);
  return (state, bundle, found) => {
    const entity = readEntity(state, bundle);
    const seen = found.seen.get(next) ?? new Set();
    found.seen.set(next, seen);
    if (entity == null || seen.has(entity)) return;
    seen.add(entity);
    next(state, own(entity, source.key), found);
  };
}

function through(visit: Visit): Visit {
  const each: Visit = (state, value, found) => {
    if (Array.isArray(value)) for (const item of value) each(state, item, found);
    else if (value !== null && typeof value === 'object') visit(state, value, found);
  };
  return each;
}
