import { join } from 'node:path';
import { projectFolder } from '@dateline/scripts/house';
import type { Contender } from './contender.ts';

export interface HouseAccess {
  readonly viewerSigningSecret: string;
  /** Where the gateway hears of changes, without which it keeps nothing for long. */
  readonly gatewayDatabaseUrl: string;
}

const nothingKept = {
  SHARE_SUBGRAPH_CALLS: 'off',
  SHARE_REQUESTS: 'off',
  RESPONSE_CACHE_MAX_BYTES: '0',
  ENTITY_CACHE_MAX_BYTES: '0',
};

/**
 * Our gateway as the house runs it: it signs, and keeps the house's limits.
 *
 * @param keeps false: nothing is shared and nothing cached. True: all of it, as by default.
 */
export function oursInTheHouse(id: string, title: string, keeps: boolean, access: HouseAccess): Contender {
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
        VIEWER_SIGNING_SECRET: access.viewerSigningSecret,
        GATEWAY_DATABASE_URL: access.gatewayDatabaseUrl,
        ...(keeps ? {} : nothingKept),
      },
    }),
  };
}
