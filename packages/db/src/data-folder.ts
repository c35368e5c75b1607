import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PostgresFault } from './postgres-fault.ts';
import { findServerFiles, serverProgram } from './server-files.ts';
import type { ServerPlace } from './server-place.ts';

/** How a person gets out of a data folder that is beyond repair. */
export const howToMend = (dataFolder: string) =>
  `Put a backup in its place, or remove it (rm -rf '${dataFolder}') to begin anew with the demo edition.`;

/** Throws a PostgresFault if the folder holds something that is not whole data of this server's version. */
export function checkDataFolder(dataFolder: string): 'empty' | 'whole' {
  if (!existsSync(dataFolder)) return 'empty';
  const owner = statSync(dataFolder).uid;
  const uid = process.getuid?.();
  if (uid !== undefined && uid !== 0 && uid !== owner) {
    throw new PostgresFault(
      `The data folder ${dataFolder} belongs to another user (uid ${owner}): start as that user or as root.`,
    );
  }
  if (readdirSync(dataFolder).length === 0) return 'empty';
  for (const part of ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal']) {
    if (existsSync(join(dataFolder, part))) continue;
    throw new PostgresFault(`The data folder ${dataFolder} is broken, ${part} is missing. ${howToMend(dataFolder)}`);
  }
  const version = readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8').trim();
  const { majorVersion } = findServerFiles();
  if (version !== majorVersion) {
    throw new PostgresFault(
      `The data folder ${dataFolder} was made by Postgres ${version || '(unknown)'}, this is ${majorVersion}. ${howToMend(dataFolder)}`,
    );
  }
  return 'whole';
}

/** Fills an empty data folder: UTF-8 whatever the machine's own locale is. Cut short, it leaves nothing in that place. */
export async function initialiseDataFolder(place: ServerPlace, password: string): Promise<void> {
  const { dataFolder, account } = place;
  const unfinished = `${dataFolder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(dataFolder), { recursive: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const secrets = mkdtempSync(join(tmpdir(), 'dateline-'));
  const passwordFile = join(secrets, 'password');
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const path of [unfinished, secrets, passwordFile]) chownSync(path, account.uid, account.gid);
    await runInitdb(place, unfinished, passwordFile);
    if (existsSync(dataFolder)) rmdirSync(dataFolder);
    renameSync(unfinished, dataFolder);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function runInitdb(place: ServerPlace, folder: string, passwordFile: string): Promise<void> {
  const failures: string[] = [];
  // Order and case come from the server's own C.UTF-8, the same everywhere. What counts as a letter in trigrams and in text
  // search comes from the system's: Hebrew and Arabic need one of UTF-8, C is the last resort.
  for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const failure = await runToEnd(place, [
      ...['--pgdata', folder, '--username', 'postgres', '--auth', 'scram-sha-256', '--pwfile', passwordFile],
      ...['--encoding', 'UTF8', '--locale', 'C', '--lc-ctype', ctype, '--locale-provider', 'builtin'],
      ...['--builtin-locale', 'C.UTF-8', '--text-search-config', 'simple', '--no-instructions'],
    ]);
    if (failure === null) return;
    failures.push(failure);
  }
  throw new PostgresFault(`Postgres could not make its data folder ${place.dataFolder}: ${failures[0]}`);
}

/** Null when well, or the last line that initdb wrote. */
function runToEnd({ programs, account }: ServerPlace, args: readonly string[]): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const initdb = spawn(serverProgram(programs, 'initdb'), args, {
    ...account,
    cwd: '/',
    env: { LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  initdb.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  initdb.on('error', (error) => resolve(error.message));
  initdb.on('close', (code) =>
    resolve(
      code === 0
        ? null
        : (said
            .trim()
            .split('\n')
            .find((line) => /error|fatal|could not/i.test(line)) ?? said.trim()),
    ),
  );
  return promise;
}
