import { connect, databaseReadiness } from '@dateline/db/connect';
import { createConsumer } from '@dateline/events/consumer';
import { createEventFanOut } from '@dateline/events/event-fan-out';
import { createOutboxRelay } from '@dateline/events/outbox-relay';
import { createPostgresBus } from '@dateline/events/postgres-bus';
import { createHttpService, type HttpService } from '@dateline/service-kit/http-service';
import { createLiveConnections } from '@dateline/service-kit/live/live-connections';
import { createLogger, type Logger } from '@dateline/service-kit/logger';
import { subgraphLiveLimits } from '@dateline/service-kit/subgraph-door';
import { createSubgraphRegistry } from '@dateline/service-kit/subgraph-registry';
import { mountSubgraph } from '@dateline/service-kit/subgraph-server';
import { loadTracing } from '@dateline/service-kit/tracing/tracing';
import { tracingOf } from '@dateline/service-kit/tracing/tracing-settings';
import { hasRole } from '@dateline/service-kit/viewer';
import { createContextFactory } from './context.ts';
import { consumerTables } from './db/tables.ts';
import type { Env } from './env.ts';
import { threadHandlers } from './modules/thread/consume.ts';
import { schema } from './schema.ts';

export interface SubgraphDependencies {
  readonly env: Env;
  readonly logger?: Logger;
  readonly clock?: () => Date;
  /** Each SQL statement's text, for tests that count. */
  readonly onStatement?: (statement: string) => void;
}

/** The composition root: wires the database, the events and the graph into one process. Tests call it too. */
export async function createSubgraph(dependencies: SubgraphDependencies): Promise<HttpService> {
  const { env, logger = createLogger('comments', env.LOG_LEVEL), clock = () => new Date(), onStatement } = dependencies;
  const database = connect(env.COMMENTS_DATABASE_URL, {
    applicationName: 'comments',
    schema: 'comments',
    ...(onStatement ? { onStatement } : {}),
  });
  // Events have connections of their own: a busy graph does not hold them up, and they do not count as its statements.
  const eventDatabase = connect(env.COMMENTS_DATABASE_URL, {
    applicationName: 'comments events',
    schema: 'comments',
    maxConnections: 3,
  });
  const bus = createPostgresBus(eventDatabase.sql);
  const events = createEventFanOut({
    url: env.COMMENTS_DATABASE_URL,
    sql: eventDatabase.sql,
    applicationName: 'comments live',
    logger,
  });
  const pumps = [
    createOutboxRelay({ sql: eventDatabase.sql, schema: 'comments', bus, logger }),
    createConsumer({
      name: 'threads',
      db: eventDatabase.db,
      tables: consumerTables,
      bus,
      handlers: threadHandlers,
      logger,
    }),
  ];
  const liveConnections = createLiveConnections(subgraphLiveLimits);
  const service = createHttpService({
    name: 'comments',
    host: env.HOST,
    port: env.COMMENTS_PORT,
    logger,
    drainDelayMs: env.DRAIN_DELAY_MS,
    readiness: { database: databaseReadiness(database) },
    registry: createSubgraphRegistry(events.listeners),
    onDrain: [liveConnections.drain],
    onClose: [events.stop, ...pumps.map((pump) => pump.stop), eventDatabase.close, database.close],
  });
  await mountSubgraph(service.http, {
    name: 'comments',
    schema,
    viewerSigningSecret: env.VIEWER_SIGNING_SECRET,
    logger,
    clock,
    tracing: await loadTracing(tracingOf(env), 'comments'),
    liveConnections,
    // They must see at once what they have just taken away.
    readsPastCaches: (viewer) => hasRole(viewer, 'MODERATOR'),
    createContext: createContextFactory({ db: database.db, siteUrl: env.SITE_URL, events }),
  });
  for (const pump of pumps) await pump.start();
  return service;
}
