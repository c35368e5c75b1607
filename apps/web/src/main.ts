import { createLogger } from '@dateline/service-kit/logger';
import { runService } from '@dateline/service-kit/run-service';
import { readEnv } from './env.ts';
import { createSite } from './site.ts';

const logger = createLogger('web', 'info');

await runService(logger, async () => {
  const env = readEnv();
  logger.level = env.LOG_LEVEL;
  return createSite(env, logger);
});
