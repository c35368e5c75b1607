import '@dateline/testing/provided-context';
import './demo-template-for-tests.ts';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createDevIssuer, ensureDevIssuerKey } from '@dateline/service-kit/dev-issuer';
import type { Role } from '@dateline/service-kit/viewer';
import { inject } from 'vitest';
import { type AppName, apps, houseEnvironment, houseFiles, readyUrl } from '../../scripts/house.ts';
import { findFreePorts, type Ports } from '../../scripts/ports.ts';
import { makeSecrets } from '../../scripts/secrets.ts';
import { waitUntilReady } from '../../scripts/wait-until-ready.ts';
import { type AskOptions, askGraph, type GraphAnswer } from './ask-graph.ts';
import { ensureDemoTemplate } from './demo-template.ts';
import {
  dropDatabase,
  dropRoles,
  eventsUnderWay,
  type HouseDatabase,
  newHouseNames,
  prepareHouseDatabase,
} from './house-database.ts';
import { type Exit, endProcess, type HouseProcess, startProcess } from './house-process.ts';
import { type DatelineRun, runDateline } from './run-dateline.ts';

export interface StartHouseOptions {
  /** With the demo edition in it; empty otherwise. */
  readonly demo?: boolean;
  /** What starts with the house; all of it by default. The rest can be started later. */
  readonly start?: readonly AppName[];
  /** Settings beside the house's own, for every process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A whole Dateline of a test's own: real processes on free ports, with a database and a folder that nobody shares. */
export interface House extends AsyncDisposable {
  /** Where each app listens, without a slash at the end; `graph` is the gateway's graph. */
  readonly urls: Readonly<Record<AppName | 'graph', string>>;
  /** A folder for the test's own files; it goes with the house. */
  readonly folder: string;
  /** As the database's administrator. */
  readonly databaseUrl: string;
  /** What every process of the house finds in its environment, secrets included. */
  readonly environment: Readonly<Record<string, string>>;
  /** A token as `dateline token` makes it. */
  token(role: Role, name?: string): Promise<string>;
  graph(query: string, variables?: object, options?: AskOptions): Promise<GraphAnswer>;
  kill(app: AppName, signal: NodeJS.Signals): void;
  /** Settles when the app's process has ended. */
  exited(app: AppName): Promise<Exit>;
  /** Starts apps, over again if they run, and waits until they are ready. */
  restart(...names: readonly AppName[]): Promise<void>;
  /** What an app's present process has written. */
  logs(app: AppName): string;
  /** All that runs now. */
  processes(): readonly { readonly name: AppName; readonly pid: number }[];
  dateline(words: readonly string[]): Promise<DatelineRun>;
  /** Resolves when every event so far has taken effect everywhere: captions of pictures in articles, threads of articles. */
  settled(): Promise<void>;
}

const readyDeadlineMs = 60_000;
const settleDeadlineMs = 30_000;
/** A port that was free a moment ago may be gone: then the house moves. */
const maxMoves = 3;

/** Starts a house and waits until every part is ready. Nothing of it is left when it is disposed, or when this throws. */
export async function startHouse(options: StartHouseOptions = {}): Promise<House> {
  await using cleanUp = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'dateline-e2e-'));
  cleanUp.defer(() => rm(folder, { recursive: true, force: true }));
  const files = houseFiles(folder);
  await ensureDevIssuerKey(files.devIssuerKey);
  const database = await moveIn(files.media, cleanUp, options);
  const place = { folder, database, files, secrets: makeSecrets() };

  for (let move = 1; ; move++) {
    const ports = await findFreePorts();
    const running = new Map<AppName, HouseProcess>();
    await using started = new AsyncDisposableStack();
    started.defer(async () => void (await Promise.all([...running.values()].map(endProcess))));
    const environment = environmentOf(place, ports, options);
    try {
      await startApps(options.start ?? apps, { running, ports, environment });
    } catch (error) {
      if (move < maxMoves && [...running.values()].some(({ said }) => said().includes('EADDRINUSE'))) continue;
      throw error;
    }
    const house = houseOf({ ...place, running, ports, environment });
    if (options.demo) await house.settled();
    cleanUp.use(started.move());
    const owned = cleanUp.move();
    return { ...house, [Symbol.asyncDispose]: () => owned.disposeAsync() };
  }
}

