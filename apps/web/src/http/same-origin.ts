/** What a request says about where it comes from. */
interface Provenance {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly secFetchSite: string | undefined;
}

/**
 * May this request change something? Browsers name the page's origin on every POST, so a form on another site is found
 * out by it; the cookie's SameSite=Lax is the other lock. A request that names nothing at all comes from no browser of
 * today and is refused too.
 */
export function mayChange({ method, host, origin, secFetchSite }: Provenance, siteUrl: string): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  if (origin === undefined) return secFetchSite === 'same-origin';
  if (origin === new URL(siteUrl).origin) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}
