import { join } from 'node:path';
import { projectFolder } from '@dateline/scripts/house';
import type { Contender } from './contender.ts';

/** Our gateway as the house runs it: it signs, and keeps the house's limits. Nothing is shared or cached. */
export function oursInTheHouse(id: string, title: string, viewerSigningSecret: string): Contender {
  return {
    id,
    title,
    launch: ({ supergraphFile, port }) => ({
      args: [join(projectFolder, 'apps/gateway/src/main.ts')],
      env: {
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
        GATEWAY_PORT: String(port),
        SUPERGRAPH_FILE: supergraphFile,
        VIEWER_SIGNING_SECRET: viewerSigningSecret,
        SHARE_SUBGRAPH_CALLS: 'off',
      },
    }),
  };
}
