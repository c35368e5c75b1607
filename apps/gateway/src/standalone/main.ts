// `npm run gateway`: the gateway alone, before any supergraph of Federation 2. Flags and settings: see README.md, "Alone".
import cluster from 'node:cluster';
import { EnvironmentError } from '@dateline/service-kit/env';
import { createLogger } from '@dateline/service-kit/logger';
import { drainAndExit } from '@dateline/service-kit/run-service';
import { ClientKeysError } from '../admission/client-keys.ts';
import { ManifestError } from '../admission/document-manifest.ts';
import { runPrimary } from '../cluster/run-primary.ts';
import { findSiblings } from '../cluster/siblings.ts';
import { readStandaloneEnv } from '../env.ts';
import { createGateway } from '../gateway.ts';
import { reloadOnHangup } from '../reload-on-hangup.ts';
import { EndpointError } from '../subgraphs/endpoints.ts';
import { SupergraphError } from '../supergraph-source/parse-supergraph.ts';
import { readConfig } from './config.ts';
import { readFlags, usage } from './flags.ts';
import { standaloneSettings } from './standalone-settings.ts';
import { UsageError } from './usage-error.ts';

const siblings = findSiblings();

/** Resolves when it listens. */
async function start(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (!flags) return void process.stdout.write(`${usage}\n`);
  const env = readStandaloneEnv();
  if (flags.workers > 1 && cluster.isPrimary) {
    const onListening = (port: number) => announce(`http://${env.HOST}:${port}`);
    runPrimary({ workers: flags.workers, logger: createLogger('gateway', env.LOG_LEVEL), onListening });
    return;
  }
  const settings = standaloneSettings(flags, readConfig(flags.configFile), env);
  const logger = createLogger('gateway', env.LOG_LEVEL);
  const service = await createGateway({ settings, logger, playground: null, siblings });

  const stop = () => void service.drain().then(() => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  reloadOnHangup(service, logger);
  siblings?.onRetire(() => void drainAndExit(service, logger, 'replaced'));
  // Started by another process that holds a channel to us: when it is gone, so are we.
  if (process.connected && !siblings) {
    process.on('disconnect', stop);
    process.channel?.unref();
  }
  const origin = await service.listen();
  if (!siblings) announce(origin);
}

function announce(origin: string): void {
  process.stdout.write(`The gateway answers at ${origin}/graphql\n`);
}

/** Faults that a person mends: their message says all. */
const forPeople = [ManifestError, ClientKeysError, UsageError, SupergraphError, EndpointError, EnvironmentError];

function explain(error: unknown): string {
  if (forPeople.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another with --port, or 0 for any free one.`;
  if (code === 'EACCES')
    return `Port ${port} may not be listened on by this user. Choose one from 1024 on with --port.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await start();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
