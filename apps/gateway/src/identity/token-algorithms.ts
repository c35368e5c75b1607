import { z } from 'zod';

/** How tokens may be signed: with a key that the issuer alone has. Shared secrets are never taken, nor `none`. */
export const tokenAlgorithm = z.enum(['EdDSA', 'ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256']);

export const defaultTokenAlgorithms = ['EdDSA', 'ES256', 'RS256'] as const;
