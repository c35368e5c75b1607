import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PostgresFault } from './postgres-fault.ts';
import { findServerAccount, mayEnter, type ServerAccount } from './server-account.ts';
import { findServerFiles } from './server-files.ts';

/** Where a server's programs and data stand, and as whom it runs. */
export interface ServerPlace {
  readonly programs: string;
  readonly dataFolder: string;
  readonly account: ServerAccount | null;
}

/**
 * Settles where the server for `dataFolder` runs: in place, if its user may enter there.
 *
 * Root's clone may lie where only root may enter, such as /root/dateline. The server's user can reach neither its programs
 * nor its data there. Then the programs are copied (60 MB, once for each clone and version), and the data is kept, in
 * folders under /var/lib, or else under the temporary folder, with names made from the paths they stand for. A note beside
 * the wanted place tells people where the data went.
 */
export function settleServerPlace(dataFolder: string): ServerPlace {
  const { folder, version } = findServerFiles();
  const parent = dirname(dataFolder);
  mkdirSync(parent, { recursive: true });
  const account = findServerAccount(dataFolder);
  const programs = mayEnter(folder, account) ? folder : copyPrograms(folder, version, account);
  if (mayEnter(parent, account)) return { programs, dataFolder, account };

  const reachableData = join(makeReachableFolder(dataFolder, account), 'data');
  writeFileSync(
    `${dataFolder}.place.txt`,
    `The user of Postgres may not enter here. Its data stands in ${reachableData}\n`,
  );
  return { programs, dataFolder: reachableData, account };
}

function copyPrograms(folder: string, version: string, account: ServerAccount | null): string {
  const programs = join(makeReachableFolder(folder, account), `server-${version}`);
  if (!existsSync(programs)) copyWhole(folder, programs);
  return programs;
}

function makeReachableFolder(path: string, account: ServerAccount | null): string {
  if (!account) throw new PostgresFault(`You may not enter ${path}.`);
  const name = `dateline-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;
  for (const parent of ['/var/lib', tmpdir(), '/tmp']) {
    if (!mayEnter(parent, account)) continue;
    const folder = join(parent, name);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 });
      // Where everyone may write, someone else may have been first, with programs of their own.
      if (![0, account.uid].includes(lstatSync(folder).uid)) continue;
      chownSync(folder, account.uid, account.gid);
      return folder;
    } catch {
      // Read-only there: the next one.
    }
  }
  throw new PostgresFault(
    'The user of Postgres can reach no folder to keep data in: put the clone where others may enter, or set DATABASE_URL.',
  );
}

/** A copy that was cut short must not pass for a whole one: it gets its name at the end. */
function copyWhole(from: string, to: string): void {
  const unfinished = `${to}.unfinished-${process.pid}`;
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
