import {
  devAlgorithm,
  devAudience,
  devIssuer,
  ensureDevIssuerKey,
  readDevIssuerPublicKey,
} from '@dateline/service-kit/dev-issuer';
import { createLocalJWKSet, createRemoteJWKSet } from 'jose';
import type { GatewayEnv } from '../env.ts';
import type { TokenRules } from './authenticate.ts';

/** An unknown key id makes the key set be fetched again, at most once in this time. */
const cooldownMs = 60_000;
const cacheMs = 600_000;
const fetchTimeoutMs = 2_000;

/** Whose tokens are believed, as the environment says it. */
export type IdentitySettings = Pick<
  GatewayEnv,
  'NODE_ENV' | 'JWKS_URL' | 'DEV_ISSUER_KEY_FILE' | 'JWT_ISSUER' | 'JWT_AUDIENCE' | 'JWT_ALGORITHMS'
>;

/**
 * The newsroom's issuer by its key set, or the development issuer by its key file (made when it is not there). Null when
 * neither is set.
 */
export async function loadTokenRules(env: IdentitySettings): Promise<TokenRules | null> {
  if (env.DEV_ISSUER_KEY_FILE) {
    await ensureDevIssuerKey(env.DEV_ISSUER_KEY_FILE);
    const key = createLocalJWKSet({ keys: [readDevIssuerPublicKey(env.DEV_ISSUER_KEY_FILE, env.NODE_ENV)] });
    return { key, issuer: devIssuer, audience: devAudience, algorithms: [devAlgorithm] };
  }
  if (!env.JWKS_URL || !env.JWT_ISSUER || !env.JWT_AUDIENCE) return null;
  const key = createRemoteJWKSet(new URL(env.JWKS_URL), {
    cooldownDuration: cooldownMs,
    cacheMaxAge: cacheMs,
    timeoutDuration: fetchTimeoutMs,
  });
  return { key, issuer: env.JWT_ISSUER, audience: env.JWT_AUDIENCE, algorithms: env.JWT_ALGORITHMS };
}
