import { createHash } from 'node:crypto';

/** Does the reference say the same whoever says it? An address does; a file's name means the file beside the item. */
export function isShared(reference: string): boolean {
  return /^https?:\/\//i.test(reference);
}

/** By what a supplier's picture is known again: an address in all its items, a file's name in versions of the one item. */
export function suppliedKey(sourceId: string, reference: string): string {
  if (isShared(reference)) return reference;
  return `${createHash('sha256').update(sourceId).digest('hex').slice(0, 32)}/${reference}`;
}
