import { createDevIssuer } from '@dateline/service-kit/dev-issuer';
import type { Role } from '@dateline/service-kit/viewer';
import type { CliEnv } from '../env.ts';
import { CommandFault } from '../faults.ts';
import { findDevIssuerKey } from './dev-issuer-key.ts';

export interface TokenOptions {
  readonly roles: readonly Role[];
  readonly name: string;
  readonly subject?: string;
  readonly ttlSeconds: number;
}

/** Signs a token with the development issuer's key. Throws a CommandFault in production and where there is no key. */
export async function issueToken(options: TokenOptions, env: CliEnv, cwd: string): Promise<string> {
  if (env.nodeEnv === 'production') {
    throw new CommandFault(
      "Tokens are signed here in development only. In production they come from the newsroom's own issuer.",
    );
  }
  const keyFile = findDevIssuerKey(env, cwd);
  if (keyFile === undefined) {
    const where = env.devIssuerKeyFile ?? '.dateline/dev-issuer.json';
    throw new CommandFault(
      `There is no development issuer key (${where}). 'npm start' makes it; elsewhere use --token or DATELINE_TOKEN.`,
    );
  }
  const { roles, name, ttlSeconds, subject = subjectOf(name) } = options;
  return createDevIssuer({ keyFile, nodeEnv: env.nodeEnv }).issue({ subject, name, roles, ttlSeconds });
}

/** The same name is the same person, from one token to the next. */
function subjectOf(name: string): string {
  return `dev-${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}
