import { z } from 'zod';

const names = z.array(z.string().min(1).max(200)).max(100).default([]);

/** Who is granted a policy: whoever has one of the roles, or one of the scopes. */
export const policyRulesSchema = z
  .record(z.string().min(1).max(200), z.strictObject({ roles: names, scopes: names }))
  .refine((rules) => Object.keys(rules).length <= 500, 'names more than 500 policies');

/** By the policy's name. */
export type PolicyRules = z.infer<typeof policyRulesSchema>;

interface Shown {
  /** As the token has them, whether the house knows them or not. */
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
}

/** The names of the policies that are granted to who shows this. */
export function grantedPolicies(rules: PolicyRules, shown: Shown): string[] {
  return Object.entries(rules)
    .filter(([, { roles, scopes }]) => overlap(roles, shown.roles) || overlap(scopes, shown.scopes))
    .map(([name]) => name);
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((name) => others.includes(name));
}
