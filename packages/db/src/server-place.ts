import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
 * nor its data there. Then the programs are copied (60 MB, once for each version), and the data is kept, in a folder under
 * /var/lib, or else under the temporary folder, whose name is made from the path of the data. A note beside the wanted
 * place tells people where it went.
 */
export function settleServerPlace(dataFolder: string): ServerPlace {
  const { folder, version } = findServerFiles();
  const parent = dirname(dataFolder);
  mkdirSync(parent, { recursive: true });
  const account = findServerAccount(dataFolder);
  if (mayEnter(parent, account) && mayEnter(folder, account)) return { programs: folder, dataFolder, account };
  if (!account) throw new PostgresFault(`You may not enter ${mayEnter(parent, null) ? folder : parent}.`);

  const place = makeReachableFolder(dataFolder, account);
  const programs = join(place, `server-${version}`);
  if (!existsSync(programs)) copyWhole(folder, programs);
  const reachableData = join(place, 'data');
  writeFileSync(
    `${dataFolder}.place.txt`,
    `The user of Postgres may not enter here. Its data stands in ${reachableData}\n`,
  );
  return { programs, dataFolder: reachableData, account };
}

function makeReachableFolder(dataFolder: string, account: ServerAccount): string {
  const name = `dateline-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`;
  for (const parent of ['/var/lib', tmpdir(), '/tmp']) {
    if (!mayEnter(parent, account)) continue;
    const folder = join(parent, name);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 });
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
