import type { CliEnv } from '../env.ts';
import { issueToken } from './issue-token.ts';

/** Long enough for any run of a command; the token is never written anywhere. */
const ownTtlSeconds = 15 * 60;

/** The token to speak with: the option's, the environment's, or in development one signed for this run. */
export async function findToken(given: string | undefined, env: CliEnv, cwd: string): Promise<string> {
  const token = given ?? env.token;
  if (token !== undefined) return token;
  return issueToken({ roles: ['EDITOR'], name: 'Dateline command', ttlSeconds: ownTtlSeconds }, env, cwd);
}
