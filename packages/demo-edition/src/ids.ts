import { hash } from 'node:crypto';

/**
 * A stable UUID for a thing of the demo edition: RFC 9562 version 8 (custom), cut from SHA-256 of kind and key.
 * The same kind and key give the same id on every machine, so the three services agree without talking.
 */
export function demoId(kind: string, key: string): string {
  const digest = hash('sha256', `${kind}\u0000${key}`, 'hex');
  // RFC 9562 section 5.8: 4 bits of version (8) at octet 6, 2 bits of variant (binary 10) at octet 8.
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const [a, b, c, d, e] = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(13, 16),
    digest.slice(17, 20),
    digest.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-${variant}${d}-${e}`;
}

/** The id that media gives a demo picture, and that figures in articles point to. */
export function demoPictureId(pictureKey: string): string {
  return demoId('picture', pictureKey);
}
