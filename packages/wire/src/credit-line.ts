/** The word before a picture's credit, by language. */
const labels: Readonly<Record<string, string>> = { en: 'Photo', he: 'צילום', ar: 'تصوير' };

const rightToLeft = new Set(['he', 'ar']);
const latinLetter = /\p{Script=Latin}/u;

/**
 * 'Photo: Reuters' in the words of a language; English where we have none. A name in Latin letters is isolated in a line
 * from right to left (Unicode UAX 9, FSI … PDI), so that the colon stays where it belongs.
 */
export function creditLine(credit: string, language: string): string {
  const base = new Intl.Locale(language).language;
  const name = rightToLeft.has(base) && latinLetter.test(credit) ? `\u2068${credit}\u2069` : credit;
  return `${labels[base] ?? labels['en']}: ${name}`;
}
