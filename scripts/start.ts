// `npm start`: the whole house from one command. See docs in README; each step is a file beside this one.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresFault } from '@dateline/db/postgres-fault';
import { ensureDevIssuerKey } from '@dateline/service-kit/dev-issuer';
import { prepareDatabase, startHousePostgres } from './database.ts';
import { Fault } from './fault.ts';
import { houseEnvironment, houseFiles, projectFolder } from './house.ts';
import { takeHouseLock } from './house-lock.ts';
import { readPorts } from './ports.ts';
import { refusePortsInUse } from './refuse-ports-in-use.ts';
import { runTurbo } from './run-turbo.ts';
import { ensureSecrets } from './secrets.ts';
import { serveHouse } from './serve-house.ts';
import { shown } from './shown-path.ts';
import { stopSignal } from './stop-signal.ts';

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
    // Twelve processes start in a row: what Node compiled the last time is most of their work.
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] || files.compileCache,
    ...houseEnvironment({ ports, secrets, files, databaseUrls }),
  };
  say('Tables, pages and the demo edition (the first time takes a minute) …');
  await runTurbo({ args: ['migrate', 'build', 'demo'], environment, signal: stop });
  say('Starting the services …');
  await serveHouse({ environment, ports, files, postgres, startedAt, stop });
}

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
