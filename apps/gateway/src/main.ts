import cluster from 'node:cluster';
import { loadPlayground } from '@dateline/playground/playground';
import { createLogger } from '@dateline/service-kit/logger';
import { drainAndExit, runService } from '@dateline/service-kit/run-service';
import { runPrimary } from './cluster/run-primary.ts';
import { findSiblings } from './cluster/siblings.ts';
import { type GatewayEnv, readEnv } from './env.ts';
import { createGateway } from './gateway.ts';
import { houseSettings } from './house-settings.ts';
import { reloadOnHangup } from './reload-on-hangup.ts';

const logger = createLogger('gateway', 'info');
const siblings = findSiblings();
// Several write one log.
if (siblings) logger.setBindings({ pid: process.pid });

await runService(logger, async () => {
  const env = readEnv();
  logger.level = env.LOG_LEVEL;
  return env.GATEWAY_WORKERS > 1 && cluster.isPrimary ? startPrimary(env) : startGateway(env);
});

function startPrimary({ GATEWAY_WORKERS: workers }: GatewayEnv): null {
  runPrimary({ workers, logger, onListening: (port) => logger.info({ workers, port }, 'all workers listen') });
  return null;
}

async function startGateway(env: GatewayEnv) {
  const playground = env.PLAYGROUND ? loadPlayground() : null;
  const gateway = await createGateway({ settings: houseSettings(env), logger, playground, siblings });
  reloadOnHangup(gateway, logger);
  siblings?.onRetire(() => void drainAndExit(gateway, logger, 'replaced'));
  return gateway;
}
