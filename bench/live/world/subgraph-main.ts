// The subgraph behind the gateway: one subscription, told from outside by POST /publish, which answers when it told.
import { createHttpService } from '@dateline/service-kit/http-service';
import { createLiveConnections } from '@dateline/service-kit/live/live-connections';
import { defaultLiveLimits } from '@dateline/service-kit/live/live-limits';
import { createEventStreams } from '@dateline/service-kit/live/sse/event-streams';
import { createLogger } from '@dateline/service-kit/logger';
import { createSubgraphLive } from '@dateline/service-kit/subgraph-live';
import { createSubgraphSchema } from '@dateline/service-kit/subgraph-server';
import { graphql } from 'graphql';
import { machineMs } from './clock.ts';
import { type Story, storyOf, storySdl } from './story.ts';

const listeners = new Set<(story: Story) => void>();

async function* stories(signal: AbortSignal): AsyncGenerator<{ story: Story }> {
  const told: Story[] = [];
  let wake = () => {};
  const listen = (story: Story) => {
    told.push(story);
    wake();
  };
  signal.addEventListener('abort', () => wake());
  listeners.add(listen);
  try {
    while (!signal.aborted) {
      const story = told.shift();
      if (story) yield { story };
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    listeners.delete(listen);
  }
}

const resolvers = {
  Query: { ready: () => true },
  Subscription: { story: { subscribe: (_: unknown, __: unknown, signal: AbortSignal) => stories(signal) } },
};
const schema = createSubgraphSchema([storySdl], resolvers);
const logger = createLogger('stories', 'error');
const connections = createLiveConnections(defaultLiveLimits);
const service = createHttpService({
  name: 'stories',
  host: '127.0.0.1',
  port: Number(process.argv[2] ?? 0),
  logger,
  readiness: {},
  onDrain: [() => connections.drain()],
});
const streams = createEventStreams({
  operations: createSubgraphLive({ schema, logger, contextOf: (_caller, signal) => signal }),
  door: async ({ requestId }) => ({
    address: 'the gateway',
    createContext: ({ nameOperation }) => ({ requestId, viewer: null, nameOperation }),
  }),
  connections,
  limits: { ...defaultLiveLimits, heartbeatMs: 10_000 },
});
service.http.removeAllContentTypeParsers();
service.http.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
  done(null, body),
);
service.http.post('/graphql', async (request, reply) => {
  const body = String(request.body);
  if (streams.takes(request)) return streams.serve(request, reply, body);
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  return reply.send(await graphql({ schema, source: query, ...(variables ? { variableValues: variables } : {}) }));
});
service.http.post('/publish', async (request, reply) => {
  const story = storyOf(Number(JSON.parse(String(request.body)).number));
  const at = machineMs();
  for (const tell of listeners) tell(story);
  return reply.send({ at, told: listeners.size });
});
await service.listen();
