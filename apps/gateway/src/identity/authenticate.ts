import { HttpRefusal } from '@dateline/service-kit/http-refusal';
import { type Role, roles, type Viewer } from '@dateline/service-kit/viewer';
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { readClaims } from './claims.ts';
import { grantedPolicies, type PolicyRules } from './granted-policies.ts';

/** Whose tokens are believed, and what they must say. */
export interface TokenRules {
  readonly key: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** Must it name a person? Where it need not, who has no name goes by the subject. */
  readonly needsName: boolean;
  readonly policies: PolicyRules;
  /** The claim that names policies which the issuer has granted; null when it has no say in them. */
  readonly policiesClaim: string | null;
}

/** Clocks of two machines may differ by this much. */
export const leewaySeconds = 30;

/** Longer ones are refused before anything is made of them. */
const maxTokenLength = 8_000;

/** From an Authorization header to who is asking; null without a header. Throws an HttpRefusal, 401 or 503. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer | null>;

/** Without rules nobody can sign in, and every token is refused. */
export function createAuthenticate(rules: TokenRules | null): Authenticate {
  return async (authorization) => {
    if (authorization === undefined) return null;
    const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization) ?? [];
    if (!token || token.length > maxTokenLength || !rules) throw invalidToken();
    const claims = readClaims(await verify(token, rules), rules.policiesClaim);
    if (!claims) throw invalidToken();
    const { subject, name, roles: claimed, scopes, policies, expiresAt } = claims;
    if (name === undefined && rules.needsName) throw invalidToken();
    return {
      id: subject,
      displayName: name ?? subject,
      roles: claimed.filter(isRole),
      scopes,
      policies: [...new Set([...policies, ...grantedPolicies(rules.policies, claims)])],
      expiresAtMs: (expiresAt + leewaySeconds) * 1_000,
    };
  };
}

async function verify(token: string, { key, issuer, audience, algorithms }: TokenRules): Promise<JWTPayload> {
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
    const keysAway = !(error instanceof errors.JOSEError) || error instanceof errors.JWKSInvalid;
    throw keysAway ? new HttpRefusal(503, 'NOT_READY', { cause: error }) : invalidToken();
  }
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
