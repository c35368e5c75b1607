/** Where a reader goes after signing in: a path of this site, and never another site's address. */
export function returnPath(given: string | null | undefined): string {
  if (!given?.startsWith('/') || given.startsWith('//') || given.includes('\\')) return '/';
  const base = 'http://site.invalid';
  const url = URL.canParse(given, base) ? new URL(given, base) : undefined;
  // Without its dots `/.//evil.test` is `//evil.test`: an address of another site.
  if (url?.origin !== base || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
