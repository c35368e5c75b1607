import {
  devAlgorithm,
  devAudience,
  devIssuer,
  ensureDevIssuerKey,
  readDevIssuerPublicKey,
} from '@dateline/service-kit/dev-issuer';
import { createLocalJWKSet } from 'jose';
import type { TokenRules } from './authenticate.ts';
import { createKeySet } from './key-set.ts';

/** Whose tokens are believed, and what is granted to whom. */
export interface IdentitySettings extends Pick<TokenRules, 'algorithms' | 'needsName' | 'policies' | 'policiesClaim'> {
  readonly nodeEnv: string;
  readonly jwksUrl: string | undefined;
  readonly devIssuerKeyFile: string | undefined;
  readonly issuer: string | undefined;
  readonly audience: string | undefined;
}

/**
 * The newsroom's issuer by its key set, or the development issuer by its key file (made when it is not there). Null when
 * neither is set.
 */
export async function loadTokenRules(settings: IdentitySettings): Promise<TokenRules | null> {
  const { nodeEnv, jwksUrl, devIssuerKeyFile, issuer, audience, algorithms, ...rest } = settings;
  if (devIssuerKeyFile) {
    await ensureDevIssuerKey(devIssuerKeyFile);
    const key = createLocalJWKSet({ keys: [readDevIssuerPublicKey(devIssuerKeyFile, nodeEnv)] });
    return { ...rest, key, issuer: devIssuer, audience: devAudience, algorithms: [devAlgorithm] };
  }
  if (!jwksUrl || !issuer || !audience) return null;
  return { ...rest, key: createKeySet(jwksUrl), issuer, audience, algorithms };
}
