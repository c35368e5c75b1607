import { LRUCache } from 'lru-cache';

/**
 * What is known of whom an operation's answers are for. It is learned from the answers. UNKNOWN is handled as PRIVATE;
 * PRIVATE is for good. FORGOTTEN is the end: the memory was needed, and no answer kept under it is served any more.
 */
export type LearnedScope = 'UNKNOWN' | 'PUBLIC' | 'PRIVATE' | 'FORGOTTEN';

/** One per operation; kept answers point to it, so that what is learned later reaches them too. */
export interface Operation {
  readonly key: string;
  scope: LearnedScope;
}

export interface OperationScopes {
  of(key: string): Operation;
  /** All that was learned is forgotten: another schema may have other scopes. */
  clear(): void;
}

/** @param maxBytes of operations' texts, which a client may choose at will */
export function createOperationScopes(maxBytes: number): OperationScopes {
  const operations = new LRUCache<string, Operation>({
    maxSize: maxBytes,
    sizeCalculation: (operation) => operation.key.length * 2 + 128,
    dispose: (operation) => {
      operation.scope = 'FORGOTTEN';
    },
  });
  return {
    of(key) {
      const known = operations.get(key);
      if (known) return known;
      const operation: Operation = { key, scope: 'UNKNOWN' };
      operations.set(key, operation);
      return operation;
    },
    clear: () => operations.clear(),
  };
}

/** Takes note of an answer's scope. True when what was PUBLIC has just turned out to be PRIVATE. */
export function learnScope(operation: Operation, scope: 'PUBLIC' | 'PRIVATE'): boolean {
  if (operation.scope === 'PRIVATE' || operation.scope === 'FORGOTTEN') return false;
  const turned = operation.scope === 'PUBLIC' && scope === 'PRIVATE';
  operation.scope = scope;
  return turned;
}
