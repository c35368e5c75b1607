import { createLogger } from '@dateline/service-kit/logger';
import { runService } from '@dateline/service-kit/run-service';
import { readEnv } from './env.ts';
import { createSubgraph } from './subgraph.ts';

// biome-ignore lint/style/noProcessEnv: the logger must speak also when the environment is at fault.
await runService(createLogger('media', process.env['LOG_LEVEL'] ?? 'info'), async () =>
  createSubgraph({ env: readEnv() }),
);
