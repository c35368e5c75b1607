import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CliEnv } from '../env.ts';

const projectRoot = fileURLToPath(new URL('../../../..', import.meta.url));
const keyPath = join('.dateline', 'dev-issuer.json');

/**
 * The development issuer's key file: the one the environment names, else `.dateline/dev-issuer.json` in the folder
 * the command was called in or any above it, else that of the checkout this command belongs to.
 */
export function findDevIssuerKey(
  { devIssuerKeyFile }: Pick<CliEnv, 'devIssuerKeyFile'>,
  cwd: string,
): string | undefined {
  if (devIssuerKeyFile !== undefined) return existing(resolve(cwd, devIssuerKeyFile));
  for (const folder of [...upwardFrom(cwd), projectRoot]) {
    const found = existing(join(folder, keyPath));
    if (found) return found;
  }
  return undefined;
}

function existing(file: string): string | undefined {
  return existsSync(file) ? file : undefined;
}

function* upwardFrom(folder: string): Generator<string> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    yield at;
    if (at === dirname(at)) return;
  }
}
