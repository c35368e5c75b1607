import type { Viewer } from '@dateline/service-kit/viewer';
import { canonicalJson } from './canonical-json.ts';

/**
 * What of a viewer a key may hold. Both are JSON, so neither can be mistaken for the other, nor for anyone else's.
 * Anonymous readers are one viewer: subgraphs see the same of each of them, which is nothing.
 */
export interface ViewerKeys {
  /** Whoever may see the same PUBLIC answers: the anonymous, or those with exactly these roles. */
  readonly classKey: string;
  /** This viewer, with these roles. The same text as `classKey` for the anonymous. */
  readonly ownKey: string;
  readonly isAnonymous: boolean;
}

export const anonymousKeys: ViewerKeys = { classKey: '["anonymous"]', ownKey: '["anonymous"]', isAnonymous: true };

/** The name is left out on purpose where it is not part of who may see what; it is in `ownKey`, for answers may show it. */
export function viewerKeys(viewer: Viewer | null): ViewerKeys {
  if (viewer === null) return anonymousKeys;
  const roles = [...new Set(viewer.roles)].sort();
  return {
    classKey: JSON.stringify(['roles', roles]),
    ownKey: JSON.stringify(['viewer', viewer.id, viewer.displayName, roles]),
    isAnonymous: false,
  };
}

/**
 * The same for an operation that asks for what is protected: viewers of one class are given the same of it only when they
 * were granted the same. `variant` says what that is; nobody signed in has only one.
 */
export function keysWithin(keys: ViewerKeys, variant: string): ViewerKeys {
  if (variant === '' || keys.isAnonymous) return keys;
  const within = (key: string) => JSON.stringify(['given', variant, key]);
  return { classKey: within(keys.classKey), ownKey: within(keys.ownKey), isAnonymous: false };
}

/** What is asked, but for its variables and who asks. */
export interface OperationParts {
  /** Changes when the supergraph does: answers of another schema are never found. */
  readonly schemaId: string;
  /** The document as it came, or the hash it is persisted under. The caller sees to it that one text means one document. */
  readonly operation: string;
  readonly operationName?: string | null | undefined;
}

/** The key of an operation. Null and absent names are the same to GraphQL; an empty name is not. */
export function operationKey(parts: OperationParts): string {
  return JSON.stringify([parts.schemaId, parts.operation, parts.operationName ?? null]);
}

/** The key of an operation with its variables; null when these are no JSON. No variables and `{}` are the same. */
export function requestKey(operation: string, variables: Readonly<Record<string, unknown>> | null | undefined) {
  const text = canonicalJson(variables ?? {});
  return text === null ? null : `[${operation},${text}]`;
}

/** The key of a request asked by a viewer, or by a class of them: `viewerKey` is one of `ViewerKeys`. */
export function storageKey(viewerKey: string, request: string): string {
  return `[${viewerKey},${request}]`;
}
