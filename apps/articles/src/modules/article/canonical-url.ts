/** Where readers find an article on the site. Letters of any script are percent-encoded, as a URL wants them. */
export function canonicalUrl(siteUrl: string, slug: string): string {
  return `${siteUrl}/articles/${encodeURIComponent(slug)}`;
}

/** The slug in an article's URL on this site; null for any other URL. */
export function slugOfUrl(siteUrl: string, url: string): string | null {
  const prefix = new URL(`${siteUrl}/articles/`).href;
  const { href } = new URL(url); // Host in lower case, no default port.
  if (!href.startsWith(prefix)) return null;
  const [segment = ''] = href.slice(prefix.length).split(/[?#/]/, 1);
  try {
    return decodeURIComponent(segment) || null;
  } catch {
    return null;
  }
}
