import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { operationCost } from '../limits/cost.ts';
import { add, foldSelections } from '../limits/fold-selections.ts';
import { fragmentsOf } from '../limits/operation.ts';

/** What an operation is counted as, before anybody has looked whether it fits the schema. */
export interface OperationSize {
  readonly isMutation: boolean;
  /** Aliases are fields: fifteen of one field are fifteen. At least one. */
  readonly rootFields: number;
}

interface Asked {
  readonly query: string;
  readonly operationName: string | null | undefined;
}

export interface OperationSizes {
  sizeOf(asked: Asked): OperationSize;
  /** In the units of MAX_COST; 1 for what will be refused anyway. */
  costOf(asked: Asked & { readonly variables: Readonly<Record<string, unknown>> }, schema: GraphQLSchema): number;
}

/** What cannot be read will be refused with words of its own; it was a request all the same. */
const unreadable: OperationSize = { isMutation: false, rootFields: 1 };

/** Remembered by text, so that what is asked for again is not parsed again for this. */
export function createOperationSizes({ maxTokens }: { readonly maxTokens: number }): OperationSizes {
  const sizes = new LRUCache<string, ReadonlyMap<string, OperationSize>>({
    max: 5_000,
    maxSize: 5_000_000,
    sizeCalculation: (_size, text) => text.length,
  });
  // A parsed document takes some 20 kB at least.
  const documents = new LRUCache<string, DocumentNode>({ max: 500 });

  return {
    sizeOf({ query, operationName }) {
      const known = sizes.get(query);
      const ofDocument = known ?? measure(read(query));
      if (!known) sizes.set(query, ofDocument);
      return ofDocument.get(operationName || '') ?? unreadable;
    },
    costOf({ query, operationName, variables }, schema) {
      const document = documents.get(query) ?? read(query);
      if (!document) return 1;
      documents.set(query, document);
      const definition = operationOf(document, operationName);
      if (!definition) return 1;
      try {
        return operationCost({ schema, definition, fragments: fragmentsOf(document), variables });
      } catch {
        // Values that do not fit; it is refused by the limits, which say why.
        return 1;
      }
    },
  };

  function read(text: string): DocumentNode | null {
    try {
      return parse(text, { maxTokens, noLocation: true });
    } catch (error) {
      if (error instanceof GraphQLError) return null;
      throw error;
    }
  }
}

const operationsOf = ({ definitions }: DocumentNode): OperationDefinitionNode[] =>
  definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

function operationOf(document: DocumentNode, operationName: string | null | undefined) {
  const operations = operationsOf(document);
  if (operationName) return operations.find(({ name }) => name?.value === operationName);
  return operations.length === 1 ? operations[0] : undefined;
}

/** By operation name; under no name the only one. */
function measure(document: DocumentNode | null): ReadonlyMap<string, OperationSize> {
  const sizes = new Map<string, OperationSize>();
  if (!document) return sizes;
  const operations = operationsOf(document);
  const fragments = fragmentsOf(document);
  for (const { name, operation, selectionSet } of operations) {
    const rootFields = foldSelections(selectionSet, fragments, { initial: 0, field: () => 1, combine: add });
    const size = { isMutation: operation === OperationTypeNode.MUTATION, rootFields: Math.max(1, rootFields) };
    if (name) sizes.set(name.value, size);
    if (operations.length === 1) sizes.set('', size);
  }
  return sizes;
}
