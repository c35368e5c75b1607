import { createHash } from 'node:crypto';

export interface Validators {
  /** Strong: of the very bytes. */
  readonly etag: string;
  /** To the second, as HTTP dates are. */
  readonly lastModified: Date | undefined;
}

export function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/**
 * Does the client hold this already (RFC 9110, section 13.2.2)? If-None-Match decides alone where it is given; otherwise
 * If-Modified-Since does.
 */
export function isNotModified(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  { etag, lastModified }: Validators,
): boolean {
  const ifNoneMatch = headers['if-none-match'];
  if (typeof ifNoneMatch === 'string') {
    return ifNoneMatch.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  }
  const since = headers['if-modified-since'];
  if (typeof since !== 'string' || lastModified === undefined) return false;
  return Math.floor(lastModified.getTime() / 1000) <= Math.floor(Date.parse(since) / 1000);
}
