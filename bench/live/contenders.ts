import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '@dateline/scripts/house';
import type { Contender } from '../gateway/contenders/contender.ts';

/** A row of the table: what serves, and how it is subscribed to. */
export interface LiveContender extends Contender {
  readonly transport: 'sse' | 'websocket';
  /** Who is told what is published: the server itself, or the subgraph behind it. */
  readonly isFloor: boolean;
}

const gateway = join(projectFolder, 'apps/gateway/src/standalone/main.ts');

/** Node's own default, in megabytes: the room for the young, of which a process may hold three times as much. */
const usualSemiSpace = 16;
/** What our gateway is started with where requests per second count: answers live as long as their request. */
const throughputSemiSpace = 64;

const node = (semiSpace: number) => ({ program: process.execPath, flags: [`--max-semi-space-size=${semiSpace}`] });

/** What `npm run gateway` starts; only the number of streams from one address is raised, for all of these come from few. */
function ours(
  id: string,
  title: string,
  { transport, semiSpace = usualSemiSpace }: { transport: LiveContender['transport']; semiSpace?: number },
): LiveContender {
  return {
    id,
    title,
    transport,
    isFloor: false,
    launch({ folder, supergraphFile, port }) {
      const config = join(folder, 'live.config.json');
      const many = 1_000_000;
      const streams = { maxConnections: many, maxConnectionsPerAddress: many };
      const live = { maxSubscriptions: many, maxSubscriptionsPerClient: many };
      writeFileSync(config, JSON.stringify({ streams, live }));
      const { program, flags } = node(semiSpace);
      const args = [...flags, gateway, '--supergraph', supergraphFile, '--port', String(port), '--config', config];
      return { program, args, env: { NODE_ENV: 'production' } };
    },
  };
}

export const contenders: readonly LiveContender[] = [
  {
    id: 'floor',
    title: 'floor: bare node:http, the same bytes to a set of responses',
    transport: 'sse',
    isFloor: true,
    launch({ port }) {
      const { program, flags } = node(usualSemiSpace);
      return { program, args: [...flags, join(import.meta.dirname, 'floor/fan-out-server.ts'), String(port)] };
    },
  },
  ours('ours-sse', '**ours**, server-sent events', { transport: 'sse' }),
  ours('ours-websocket', '**ours**, WebSocket', { transport: 'websocket' }),
  ours('ours-sse-wide', `**ours**, server-sent events, --max-semi-space-size=${throughputSemiSpace}`, {
    transport: 'sse',
    semiSpace: throughputSemiSpace,
  }),
];
