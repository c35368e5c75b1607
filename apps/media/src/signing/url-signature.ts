import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature is for: one made for the one cannot be used for the other. */
export type SignedPurpose = 'rendition' | 'upload';

/** Signs and verifies URLs of this service: base64url HMAC-SHA256 over the purpose and the parts. */
export interface UrlSigner {
  sign(purpose: SignedPurpose, parts: readonly string[]): string;
  /** In constant time; false for anything that is no signature. */
  verify(purpose: SignedPurpose, parts: readonly string[], signature: unknown): boolean;
}

export function createUrlSigner(secret: string): UrlSigner {
  const macOf = (purpose: SignedPurpose, parts: readonly string[]) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([purpose, ...parts]))
      .digest();
  return {
    sign: (purpose, parts) => macOf(purpose, parts).toString('base64url'),
    verify(purpose, parts, signature) {
      if (typeof signature !== 'string' || !/^[\w-]{43}$/.test(signature)) return false;
      // The last of 43 letters has spare bits: only the spelling that we write ourselves is taken.
      const given = Buffer.from(signature, 'base64url');
      return given.toString('base64url') === signature && timingSafeEqual(given, macOf(purpose, parts));
    },
  };
}
