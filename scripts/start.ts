// `npm start`: the whole house from one command. See docs in README; each step is a file beside this one.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresFault } from '@dateline/db/postgres-fault';
import { ensureDevIssuerKey } from '@dateline/service-kit/dev-issuer';
import { announce } from './announce.ts';
import { prepareDatabase, startHousePostgres } from './database.ts';
import { Fault } from './fault.ts';
import { apps, houseEnvironment, houseFiles, projectFolder, readyUrl } from './house.ts';
import { takeHouseLock } from './house-lock.ts';
import { readPorts } from './ports.ts';
import { refusePortsInUse } from './refuse-ports-in-use.ts';
import { runServices } from './run-services.ts';
import { runTurbo } from './run-turbo.ts';
import { ensureSecrets } from './secrets.ts';
import { stopSignal } from './stop-signal.ts';
import { waitUntilReady } from './wait-until-ready.ts';
import { firstToLeave } from './watch-services.ts';

const readyDeadlineMs = 90_000;

/** Runs until `stop` aborts. What was started is stopped in reverse order, however this ends. */
async function runHouse(stop: AbortSignal): Promise<void> {
  const startedAt = Date.now();
  const ports = readPorts(process.env);
  const ownServer = process.env['DATABASE_URL'] || null;
  const files = houseFiles(join(projectFolder, '.dateline'));
  await using started = new AsyncDisposableStack();

  const lock = takeHouseLock(files.lock);
  started.defer(() => lock.release());
  const { postgres: postgresPort, ...servicePorts } = ports;
  await refusePortsInUse(ownServer ? servicePorts : ports, { waitForOldHouse: lock.leftBehind, signal: stop });

  mkdirSync(files.logs, { recursive: true });
  mkdirSync(files.media, { recursive: true });
  const secrets = ensureSecrets(files.secrets);
  await ensureDevIssuerKey(files.devIssuerKey);

  const postgres = ownServer
    ? null
    : started.use(await startHousePostgres(files, { port: postgresPort, password: secrets.postgresPassword }));
  say(
    postgres
      ? `Postgres     port ${postgresPort}, data in ${shown(postgres.dataFolder)}`
      : 'Postgres     the server of DATABASE_URL',
  );
  const databaseUrls = await prepareDatabase(ownServer ?? postgres?.url ?? '', {
    secrets,
    ...(ownServer ? {} : { database: 'dateline' }),
  });

  const environment = {
    ...process.env,
    NODE_ENV: process.env['NODE_ENV'] || 'development',
    ...houseEnvironment({ ports, secrets, files, databaseUrls }),
  };
  say('Tables, pages and the demo edition (the first time takes a minute) …');
  await runTurbo({ args: ['migrate', 'build', 'demo'], environment, signal: stop });
  say('Starting the services …');
  const services = started.use(runServices(environment, files.logs));
  started.defer(() => say('Stopping: requests under way are finished first …'));
  const over = new AbortController();
  started.defer(() => over.abort());
  const halted = Promise.race([
    aborted(stop),
    services.ended.then(() => services.logs.failed ?? 'turbo'),
    postgres ? postgres.ended.then(() => 'postgres') : aborted(over.signal),
  ]);
  const urls = Object.fromEntries(apps.map((app) => [app, readyUrl(app, ports)]));
  const notReady = await Promise.race([
    halted.then(() => 'halted' as const),
    waitUntilReady({ urls, timeoutMs: readyDeadlineMs, signal: stop }),
  ]);
  if (notReady !== 'halted') {
    const [missing] = Object.keys(notReady);
    if (stop.aborted) return;
    if (missing) throw new Fault(describeNotReady(notReady, services.logs.lastLines(missing)));
    announce(ports, { seconds: (Date.now() - startedAt) / 1000, logs: shown(files.logs) });
  }

  const gone = await Promise.race([halted, firstToLeave(servicePorts, over.signal)]);
  if (stop.aborted || gone === null) return;
  throw new Fault(
    `${[...services.logs.lastLines(gone).map((line) => `  ${line}`)].join('\n')}\n${gone} ended by itself, so the house stops; its last lines are above, all of them in ${shown(join(files.logs, `${gone}.log`))}.`,
  );
}

const aborted = (signal: AbortSignal) => {
  const { promise, resolve } = Promise.withResolvers<null>();
  if (signal.aborted) resolve(null);
  signal.addEventListener('abort', () => resolve(null));
  return promise;
};

function describeNotReady(reasons: Readonly<Record<string, string>>, lastLines: readonly string[]): string {
  const rows = Object.entries(reasons).map(([name, reason]) => `  ${name}: ${reason}`);
  const lines = lastLines.map((line) => `  | ${line}`);
  return [...lines, `Not ready after ${readyDeadlineMs / 1000} s:`, ...rows].join('\n');
}

const shown = (path: string) => (path.startsWith(projectFolder) ? path.slice(projectFolder.length + 1) : path);
const say = (line: string) => console.log(line);

const stop = stopSignal();
try {
  await runHouse(stop);
  if (stop.aborted) say('Stopped.');
  process.exit(0);
} catch (error) {
  if (stop.aborted && stop.reason === error) {
    say('Stopped.');
    process.exit(0);
  }
  const known = error instanceof Fault || error instanceof PostgresFault;
  console.error(known ? error.message : error);
  process.exit(1);
}
