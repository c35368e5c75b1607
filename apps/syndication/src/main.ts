import { createLogger } from '@dateline/service-kit/logger';
import { runService } from '@dateline/service-kit/run-service';
import { readEnv } from './env.ts';
import { createSyndication } from './syndication.ts';

const logger = createLogger('syndication', 'info');

await runService(logger, async () => {
  const env = readEnv();
  logger.level = env.LOG_LEVEL;
  return createSyndication({ env, logger });
});
