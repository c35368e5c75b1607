import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { PreparedOperation } from '../engine/engine.ts';
import type { LimitSettings } from '../limits/limit-settings.ts';
import { createCostMemo } from './cost-memo.ts';

/** A parsed document takes some 20 kB at least. */
const maxOperations = 2_000;

/** What a client may ask for an operation by. */
export interface OperationNames {
  readonly query: string;
  readonly operationName: string | null | undefined;
}

export interface KeptOperation {
  readonly prepared: PreparedOperation;
  /** The document as it came. */
  readonly query: string;
  /** Do these variables keep it within the cost limit? */
  readonly isAffordable: (variables: Readonly<Record<string, unknown>>) => boolean;
}

export interface OperationStore {
  keep(prepared: PreparedOperation, names: OperationNames): void;
  find(request: OperationRequest): KeptOperation | undefined;
  /** All that are kept, those used last first. */
  all(): readonly { readonly query: string; readonly operationName: string | null }[];
}

export interface OperationStoreOptions {
  readonly schema: GraphQLSchema;
  readonly limits: LimitSettings;
  /** Of all the documents together. */
  readonly maxCharacters: number;
}

interface OperationRequest {
  readonly query?: string | null | undefined;
  readonly operationName?: string | null | undefined;
}

/**
 * Operations that were parsed, validated and kept to the limits, with what was compiled of them. A document takes some
 * fifty times its length once it is compiled, so it is the length that is bounded: who asks anew each time with long
 * operations fills no more than this.
 */
export function createOperationStore({ schema, limits, maxCharacters }: OperationStoreOptions): OperationStore {
  const kept = new LRUCache<string, KeptOperation>({
    max: maxOperations,
    maxSize: maxCharacters,
    sizeCalculation: (_kept, key) => key.length,
  });
  return {
    keep(prepared, { query, operationName }) {
      const isAffordable = createCostMemo({ ...prepared.operation, schema }, limits);
      kept.set(keyOf(query, operationName), { prepared, query, isAffordable });
    },
    all() {
      // A document with one operation may be kept with its name and without.
      const found = new Map<string, { query: string; operationName: string | null }>();
      for (const { query, prepared } of kept.values()) {
        const operationName = prepared.definition.name?.value ?? null;
        const key = keyOf(query, operationName);
        if (!found.has(key)) found.set(key, { query, operationName });
      }
      return [...found.values()];
    },
    find: ({ query, operationName }) => (query ? kept.get(keyOf(query, operationName)) : undefined),
  };
}

/** A name has no line feed: it cannot be mistaken for the beginning of a document. */
function keyOf(query: string, operationName: string | null | undefined): string {
  return `${operationName ?? ''}\n${query}`;
}
