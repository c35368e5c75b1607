import type { IncomingMessage } from 'node:http';
import { countedAddress } from '@dateline/service-kit/counted-address';
import { HttpRefusal } from '@dateline/service-kit/http-refusal';
import type { LiveConnections } from '@dateline/service-kit/live/live-connections';
import type { LiveOperations } from '@dateline/service-kit/live/live-operations';
import { createEventStreams, type EventStreams } from '@dateline/service-kit/live/sse/event-streams';
import { createLiveSockets } from '@dateline/service-kit/live/ws/live-sockets';
import type { FastifyInstance } from 'fastify';
import type { GatewayContext } from '../../context.ts';
import { securityHeaders } from '../security-headers.ts';
import { checkPage, createLiveDoor, type LiveDoorOptions } from './live-door.ts';
import type { StreamSettings } from './stream-settings.ts';

export interface LiveRoutesOptions extends LiveDoorOptions {
  readonly operations: LiveOperations<GatewayContext>;
  readonly connections: LiveConnections;
  readonly settings: StreamSettings;
  readonly maxJsonDepth: number;
}

const path = '/graphql';

/** Streams and sockets at /graphql: sockets by the server's upgrade, streams for the routes to hand requests to. */
export function addLive(http: FastifyInstance, options: LiveRoutesOptions): EventStreams {
  const { operations, connections, settings, maxJsonDepth, corsOrigins, identify, logger } = options;
  const door = createLiveDoor(options);
  const limits = { ...settings, maxJsonDepth };
  const sockets = createLiveSockets({
    operations,
    door,
    connections,
    limits,
    logger,
    addressOf: ({ headers, socket }) =>
      countedAddress(identify({ headers, remoteAddress: socket.remoteAddress }).address),
    checkUpgrade: (request) => checkUpgrade(request, corsOrigins),
  });
  http.server.on('upgrade', sockets.upgrade);
  return createEventStreams({ operations, door, connections, limits, headers: securityHeaders });
}

function checkUpgrade(request: IncomingMessage, corsOrigins: readonly string[]): void {
  if (request.url?.split('?', 1)[0] !== path) throw new HttpRefusal(404, 'NOT_FOUND');
  checkPage(request, corsOrigins);
}
