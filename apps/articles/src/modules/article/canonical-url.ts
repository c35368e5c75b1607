/** Where readers find an article on the site. Letters of any script are percent-encoded, as a URL wants them. */
export function canonicalUrl(siteUrl: string, slug: string): string {
  return `${siteUrl}/articles/${encodeURIComponent(slug)}`;
}

/** The slug in an article's URL on this site, by http as by https: links of old days go on. Null for any other URL. */
export function slugOfUrl(siteUrl: string, url: string): string | null {
  const site = new URL(`${siteUrl}/articles/`);
  const { host, pathname } = new URL(url); // In lower case, no default port.
  if (host !== site.host || !pathname.startsWith(site.pathname)) return null;
  const [segment = ''] = pathname.slice(site.pathname.length).split('/', 1);
  try {
    return decodeURIComponent(segment) || null;
  } catch {
    return null;
  }
}
