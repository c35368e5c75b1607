export interface Alternate {
  readonly language: string;
  readonly url: string;
}

interface Translated extends Pick<Translation, 'language' | 'canonicalUrl'> {
  readonly translations: readonly Translation[];
}

interface Translation {
  readonly language: string;
  readonly canonicalUrl: string;
}

/**
 * What the head of a page says of the same story in other languages (link rel=alternate hreflang): every page of a group
 * names all of them and itself, or search engines believe none. Nothing where it is told in one language alone.
 */
export function alternates({ language, canonicalUrl, translations }: Translated): readonly Alternate[] {
  if (translations.length === 0) return [];
  return [{ language, canonicalUrl }, ...translations].map((each) => ({
    language: each.language,
    url: each.canonicalUrl,
  }));
}
