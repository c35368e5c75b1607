import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { PreparedOperation } from '../engine/engine.ts';
import type { LimitSettings } from '../limits/limit-settings.ts';
import { createCostMemo } from './cost-memo.ts';

/** A parsed document takes some 20 kB at least. */
const maxOperations = 2_000;

/** Where a client may ask for an operation by: its text, or the hash that it has registered it under. */
export interface OperationNames {
  readonly query: string;
  readonly operationName: string | null | undefined;
  /** SHA-256 in hexadecimal digits; null when the client has not asked for it to be kept under its hash. */
  readonly hash: string | null;
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
  readonly hash?: string | undefined;
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
    // Under its hash it takes as much as under its text.
    sizeCalculation: ({ query }, key) => Math.max(key.length, query.length),
  });
  return {
    keep(prepared, { query, operationName, hash }) {
      const isAffordable = createCostMemo({ ...prepared.operation, schema }, limits);
      kept.set(keyOf('text', query, operationName), { prepared, query, isAffordable });
      if (hash !== null) kept.set(keyOf('hash', hash, operationName), { prepared, query, isAffordable });
    },
    all: () =>
      [...kept].flatMap(([key, { query, prepared }]) =>
        key.startsWith('text ') ? [{ query, operationName: prepared.definition.name?.value ?? null }] : [],
      ),
    find({ query, operationName, hash }) {
      if (query) return kept.get(keyOf('text', query, operationName));
      return hash === undefined ? undefined : kept.get(keyOf('hash', hash, operationName));
    },
  };
}

/** A document cannot be mistaken for a hash, nor a name (which has no line feed) for the beginning of either. */
function keyOf(kind: 'text' | 'hash', of: string, operationName: string | null | undefined): string {
  return `${kind} ${operationName ?? ''}\n${of}`;
}
