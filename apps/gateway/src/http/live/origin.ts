import type { IncomingHttpHeaders } from 'node:http';

/**
 * May the page that asks read the graph? The rule of CORS, held to by us: for sockets no browser asks anybody. A program
 * that is no browser has no origin; a page of our own host needs no leave.
 */
export function isOriginAllowed({ origin, host }: IncomingHttpHeaders, corsOrigins: readonly string[]): boolean {
  if (origin === undefined || corsOrigins.includes('*') || corsOrigins.includes(origin)) return true;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
