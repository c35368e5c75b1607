import { readFileSync, writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { z } from 'zod';
import type { Role } from './viewer.ts';

/** What the development issuer writes in `iss`, and all that the gateway takes from it. */
export const devIssuer = 'dateline-development';
export const devAudience = 'dateline';
export const devAlgorithm = 'EdDSA';

const keySchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() });

export interface DevTokenClaims {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly ttlSeconds: number;
}

/** Makes the private key file (Ed25519 JWK, readable by its owner only) unless it is there already. */
export async function ensureDevIssuerKey(keyFile: string): Promise<void> {
  const { privateKey } = await generateKeyPair(devAlgorithm, { crv: 'Ed25519', extractable: true });
  try {
    writeFileSync(keyFile, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** The public half, for who verifies. Throws in production: there, identities come from the newsroom's own issuer. */
export function readDevIssuerPublicKey(keyFile: string, nodeEnv: string): JWK {
  const { kty, crv, x } = readKey(keyFile, nodeEnv);
  return { kty, crv, x, alg: devAlgorithm };
}

/** Signs tokens for people who work on Dateline itself. Throws in production. */
export function createDevIssuer({ keyFile, nodeEnv }: { readonly keyFile: string; readonly nodeEnv: string }) {
  const jwk = readKey(keyFile, nodeEnv);
  return {
    async issue({ subject, name, roles, ttlSeconds }: DevTokenClaims): Promise<string> {
      const key = await importJWK(jwk, devAlgorithm);
      return new SignJWT({ name, roles: [...roles] })
        .setProtectedHeader({ alg: devAlgorithm, typ: 'JWT' })
        .setSubject(subject)
        .setIssuer(devIssuer)
        .setAudience(devAudience)
        .setIssuedAt()
        .setExpirationTime(`${ttlSeconds}s`)
        .sign(key);
    },
  };
}

function readKey(keyFile: string, nodeEnv: string) {
  if (nodeEnv === 'production') throw new Error('The development issuer is refused when NODE_ENV is production.');
  return keySchema.parse(JSON.parse(readFileSync(keyFile, 'utf8')));
}
