import type { IncomingHttpHeaders } from 'node:http';

/**
 * Could another site's page have made a reader's browser send this GET without asking us first? Such a request carries
 * what the browser has: its place in a network, its cookies. docs/decisions/0011 lists the attacks.
 *
 * A program is not asked: it has only what it was given. A browser tells on itself by headers that no page can set.
 */
export function isForeignPagesGet(headers: IncomingHttpHeaders): boolean {
  if (wasPreflighted(headers)) return false;
  const site = headers['sec-fetch-site'];
  // `none` is a person: an address typed, a bookmark.
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  // Browsers send no fetch metadata to plain http: addresses, and old ones never do.
  return (
    headers.cookie !== undefined ||
    headers.referer !== undefined ||
    headers.origin !== undefined ||
    /^Mozilla\//.test(headers['user-agent'] ?? '')
  );
}

/** Headers for which a browser asks first (by OPTIONS) before it sends them to another origin. */
const askedFor = ['apollo-require-preflight', 'graphql-require-preflight', 'x-apollo-operation-name'] as const;

function wasPreflighted(headers: IncomingHttpHeaders): boolean {
  if (askedFor.some((name) => headers[name] !== undefined && headers[name] !== '')) return true;
  return /^application\/json\b/i.test(headers['content-type'] ?? '');
}
