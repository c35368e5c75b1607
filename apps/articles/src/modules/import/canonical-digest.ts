import { createHash } from 'node:crypto';
import type { ImportArticleInput } from '../../__generated__/resolver-types.ts';

/**
 * SHA-256 of all that an item says, hexadecimal: the same item gives the same digest, in whatever order its fields came. Its
 * version is left out: a new version that says nothing new changes nothing. What items could not say once counts only where
 * it says something, so that those that came before then are known again.
 */
export function digestOf({ version, versionCreatedAt, ...input }: ImportArticleInput): string {
  const { isAccessibleForFree, corrections, ...said } = input;
  const later = {
    isAccessibleForFree: isAccessibleForFree ? null : false,
    corrections: corrections.length === 0 ? null : corrections,
  };
  return createHash('sha256')
    .update(canonicalJson({ ...said, ...later }))
    .digest('hex');
}

/** JSON with sorted keys and without what is not there: null, and not given at all, are the same. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, nested: unknown) =>
    nested !== null && typeof nested === 'object' && !Array.isArray(nested) ? sorted(nested) : nested,
  );
}

function sorted(fields: object): object {
  const known = Object.entries(fields).filter(([, value]) => value != null);
  return Object.fromEntries(known.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
