import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { fragmentsOf } from '../limits/operation.ts';

/** What the planner asks of a subgraph, parsed. */
export interface FetchDocument {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Where the fetch's first field stands in its answer; for entities, that of the first one. */
  readonly firstPath: readonly (string | number)[];
  /** Every name that an answer's path may hold. */
  readonly responseNames: ReadonlySet<string>;
}

/** All texts that are kept parsed, together. Parsed, a text takes some 25 times its length in memory. */
export const maxKeptCharacters = 1_000_000;

/**
 * Plans are kept by the gateway, so the same few texts come again and again. Who writes an operation anew each time makes
 * new texts as long as the limits allow: so it is their length that is bounded, not their number.
 */
const parsed = new LRUCache<string, FetchDocument>({
  maxSize: maxKeptCharacters,
  sizeCalculation: (_document, query) => query.length,
  // Where a node stood in the text is never asked for, and is the larger part of a parsed document.
  memoMethod: (query) => describe(parse(query, { noLocation: true })),
});

export function parseFetch(query: string): FetchDocument {
  return parsed.memo(query);
}

function describe(document: DocumentNode): FetchDocument {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('A fetch without an operation.');
  const fragments = fragmentsOf(document);
  const responseNames = new Set<string>();
  visit(document, { Field: ({ alias, name }) => void responseNames.add((alias ?? name).value) });
  return { operation, fragments, firstPath: firstPathOf(operation.selectionSet, fragments), responseNames };
}

function firstPathOf(set: SelectionSetNode, fragments: FetchDocument['fragments']): (string | number)[] {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      if (name === '__typename') continue;
      const isEntities = selection.name.value === '_entities' && selection.selectionSet;
      return isEntities ? [name, 0, ...firstPathOf(isEntities, fragments)] : [name];
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.get(selection.name.value)?.selectionSet;
    const path = inner ? firstPathOf(inner, fragments) : [];
    if (path.length > 0) return path;
  }
  return [];
}
