import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPostmasterLock } from '@dateline/db/postmaster-lock';
import { ensureDemoTemplate } from '@dateline/e2e/demo-template';
import { newHouseNames, prepareHouseDatabase } from '@dateline/e2e/house-database';
import { endProcess, type HouseProcess, startProcess } from '@dateline/e2e/house-process';
import { houseEnvironment, projectFolder, readyUrl, schemas } from '@dateline/scripts/house';
import { findFreePorts } from '@dateline/scripts/ports';
import { makeSecrets } from '@dateline/scripts/secrets';
import { startTestPostgres } from '@dateline/scripts/test-postgres';
import { waitUntilReady } from '@dateline/scripts/wait-until-ready';

/** The project's own subgraphs over a database of their own, with the demo edition and long conversations in it. */
export interface BenchHouse extends AsyncDisposable {
  readonly urls: Readonly<Record<string, string>>;
  readonly viewerSigningSecret: string;
  /** As the gateway's own role, which may read what has changed. */
  readonly gatewayDatabaseUrl: string;
  /** Of the subgraphs and of their database server. */
  readonly pids: readonly number[];
}

/** Enough conversations that some page has twenty comments; the same rows in every run. */
const generated = ['--articles', '40', '--seed', '1'];
const comments = ['--comments', '4000'];
const readyDeadlineMs = 60_000;

export async function startBenchHouse(folder: string): Promise<BenchHouse> {
  await using cleanUp = new AsyncDisposableStack();
  const postgres = cleanUp.use(await startTestPostgres());
  const media = join(folder, 'media');
  mkdirSync(media, { recursive: true });
  const { database, services } = newHouseNames('bench');
  const template = { database: `${database}_demo`, services, mediaFolder: media };
  await ensureDemoTemplate(postgres.url, template);
  const { urls: databaseUrls } = await prepareHouseDatabase(postgres.url, {
    database,
    services,
    copyOf: template.database,
  });
  const secrets = makeSecrets();
  const ports = await findFreePorts();
  const files = { media, devIssuerKey: '' };
  const environment = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    PATH: process.env['PATH'] ?? '',
    ...houseEnvironment({ ports, secrets, files, databaseUrls }),
  };
  generate('articles', generated, environment);
  generate('comments', [...generated, ...comments], environment);

  const running: HouseProcess[] = [];
  cleanUp.defer(async () => void (await Promise.all(running.map(endProcess))));
  for (const app of schemas) running.push(startProcess(`apps/${app}/src/main.ts`, environment));
  const ready = Object.fromEntries(schemas.map((app) => [app, readyUrl(app, ports)]));
  const signal = AbortSignal.timeout(readyDeadlineMs);
  const missing = Object.entries(await waitUntilReady({ urls: ready, timeoutMs: readyDeadlineMs, signal }));
  if (missing.length > 0) {
    throw new Error(`The house does not start: ${missing.join('; ')}\n${running.map(({ said }) => said()).join('\n')}`);
  }
  const lock = readPostmasterLock(postgres.dataFolder);
  const owned = cleanUp.move();
  return {
    urls: Object.fromEntries(schemas.map((app) => [app, `http://127.0.0.1:${ports[app]}/graphql`])),
    viewerSigningSecret: secrets.viewerSigningSecret,
    gatewayDatabaseUrl: databaseUrls.gateway,
    pids: [...running.map(({ pid }) => pid), ...(lock.state === 'held' ? [lock.pid] : [])],
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function generate(app: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  const script = join(projectFolder, 'apps', app, 'src/demo/generate.ts');
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The ${app} could not be generated: ${stderr}`);
}
