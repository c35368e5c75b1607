const maxCharacters = 80;

/** A headline as a name in a URL: letters and digits of any script, words joined by dashes; never empty. */
export function slugify(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’׳״]/gu, '')
    .match(/[\p{L}\p{N}]+/gu);
  let slug = '';
  for (const word of words ?? []) {
    const longer = slug === '' ? word.slice(0, maxCharacters) : `${slug}-${word}`;
    if (longer.length > maxCharacters) break;
    slug = longer;
  }
  return slug === '' ? 'untitled' : slug;
}

/** A slug that a person chose: what slugify makes of it must be what they wrote. */
export function isSlug(text: string): boolean {
  return text.length > 0 && text.length <= 2 * maxCharacters && /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(text);
}

/** The first of slug, slug-2, slug-3 … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const candidate = `${slug}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
