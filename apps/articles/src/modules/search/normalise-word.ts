import { latinLetters } from './latin-letters.ts';

/**
 * A word as Postgres' articles.search_normal has it, so that what was found in the index is found again in the text. The two
 * are held to each other, letter by letter, by test/search-normal.test.ts.
 */
export function normaliseWord(word: string): string {
  if (plain.test(word)) return word.toLowerCase();
  const folded = lower(accentless(lower(word.normalize('NFKC'))));
  return folded
    .replaceAll(invisible, '')
    .replaceAll(otherForm, (letter) => forms.get(letter) ?? letter)
    .replaceAll(acronymMark, '')
    .replaceAll(possessive, '');
}

/** Letters of scripts that do not part their words by spaces (or, as Korean, hang particles on them), for a character class. */
export const spacelessLetters =
  '\\u0e01-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\u{20000}-\\u{3ffff}';

/** Most words: of letters that have one form (and, in Latin, two cases). Nothing of the above would change them. */
const plain = /^[A-Za-z0-9а-яא-ת\u0621\u0624\u0626-\u0628\u062a-\u063a\u0641-\u0648\u064a]*$/;
const invisible =
  /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]|[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g;
const acronymMark = /(?<=[\u05d0-\u05ea])["'\u05f3\u05f4](?=[\u05d0-\u05ea])/g;
const possessive = /['\u2019]s(?![a-z0-9])/g;

/** Letter by letter, as Postgres does: no rule that looks at its neighbours. */
function lower(text: string): string {
  return text.replaceAll(/\p{Lu}|\p{Lt}/gu, (letter) => (letter === 'İ' ? 'i' : letter.toLowerCase()));
}

/** Latin, Greek and Cyrillic letters without their marks, as Postgres' unaccent knows them. */
function accentless(text: string): string {
  return text.replaceAll(/\P{ASCII}/gu, (letter) => {
    const known = lettersWithoutMarks.get(letter);
    if (known !== undefined) return known;
    const plainLetter = letterWithoutMarks(letter);
    lettersWithoutMarks.set(letter, plainLetter);
    return plainLetter;
  });
}

/** Those that were met: a snippet asks for each letter of a story. There are no more of them than Unicode has letters. */
const lettersWithoutMarks = new Map<string, string>();

function letterWithoutMarks(letter: string): string {
  const special = specialLetters.get(letter) ?? latinLetters.get(letter);
  if (special !== undefined) return special;
  const [base = letter] = letter.normalize('NFD');
  return /[a-zα-ω]/.test(base) ? base : letter;
}

const specialLetters = new Map(
  Object.entries({
    ß: 'ss',
    ø: 'o',
    æ: 'ae',
    œ: 'oe',
    ł: 'l',
    đ: 'd',
    ħ: 'h',
    ı: 'i',
    þ: 'th',
    ð: 'd',
    ŋ: 'n',
    ё: 'е',
  }),
);

const otherForms = 'أإآٱىیکة٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ς';
const usualForms = 'ااااييكه01234567890123456789σ';
const forms = new Map([...otherForms].map((letter, index) => [letter, usualForms[index] ?? letter]));
const otherForm = new RegExp(`[${otherForms}]`, 'g');
