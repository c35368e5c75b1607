import type { Fault } from './rules.ts';

/** What readers are told with a withdrawal or a correction: trimmed, not empty, bounded. */
export function parseWords(
  field: 'reason' | 'note',
  given: string,
): { readonly words: string; readonly fault: Fault | null } {
  const words = given.trim();
  if (words === '') return { words, fault: { code: 'EMPTY', message: 'Readers are told why: say it.', path: [field] } };
  if ([...words].length > maxWordsCharacters) {
    return { words, fault: { code: 'TOO_LONG', message: `At most ${maxWordsCharacters} characters.`, path: [field] } };
  }
  return { words, fault: null };
}

const maxWordsCharacters = 1_000;
