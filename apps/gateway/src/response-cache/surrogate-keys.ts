/**
 * Together they must leave room for others in the 16 kB that Node and most proxies take as headers, and they are sent
 * under two names.
 */
const maxHeaderBytes = 4_000;
/** Cloudflare's bound is 1,024. */
const maxKeyBytes = 1_024;

/**
 * A tag as a CDN knows it: the same text in `Cache-Tag`, in `Surrogate-Key` and in a purge sent to the CDN. Commas and
 * spaces part keys there, and headers are ASCII, so all but letters, digits and `:._~-` is percent-encoded.
 */
export function surrogateKey(tag: string): string {
  return encodeURIComponent(tag.toWellFormed())
    .replaceAll('%3A', ':')
    .replace(/[!'()*]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The answer's tags in both spellings. Cloudflare parts them by commas, Fastly by spaces. */
export interface SurrogateKeyHeaders {
  readonly 'cache-tag': string;
  readonly 'surrogate-key': string;
}

/**
 * Null when the tags are too many for a header, or one is too long. A CDN could not purge such an answer, so it must
 * not keep it: half of the tags would be worse than none.
 */
export function surrogateKeyHeaders(tags: readonly string[]): SurrogateKeyHeaders | null {
  const keys: string[] = [];
  let bytes = 0;
  for (const tag of tags) {
    const key = surrogateKey(tag);
    bytes += key.length + 1;
    if (key.length > maxKeyBytes || bytes > maxHeaderBytes) return null;
    keys.push(key);
  }
  return { 'cache-tag': keys.join(','), 'surrogate-key': keys.join(' ') };
}