/** A new database, and with the demo edition a copy of its rows and its pictures' files. */
async function moveIn(
  mediaFolder: string,
  cleanUp: AsyncDisposableStack,
  { demo }: StartHouseOptions,
): Promise<HouseDatabase> {
  const serverUrl = inject('postgresUrl');
  const { database, services } = newHouseNames('e2e');
  if (!demo) {
    cleanUp.defer(() => dropRoles(serverUrl, services));
    cleanUp.defer(() => dropDatabase(serverUrl, database));
    return prepareHouseDatabase(serverUrl, { database, services });
  }
  const template = inject('demoTemplate');
  await ensureDemoTemplate(serverUrl, template);
  await cp(template.mediaFolder, mediaFolder, { recursive: true });
  cleanUp.defer(() => dropDatabase(serverUrl, database));
  return prepareHouseDatabase(serverUrl, { database, services: template.services, copyOf: template.database });
}

interface Place {
  readonly folder: string;
  readonly database: HouseDatabase;
  readonly files: ReturnType<typeof houseFiles>;
  readonly secrets: ReturnType<typeof makeSecrets>;
}

interface Running {
  readonly running: Map<AppName, HouseProcess>;
  readonly ports: Ports;
  readonly environment: Readonly<Record<string, string>>;
}

function environmentOf({ database, files, secrets }: Place, ports: Ports, { env }: StartHouseOptions) {
  const house = houseEnvironment({ ports, secrets, files, databaseUrls: database.urls });
  return { NODE_ENV: 'development', PATH: process.env['PATH'] ?? '', TMPDIR: tmpdir(), ...house, ...env };
}

async function startApps(names: readonly AppName[], { running, ports, environment }: Running): Promise<void> {
  for (const app of names) running.set(app, startProcess(`apps/${app}/src/main.ts`, environment));
  const over = new AbortController();
  const { promise: anEnd, reject } = Promise.withResolvers<never>();
  for (const app of names) {
    void running.get(app)?.exited.then(({ code, signal }) => {
      if (!over.signal.aborted) reject(new Error(`${app} ended with ${code ?? signal}:\n${running.get(app)?.said()}`));
    });
  }
  const urls = Object.fromEntries(names.map((app) => [app, readyUrl(app, ports)]));
  try {
    const ready = waitUntilReady({ urls, timeoutMs: readyDeadlineMs, signal: over.signal });
    const missing = await Promise.race([ready, anEnd]);
    const [app] = Object.keys(missing) as AppName[];
    if (app) throw new Error(`${app} did not become ready: ${missing[app]}\n${running.get(app)?.said()}`);
  } finally {
    over.abort();
  }
}

function houseOf(house: Place & Running): Omit<House, typeof Symbol.asyncDispose> {
  const { folder, ports, environment, running, files, database } = house;
  const issuer = createDevIssuer({ keyFile: files.devIssuerKey, nodeEnv: 'development' });
  const origins = Object.fromEntries(apps.map((app) => [app, `http://localhost:${ports[app]}`]));
  const urls = { ...(origins as Record<AppName, string>), graph: `${origins['gateway']}/graphql` };
  const processOf = (app: AppName) => {
    const found = running.get(app);
    if (!found) throw new Error(`${app} was not started.`);
    return found;
  };
  return {
    urls,
    folder,
    databaseUrl: database.adminUrl,
    environment,
    token: (role, name = `A ${role.toLowerCase()}`) =>
      issuer.issue({ subject: `e2e-${name}`, name, roles: [role], ttlSeconds: 600 }),
    graph: (query, variables, options) => askGraph(urls.graph, query, variables, options),
    kill: (app, signal) => processOf(app).kill(signal),
    exited: (app) => processOf(app).exited,
    async restart(...names) {
      await Promise.all(names.flatMap((app) => running.get(app) ?? []).map(endProcess));
      await startApps(names, house);
    },
    logs: (app) => processOf(app).said(),
    processes: () => [...running].flatMap(([name, { pid, isRunning }]) => (isRunning() ? [{ name, pid }] : [])),
    dateline: (words) => runDateline(words, { cwd: folder, environment }),
    async settled() {
      const deadline = Date.now() + settleDeadlineMs;
      for (;;) {
        const underWay = await eventsUnderWay(database.adminUrl);
        if (underWay === null) return;
        if (Date.now() > deadline) throw new Error(`The house does not come to rest: ${underWay}.`);
        await delay(50);
      }
    },
  };
}
