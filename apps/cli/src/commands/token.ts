import type { Role } from '@dateline/service-kit/viewer';
import { type Command, Option } from 'commander';
import { ttlSeconds } from '../option-values.ts';
import type { CommandDeps } from '../run.ts';
import { issueToken } from '../token/issue-token.ts';

const roleByName: Readonly<Record<string, Role>> = {
  reader: 'READER',
  staff: 'STAFF',
  editor: 'EDITOR',
  moderator: 'MODERATOR',
};

interface Given {
  readonly role: readonly string[];
  readonly name?: string;
  readonly subject?: string;
  readonly ttl: number;
}

export function addTokenCommand(program: Command, { env, cwd, terminal }: CommandDeps): void {
  program
    .command('token')
    .description('Print a token signed by the development issuer. Refused in production.')
    .addOption(
      new Option('--role <role...>', 'what its bearer may do').choices(Object.keys(roleByName)).makeOptionMandatory(),
    )
    .option('--name <name>', 'the name that others see')
    .option('--subject <id>', 'the stable id of the bearer (default: made of the name)')
    .option('--ttl <time>', 'how long it is good: 90s, 45m, 1h, 7d', ttlSeconds, 3_600)
    .addHelpText(
      'after',
      '\nExample:\n  curl -H "authorization: Bearer $(npm run -s dateline -- token --role editor)" …',
    )
    .action(async ({ role, name = `Development ${role.join(' and ')}`, subject, ttl }: Given) => {
      const roles = role.flatMap((word) => roleByName[word] ?? []);
      terminal.result(await issueToken({ roles, name, ttlSeconds: ttl, ...(subject && { subject }) }, env, cwd));
    });
}
