import { GraphQLError, getNamedType, getNullableType, isCompositeType, isListType, Kind } from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { Refusal } from '../errors/refusal.ts';
import type { Limit } from './limit.ts';

/** What a connection gives when neither `first` nor `last` says otherwise. */
const defaultPageSize = 20;
/** What a list that cannot be paged is taken to hold. */
const assumedListSize = 10;
/** Backstop of the estimator itself; MAX_RECURSIVE_SELECTIONS refuses such a document before it comes here. */
const maxVisitedNodes = 20_000;

/**
 * An estimate of the objects that an operation may ask for, read from arguments, their defaults and variables: an object
 * costs 1 and its fields nothing, a list costs its size times one of its items.
 */
export const costLimit: Limit = ({ schema, definition, fragments, variables }, { MAX_COST }) => {
  try {
    const cost = getComplexity({
      schema,
      query: { kind: Kind.DOCUMENT, definitions: [definition, ...fragments.values()] },
      variables: { ...variables },
      estimators: [estimateObjects],
      maxQueryNodes: maxVisitedNodes,
    });
    return cost > MAX_COST ? new Refusal('TOO_COSTLY') : null;
  } catch (error) {
    if (error instanceof GraphQLError) return new Refusal('TOO_COSTLY');
    throw error;
  }
};

const estimateObjects: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const type = getNamedType(field.type);
  // Introspection reads what is in memory, and graphql bounds its nesting.
  if (!isCompositeType(type) || type.name.startsWith('__')) return 0;
  const isPaged = field.args.some(({ name }) => name === 'first' || name === 'last');
  if (isPaged) return 1 + pageSize(args) * childComplexity;
  if (!isListType(getNullableType(field.type))) return 1 + childComplexity;
  return listSize(field.name, args) * (1 + childComplexity);
};

/** A size below zero would lower the cost of the rest; whoever owns the list refuses it. */
function pageSize({ first, last }: Readonly<Record<string, unknown>>): number {
  const sizes = [first, last].filter((size) => typeof size === 'number');
  return sizes.length > 0 ? Math.max(0, ...sizes) : defaultPageSize;
}

function listSize(fieldName: string, args: Readonly<Record<string, unknown>>): number {
  // The connection above has counted these already.
  if (fieldName === 'edges' || fieldName === 'nodes') return 1;
  const asked = Object.values(args).filter((value) => Array.isArray(value));
  return asked.length > 0 ? Math.max(...asked.map((list) => list.length)) : assumedListSize;
}
