import { createLogger } from '@dateline/service-kit/logger';
import { runService } from '@dateline/service-kit/run-service';
import { readEnv } from './env.ts';
import { createSubgraph } from './subgraph.ts';

const logger = createLogger('media', 'info');

await runService(logger, async () => {
  const env = readEnv();
  logger.level = env.LOG_LEVEL;
  return createSubgraph({ env, logger });
});
