import { createLogger } from '@dateline/service-kit/logger';
import { runService } from '@dateline/service-kit/run-service';
import { readEnv } from './env.ts';
import { createSubgraph } from './subgraph.ts';

await runService(createLogger('articles', process.env['LOG_LEVEL'] ?? 'info'), async () =>
  createSubgraph({ env: readEnv() }),
);
