/** A withdrawn or corrected story is gone from caches this soon. */
const publicSeconds = 2;

/** What caches may keep of a page: only what every signed-out reader sees alike, and only for a moment. */
export function cacheHeaders(page: { readonly signedIn: boolean; readonly whole: boolean }): Record<string, string> {
  const shared = !page.signedIn && page.whole;
  return { 'cache-control': shared ? `public, max-age=${publicSeconds}` : 'private, no-store', vary: 'Cookie' };
}
