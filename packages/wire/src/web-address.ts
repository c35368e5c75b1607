/** An address of the web, whole: relative ones are meant from `baseUrl`. Undefined when it is none (data:, javascript:, …). */
export function webAddress(address: string | undefined, baseUrl?: string): string | undefined {
  const written = address?.trim();
  if (!written) return undefined;
  const url = URL.parse(written.startsWith('//') && !baseUrl ? `https:${written}` : written, baseUrl);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

/** Where a picture is: an address, or a file beside the item. A path that leads out of the item's folder is neither. */
export function picturePlace(
  address: string | undefined,
  baseUrl?: string,
): { url?: string; fileName?: string } | undefined {
  const url = webAddress(address, baseUrl);
  if (url) return { url };
  const path =
    address
      ?.trim()
      .replace(/^file:\/{0,3}/i, '')
      .replace(/^(\.\/\s*)+/, '') ?? '';
  const isBeside = path !== '' && !/^[a-z][a-z\d+.-]*:|^[/\\]|(^|[/\\])\.\.([/\\]|$)|\0/i.test(path);
  return isBeside ? { fileName: path } : undefined;
}
