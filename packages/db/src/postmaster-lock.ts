import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { processCommand } from './process-command.ts';

export type PostmasterLock =
  | { readonly state: 'none' }
  | { readonly state: 'stale'; readonly pid: number | null }
  | { readonly state: 'held'; readonly pid: number };

/**
 * Reads the lock that a server puts into its data folder. It is stale if its process is gone, or if the number belongs to
 * another program now, or to a server of other data. In doubt it counts as held: two servers on one folder destroy it.
 */
export function readPostmasterLock(
  dataFolder: string,
  commandOf: (pid: number) => string | null = processCommand,
): PostmasterLock {
  const file = join(dataFolder, 'postmaster.pid');
  if (!existsSync(file)) return { state: 'none' };
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  // An empty file: the server was killed between making and filling it.
  if (!Number.isInteger(pid) || pid <= 0) return { state: 'stale', pid: null };
  const command = commandOf(pid);
  if (command === null || isOtherProgram(command, dataFolder)) return { state: 'stale', pid };
  return { state: 'held', pid };
}

export function removeStaleLock(dataFolder: string): void {
  rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
}

function isOtherProgram(command: string, dataFolder: string): boolean {
  if (command === '') return false;
  const [program = '', ...words] = command.split(' ');
  if (!/postgres|postmaster/.test(program)) return true;
  // Servers name their folder after -D, if they were started by us; their helpers are titled `postgres: …`.
  if (program.endsWith(':')) return true;
  return words.includes('-D') && !command.includes(dataFolder);
}
