import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { PostgresFault } from './postgres-fault.ts';

/** The user as whom the server runs. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Postgres refuses to run as root. For root this finds another user: the owner of the data folder if there is one, else
 * `postgres`, which is made when it is missing. Null for an ordinary user: the server runs as that user.
 */
export function findServerAccount(dataFolder: string): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  return lookUp('postgres') ?? makePostgresUser();
}

/** Whether that user may read and enter a folder; ordinary users ask about themselves. */
export function mayEnter(folder: string, account: ServerAccount | null): boolean {
  // A shell asks the system itself: modes, owners, access lists and mount options all count.
  const asked = spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', folder], { ...account, cwd: '/' });
  return asked.status === 0;
}

function lookUp(name: string): ServerAccount | null {
  try {
    const id = (flag: string) => Number.parseInt(execFileSync('id', [flag, name], { stdio: 'pipe' }).toString(), 10);
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function makePostgresUser(): ServerAccount {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']);
  const made = lookUp('postgres');
  if (made) return made;
  throw new PostgresFault(
    'Postgres does not run as root, and no user named postgres could be made: run this as an ordinary user, or set DATABASE_URL.',
  );
}
