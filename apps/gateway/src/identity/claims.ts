import { z } from 'zod';

const name = z.string().min(1).max(200);
const text = z.string().max(8_000);
/** One text with spaces between (RFC 8693), or a list: issuers do either under each of the names. */
const scopes = z
  .union([text.transform((given) => given.split(' ').filter(Boolean)), z.array(z.string())])
  .pipe(z.array(name).max(200))
  .default([]);

/** What of a token's claims is read; all else in it is nobody's business here. */
const claimsSchema = z.object({
  sub: name,
  name: name.optional(),
  exp: z.number(),
  roles: z.array(z.string().max(200)).max(200).default([]),
  scope: scopes,
  scp: scopes,
  scopes,
});

const policiesSchema = z.array(name).max(200).default([]);

export interface Claims {
  readonly subject: string;
  readonly name: string | undefined;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly policies: readonly string[];
  /** In seconds since 1970. */
  readonly expiresAt: number;
}

/** Null when a claim is not of its form. @param policiesClaim where policies stand that the issuer itself has granted */
export function readClaims(payload: Readonly<Record<string, unknown>>, policiesClaim: string | null): Claims | null {
  const claims = claimsSchema.safeParse(payload);
  const policies = policiesSchema.safeParse(policiesClaim === null ? undefined : ownOf(payload, policiesClaim));
  if (!claims.success || !policies.success) return null;
  const { sub: subject, name, exp: expiresAt, roles, scope, scp, scopes } = claims.data;
  return {
    subject,
    name,
    roles,
    scopes: [...new Set([...scope, ...scp, ...scopes])],
    policies: policies.data,
    expiresAt,
  };
}

function ownOf(payload: Readonly<Record<string, unknown>>, claim: string): unknown {
  return Object.hasOwn(payload, claim) ? payload[claim] : undefined;
}
