import { isAddress } from '../input/wire-input.ts';

/**
 * Who sent what is read, where the operator does not say: of an address its host, and of files what each item names.
 * Whoever answers at an address could name any sender there, and take back that one's stories.
 */
export function senderOf(file: string, source: string | undefined): string | undefined {
  if (source !== undefined || !isAddress(file)) return source;
  return URL.parse(file)?.host;
}
