import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isInputObjectType,
  isInputType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type CostRules, type ListSize, noCostRules } from '../engine/supergraph/cost-rules.ts';
import { Refusal } from '../errors/refusal.ts';
import type { Limit } from './limit.ts';
import type { Operation } from './operation.ts';

/** What a connection gives when neither `first` nor `last` says otherwise. */
const defaultPageSize = 20;
/** What a list is taken to hold of which nobody says how long it is. */
const assumedListSize = 10;
/** More than any limit, and still a number that can be counted with. */
const beyond = Number.MAX_SAFE_INTEGER;

type Values = Readonly<Record<string, unknown>>;
/** By a field's name: how long the field above says that its list is. */
type Sizes = ReadonlyMap<string, number>;

/** What a selection set costs for any object, and what it costs more for one of these types. */
interface Share {
  all: number;
  readonly more: Map<string, number>;
}

const noSizes: Sizes = new Map();

/** Refuses an operation that may ask for too much, or does not say how long a list is that must be bounded. */
export const costLimit: Limit = (operation, { MAX_COST }) => {
  try {
    return operationCost(operation) > MAX_COST ? new Refusal('TOO_COSTLY') : null;
  } catch (error) {
    if (error instanceof MissingSlice) return new Refusal('BAD_USER_INPUT', { message: error.message });
    if (error instanceof GraphQLError) return new Refusal('TOO_COSTLY');
    throw error;
  }
};

/** A list that a subgraph wants bounded by one argument is bounded by none, or by several. */
class MissingSlice extends Error {
  override readonly name = 'MissingSlice';
}

/**
 * An estimate of the objects that an operation may ask for, read from arguments, their defaults and variables. An object
 * costs 1 and its leaves nothing, a list costs its size times one of its items; where subgraphs say otherwise by @cost and
 * @listSize, what they say counts. Of types that exclude each other the dearest counts. Linear in the document's size.
 *
 * @throws MissingSlice, and GraphQLError for values that are not of their type.
 */
