/** A language as its own readers call it: 'עברית' for he. The tag itself where nobody knows it. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
