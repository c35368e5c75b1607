/** An entity tag, or the star, at this place in the list (RFC 9110, 8.8.3): quotes with no quote between them. */
const member = /\s*(?:(W\/)?("[\x21\x23-\x7e\x80-\xff]*"))\s*(?:,|$)/y;

/**
 * Whether an If-None-Match header names the answer, so that 304 is the answer to a GET or HEAD (RFC 9110, 13.1.2). The
 * comparison is weak: `W/` counts for nothing. A `*` names any answer. What cannot be read ends the list.
 */
export function namesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  member.lastIndex = 0;
  for (let match = member.exec(ifNoneMatch); match !== null; match = member.exec(ifNoneMatch)) {
    if (match[2] === etag) return true;
  }
  return false;
}