export function operationCost({ schema, definition, fragments, variables }: Operation): number {
  const { weights, listSizes } = costRulesOf(schema);
  const { coerced: values = variables } = getVariableValues(schema, definition.variableDefinitions ?? [], variables);
  const known = new Map<string, Share | null>();
  const root = schema.getRootType(definition.operation);
  return root ? costOf(definition.selectionSet, root, noSizes) : 0;

  function costOf(set: SelectionSetNode, type: GraphQLCompositeType, sizes: Sizes): number {
    const { all, more } = shareOf(set, type, sizes);
    return bounded(all + Math.max(0, ...more.values()));
  }

  function shareOf({ selections }: SelectionSetNode, type: GraphQLCompositeType, sizes: Sizes): Share {
    const share: Share = { all: 0, more: new Map() };
    for (const selection of selections) {
      if (isLeftOut(selection.directives ?? [], values)) continue;
      if (selection.kind === Kind.FIELD) {
        share.all = bounded(share.all + costOfField(selection, type, sizes));
        continue;
      }
      const named = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : undefined;
      const condition = (named ?? (selection.kind === Kind.INLINE_FRAGMENT ? selection : undefined))?.typeCondition;
      const below = condition ? schema.getType(condition.name.value) : type;
      if (!isCompositeType(below)) continue;
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? shareOf(selection.selectionSet, below, sizes)
          : named && shareOfFragment(named.name.value, named.selectionSet, below, sizes);
      if (inner) addTo(share, inner, { type, below, schema });
    }
    return share;
  }

  /** Once for each fragment, however often it is spread. One within itself adds nothing. */
  function shareOfFragment(name: string, set: SelectionSetNode, type: GraphQLCompositeType, sizes: Sizes) {
    const key = sizes.size === 0 ? name : `${name} ${JSON.stringify([...sizes])}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, null);
    const share = shareOf(set, type, sizes);
    known.set(key, share);
    return share;
  }

  function costOfField(node: FieldNode, parent: GraphQLCompositeType, sizes: Sizes): number {
    const name = node.name.value;
    // Introspection reads what is in memory, and graphql bounds its nesting.
    if (name.startsWith('__') || !(isObjectType(parent) || isInterfaceType(parent))) return 0;
    const field = parent.getFields()[name];
    if (!field) return 0;
    const coordinate = `${parent.name}.${name}`;
    const given = field.args.length > 0 ? getArgumentValues(field, node, values) : {};
    const type = getNamedType(field.type);
    const weight = weights.get(coordinate) ?? weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);
    const listSize = listSizes.get(coordinate);
    const inputs = weights.size > 0 ? costOfArguments(field, coordinate, given) : 0;
    const isList = isListType(getNullableType(field.type));
    const size = sizes.get(name) ?? (listSize ? sizeBy(listSize, coordinate, given) : undefined);
    const below = (own: Sizes) =>
      isCompositeType(type) && node.selectionSet ? costOf(node.selectionSet, type, own) : 0;

    if (listSize && listSize.sizedFields.length > 0) {
      const sized = new Map(listSize.sizedFields.map((sizedField) => [sizedField, size ?? assumedListSize]));
      return inputs + weight + below(sized);
    }
    if (isList) return inputs + times(size ?? guessedSize(field, given), weight + below(noSizes));
    // A connection: what it holds is below it, once for each of the page.
    if (isPaged(field)) return inputs + weight + times(size ?? pageSize(given), below(noSizes));
    return inputs + weight + below(noSizes);
  }

  function costOfArguments({ args }: GraphQLField<unknown, unknown>, coordinate: string, given: Values): number {
    let cost = 0;
    for (const { name, type } of args) {
      if (given[name] === undefined) continue;
      cost += weights.get(`${coordinate}(${name}:)`) ?? weights.get(getNamedType(type).name) ?? 0;
      cost += costOfInput(type, given[name]);
    }
    return bounded(cost);
  }

  /** What the fields of an input object weigh, all the way down. */
  function costOfInput(type: GraphQLInputType, value: unknown): number {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || value === null || typeof value !== 'object') return 0;
    if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + costOfInput(named, item), 0);
    return Object.values(named.getFields()).reduce((sum, { name, type: own }) => {
      const inner = (value as Values)[name];
      if (inner === undefined) return sum;
      const weight = weights.get(`${named.name}.${name}`) ?? weights.get(getNamedType(own).name) ?? 0;
      return sum + weight + costOfInput(own, inner);
    }, 0);
  }
}

function costRulesOf({ extensions }: GraphQLSchema): CostRules {
  return (extensions as { readonly costRules?: CostRules }).costRules ?? noCostRules;
}

/** Does it say of any argument, or of what goes into one, that it weighs something? */
export function weighsInput(schema: GraphQLSchema): boolean {
  return [...costRulesOf(schema).weights.keys()].some((coordinate) => {
    const [type = '', field] = coordinate.split('.');
    return field?.includes('(') || isInputType(schema.getType(type));
  });
}

/** What a fragment costs, where it is spread: only for objects that both types may be. */
function addTo(
  share: Share,
  inner: Share,
  types: { readonly type: GraphQLCompositeType; readonly below: GraphQLCompositeType; readonly schema: GraphQLSchema },
): void {
  const { type, below, schema } = types;
  const possible = possibleTypes(below, schema);
  const here = new Set(possibleTypes(type, schema));
  const isForAll = [...here].every((name) => possible.includes(name));
  if (isForAll) share.all = bounded(share.all + inner.all);
  for (const name of possible) {
    if (!here.has(name)) continue;
    const cost = (isForAll ? 0 : inner.all) + (inner.more.get(name) ?? 0);
    if (cost > 0) share.more.set(name, bounded((share.more.get(name) ?? 0) + cost));
  }
}

function possibleTypes(type: GraphQLCompositeType, schema: GraphQLSchema): readonly string[] {
  return isObjectType(type) ? [type.name] : schema.getPossibleTypes(type).map(({ name }) => name);
}

function isLeftOut(directives: NonNullable<FieldNode['directives']>, values: Values): boolean {
  return directives.some(({ name, arguments: [condition] = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return false;
    const value = condition?.value;
    const given =
      value?.kind === Kind.VARIABLE ? values[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    return name.value === 'skip' ? given === true : given === false;
  });
}

/** @throws MissingSlice */
function sizeBy(listSize: ListSize, coordinate: string, given: Values): number | undefined {
  const { slicingArguments, assumedSize, requireOneSlicingArgument } = listSize;
  const slices = slicingArguments.map((name) => given[name]).filter((value) => value !== undefined && value !== null);
  if (requireOneSlicingArgument && slicingArguments.length > 0 && slices.length !== 1) {
    throw new MissingSlice(`${coordinate} needs exactly one of these arguments: ${slicingArguments.join(', ')}.`);
  }
  const sizes = slices.map(sizeOfSlice);
  return sizes.length > 0 ? Math.max(0, ...sizes) : (assumedSize ?? undefined);
}

/** Variables that are of the wrong type come as they are, and are refused later: what is neither a list nor a number counts nothing. */
function sizeOfSlice(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? value : 0;
}

function isPaged({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name }) => name === 'first' || name === 'last');
}

/** A size below zero would lower the cost of the rest; whoever owns the list refuses it. */
function pageSize({ first, last }: Values): number {
  const sizes = [first, last].filter((size) => typeof size === 'number');
  return sizes.length > 0 ? Math.max(0, ...sizes) : defaultPageSize;
}

function guessedSize(field: GraphQLField<unknown, unknown>, given: Values): number {
  // The connection above has counted these already.
  if (field.name === 'edges' || field.name === 'nodes') return 1;
  if (isPaged(field)) return pageSize(given);
  const asked = Object.values(given).filter((value) => Array.isArray(value));
  return asked.length > 0 ? Math.max(...asked.map((list) => list.length)) : assumedListSize;
}

const bounded = (cost: number): number => Math.min(cost, beyond);
/** Nothing of something endless is nothing. */
const times = (size: number, cost: number): number => (size === 0 ? 0 : bounded(size * cost));
