import { type Role, roles, type Viewer } from '@dateline/service-kit/viewer';
import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { HttpRefusal } from '../http/http-refusal.ts';

/** Whose tokens are believed, and what they must say. */
export interface TokenRules {
  readonly key: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
}

/** Clocks of two machines may differ by this much. */
const leewaySeconds = 30;

const claimsSchema = z.object({
  sub: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  roles: z.array(z.string()).default([]),
});

/** From an Authorization header to who is asking; null without a header. Throws an HttpRefusal, 401 or 503. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer | null>;

/** Without rules nobody can sign in, and every token is refused. */
export function createAuthenticate(rules: TokenRules | null): Authenticate {
  return async (authorization) => {
    if (authorization === undefined) return null;
    const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization) ?? [];
    if (!token || !rules) throw invalidToken();
    const claims = claimsSchema.safeParse(await verify(token, rules));
    if (!claims.success) throw invalidToken();
    const { sub, name, roles: claimed } = claims.data;
    return { id: sub, displayName: name, roles: claimed.filter(isRole) };
  };
}

async function verify(token: string, { key, issuer, audience, algorithms }: TokenRules): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(token, key, {
      issuer,
      audience,
      algorithms: [...algorithms],
      clockTolerance: leewaySeconds,
      requiredClaims: ['exp', 'sub'],
    });
    return payload;
  } catch (error) {
    // Every fault of the token itself is one of jose's own errors; the key set's address being down is not the token's fault.
    const keysAway = error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError) || isFetchFault(error);
    throw keysAway ? new HttpRefusal(503, 'NOT_READY', { cause: error }) : invalidToken();
  }
}

/** jose says a key set that answered anything but 200 with JSON by its plain base class. */
function isFetchFault(error: errors.JOSEError): boolean {
  return error.code === 'ERR_JOSE_GENERIC';
}

function invalidToken(): HttpRefusal {
  return new HttpRefusal(401, 'UNAUTHENTICATED', {
    message: 'The token is not valid.',
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });
}

function isRole(role: string): role is Role {
  return (roles as readonly string[]).includes(role);
}
