import { HttpRefusal } from '@dateline/service-kit/http-refusal';
import { createHttpService } from '@dateline/service-kit/http-service';
import { createLiveConnections } from '@dateline/service-kit/live/live-connections';
import type { LiveDoor } from '@dateline/service-kit/live/live-door';
import { defaultLiveLimits, type LiveLimits } from '@dateline/service-kit/live/live-limits';
import { createEventStreams } from '@dateline/service-kit/live/sse/event-streams';
import { createLiveSockets } from '@dateline/service-kit/live/ws/live-sockets';
import { createLogger } from '@dateline/service-kit/logger';
import { createTopics, type TopicsContext } from './topics.ts';

export interface LiveServiceOptions {
  readonly limits?: Partial<LiveLimits>;
}

/** `Bearer NAME` is who asks, `Bearer NAME@INSTANT` until then; `Bearer nobody` is refused. */
const door: LiveDoor<TopicsContext> = async ({ authorization }) => {
  const [, who = 'anonymous', until] = /^Bearer (\w+)(?:@(\d+))?$/.exec(authorization ?? '') ?? [];
  if (who === 'nobody') throw new HttpRefusal(401, 'UNAUTHENTICATED', { headers: { 'www-authenticate': 'Bearer' } });
  return {
    address: '127.0.0.1',
    expiresAtMs: until === undefined ? undefined : Number(until),
    createContext: () => ({ who }),
  };
};

/** A service of nothing but streams, over real HTTP. */
export async function startLiveService({ limits: given = {} }: LiveServiceOptions = {}) {
  const topics = createTopics();
  const limits = { ...defaultLiveLimits, ...given };
  const connections = createLiveConnections(limits);
  const log: Record<string, unknown>[] = [];
  const logger = createLogger('live', 'info', { write: (line) => void log.push(JSON.parse(line)) });
  const service = createHttpService({
    name: 'live',
    host: '127.0.0.1',
    port: 0,
    logger,
    readiness: {},
    onDrain: [() => connections.drain()],
  });
  const streams = createEventStreams({ operations: topics.operations, door, connections, limits });
  service.http.removeAllContentTypeParsers();
  service.http.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  service.http.route({
    method: ['GET', 'POST', 'PUT', 'DELETE'],
    url: '/graphql',
    async handler(request, reply) {
      if (!streams.takes(request)) return reply.code(406).send();
      return streams.serve(request, reply, typeof request.body === 'string' ? request.body : '');
    },
  });
  const sockets = createLiveSockets({
    operations: topics.operations,
    door,
    connections,
    limits,
    logger,
    addressOf: () => '127.0.0.1',
    checkUpgrade({ url, headers: { origin } }) {
      if (url !== '/graphql') throw new HttpRefusal(404, 'NOT_FOUND');
      if (origin === 'https://evil.example') throw new HttpRefusal(403, 'FORBIDDEN');
    },
  });
  service.http.server.on('upgrade', sockets.upgrade);
  const origin = await service.listen();
  return {
    url: `${origin}/graphql`,
    port: Number(new URL(origin).port),
    server: service.http.server,
    topics,
    connections,
    log,
    drain: () => service.drain(),
  };
}
