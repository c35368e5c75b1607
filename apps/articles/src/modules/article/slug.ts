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
    // By characters: half of a surrogate pair is no text.
    const longer = slug === '' ? [...word].slice(0, maxCharacters).join('') : `${slug}-${word}`;
    if ([...longer].length > maxCharacters) break;
    slug = longer;
  }
  return slug === '' ? 'untitled' : slug;
}

/** A slug as it is stored and looked up: a URL may bring the same letters in another Unicode form (NFD from a Mac, say). */
export function normaliseSlug(slug: string): string {
  return slug.normalize('NFC');
}

/** A slug that a person chose: words of letters and digits of any script, joined by single dashes. */
export function isSlug(text: string): boolean {
  return text.length <= 2 * maxCharacters && /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(text);
}

/** slug, slug-2, slug-3 …: what may be taken when the first is. `from` is 1 for the slug itself. */
export function slugCandidates(slug: string, from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => (from + index === 1 ? slug : `${slug}-${from + index}`));
}

/** What slugs have in common that compete for one another's numbers: 'story' of 'story', 'story-2' and 'story-2-3'. */
export function slugStem(slug: string): string {
  return slug.replace(/(-\d+)+$/, '');
}
