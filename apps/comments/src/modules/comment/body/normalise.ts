/**
 * Invisible characters that have no place in a comment: controls other than line breaks and tabs, and the bidi embeddings,
 * overrides and isolates (UAX #9), by which a text can be shown in another order than it has. The marks LRM, RLM and ALM,
 * which writers of Hebrew and Arabic need, and the joiners of emoji and Persian stay.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** A text as it is kept: NFC, one kind of line break, paragraphs parted by one empty line, nothing before or after. */
export function normaliseText(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(forbidden, '')
    .normalize('NFC')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Its length as people count it: in code points, so that an emoji of one is one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _codePoint of text) length += 1;
  return length;
}

/** Letters, digits, signs, emoji: something to see. Fillers that look like nothing are nothing. */
const visible = /[^\s\p{Cc}\p{Cf}\p{Mn}\u115f\u1160\u2800\u3164\uffa0]/u;

export function hasSomethingToSee(text: string): boolean {
  return visible.test(text);
}
