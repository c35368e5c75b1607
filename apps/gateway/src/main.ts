import { loadPlayground } from '@dateline/playground/playground';
import { createLogger } from '@dateline/service-kit/logger';
import { runService } from '@dateline/service-kit/run-service';
import { readEnv } from './env.ts';
import { createGateway } from './gateway.ts';
import { houseSettings } from './house-settings.ts';
import { reloadOnHangup } from './reload-on-hangup.ts';

const logger = createLogger('gateway', 'info');

await runService(logger, async () => {
  const env = readEnv();
  logger.level = env.LOG_LEVEL;
  const playground = env.PLAYGROUND ? loadPlayground() : null;
  const gateway = await createGateway({ settings: houseSettings(env), logger, playground });
  reloadOnHangup(gateway, logger);
  return gateway;
});
