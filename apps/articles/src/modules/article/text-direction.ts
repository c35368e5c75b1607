import { remembered } from './remembered.ts';

export type TextDirection = 'LTR' | 'RTL';

/** The direction in which a language is read, from its usual script (CLDR through Intl). */
export const textDirectionOf = remembered((language: string): TextDirection => {
  const script = new Intl.Locale(language).maximize().script ?? '';
  return rightToLeftScripts.has(script) ? 'RTL' : 'LTR';
});

const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The direction of a text by its first strong character (UAX 9, rules P2 and P3); null where it has none. */
export function firstStrongDirection(text: string): TextDirection | null {
  const [strong] = strongCharacter.exec(text.replaceAll(isolated, '')) ?? [];
  if (strong === undefined) return null;
  return rightToLeft.test(strong) ? 'RTL' : 'LTR';
}

/** Letters, letter-like numbers and spacing marks are strong, and so are the marks that say a direction (LRM, RLM, ALM). */
const strongCharacter = /[\p{L}\p{Nl}\p{Mc}\u200e\u200f\u061c]/u;

/** JavaScript knows no bidi classes. Unicode keeps these ranges for scripts from right to left, for those to come as well. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** What stands in isolates does not decide (P2). */
const isolated = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;

/**
 * The direction of sanitised inline HTML as a browser decides of dir="auto": what stands in bdi, or has a direction of its
 * own, does not count. Else the language's.
 */
export function directionOfHtml(html: string, language: string): TextDirection {
  const text = html.replaceAll(ownDirection, '').replaceAll(markup, '');
  return firstStrongDirection(text) ?? textDirectionOf(language);
}

const ownDirection = /<(?:(bdi)\b[^>]*|(\w+) [^>]*\bdir="(?:ltr|rtl|auto)"[^>]*)>.*?<\/(?:\1|\2)>/gs;
/** Sanitised text has no entities but those of signs that have a meaning in HTML. */
const markup = /<[^>]*>|&\w+;/g;
