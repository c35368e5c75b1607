import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedPostgres } from '@dateline/db/embedded-postgres';
import { announce } from './announce.ts';
import { Fault } from './fault.ts';
import { apps, type houseFiles, readyUrl } from './house.ts';
import type { Ports } from './ports.ts';
import { type RunningServices, runServices } from './run-services.ts';
import { shown } from './shown-path.ts';
import { waitUntilReady } from './wait-until-ready.ts';
import { firstToLeave } from './watch-services.ts';

export interface ServeOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly ports: Ports;
  readonly files: ReturnType<typeof houseFiles>;
  /** Null when the server is not ours. */
  readonly postgres: Pick<EmbeddedPostgres, 'ended'> | null;
  /** When the whole start began, for the person who waited. */
  readonly startedAt: number;
  readonly stop: AbortSignal;
}

const readyDeadlineMs = 90_000;

/**
 * Runs all services, says when they are ready, and stays until `stop` aborts; by then they have drained. Throws a Fault
 * with the last log lines when they do not become ready, or when one of them (or Postgres) ends by itself.
 */
export async function serveHouse({
  environment,
  ports,
  files,
  postgres,
  startedAt,
  stop,
}: ServeOptions): Promise<void> {
  await using services = runServices(environment, files.logs);
  const over = new AbortController();
  const gone = Promise.race([
    aborted(stop),
    services.ended.then(() => services.logs.failed ?? 'turbo'),
    ...(postgres ? [postgres.ended.then(() => 'postgres')] : []),
  ]);
  try {
    const ready = whenReady(services, ports, stop).then(() => {
      if (!stop.aborted) announce(ports, { seconds: (Date.now() - startedAt) / 1000, logs: shown(files.logs) });
      const { postgres: _, ...servicePorts } = ports;
      return firstToLeave(servicePorts, over.signal);
    });
    const first = await Promise.race([gone, ready]);
    if (first !== null && !stop.aborted) throw new Fault(describeEnd(first, services, files.logs));
  } finally {
    over.abort();
    console.log('Stopping: requests under way are finished first …');
  }
}

async function whenReady(services: RunningServices, ports: Ports, signal: AbortSignal): Promise<void> {
  const urls = Object.fromEntries(apps.map((app) => [app, readyUrl(app, ports)]));
  const reasons = await waitUntilReady({ urls, timeoutMs: readyDeadlineMs, signal });
  const [missing] = Object.keys(reasons);
  if (!missing || signal.aborted) return;
  const rows = Object.entries(reasons).map(([name, reason]) => `  ${name}: ${reason}`);
  const lines = services.logs.lastLines(missing).map((line) => `  | ${line}`);
  throw new Fault([...lines, `Not ready after ${readyDeadlineMs / 1000} s:`, ...rows].join('\n'));
}

function describeEnd(name: string, services: RunningServices, logFolder: string): string {
  const file = join(logFolder, `${name}.log`);
  const lines = name === 'postgres' ? lastOf(file) : services.logs.lastLines(name);
  return [
    ...lines.map((line) => `  | ${line}`),
    `${name} ended by itself, so the house stops; its last lines are above, all of them in ${shown(file)}.`,
  ].join('\n');
}

const lastOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-10);

function aborted(signal: AbortSignal): Promise<null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  if (signal.aborted) resolve(null);
  signal.addEventListener('abort', () => resolve(null));
  return promise;
}
