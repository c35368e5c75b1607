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
import { consumerTables } from './db/tables/events.ts';
import type { Env } from './env.ts';
import { createScheduleWorker } from './modules/article/schedule/schedule-worker.ts';
import { imageTextHandlers } from './modules/image-text/consume.ts';
import { schema } from './schema.ts';

export interface SubgraphDependencies {
  readonly env: Env;
  readonly logger?: Logger;
  readonly clock?: () => Date;
  /** Each SQL statement's text and what is put in its places, for tests that count, or ask for its plan. */
  readonly onStatement?: (statement: string, parameters: readonly unknown[]) => void;
}

/** The composition root: wires the database, the events and the graph into one process. Tests call it too. */
export async function createSubgraph(dependencies: SubgraphDependencies): Promise<HttpService> {
  const { env, logger = createLogger('articles', env.LOG_LEVEL), clock = () => new Date(), onStatement } = dependencies;
  const database = connect(env.ARTICLES_DATABASE_URL, {
    applicationName: 'articles',
    schema: 'articles',
    ...(onStatement ? { onStatement } : {}),
  });
  // Events have connections of their own: a busy graph does not hold them up, and they do not count as its statements.
  const eventDatabase = connect(env.ARTICLES_DATABASE_URL, {
    applicationName: 'articles events',
    schema: 'articles',
    maxConnections: 3,
  });
  const bus = createPostgresBus(eventDatabase.sql);
  const events = createEventFanOut({
    url: env.ARTICLES_DATABASE_URL,
    sql: eventDatabase.sql,
    applicationName: 'articles live',
    logger,
  });
  const pumps = [
    // Stopped first: what it publishes at last finds the relay still at work.
    createScheduleWorker({ url: env.ARTICLES_DATABASE_URL, db: eventDatabase.db, logger }),
    createOutboxRelay({ sql: eventDatabase.sql, schema: 'articles', bus, logger }),
    createConsumer({
      name: 'image texts',
      db: eventDatabase.db,
      tables: consumerTables,
      bus,
      handlers: imageTextHandlers,
      logger,
    }),
  ];
  const liveConnections = createLiveConnections(subgraphLiveLimits);
  const service = createHttpService({
    name: 'articles',
    host: env.HOST,
    port: env.ARTICLES_PORT,
    logger,
    drainDelayMs: env.DRAIN_DELAY_MS,
    readiness: { database: databaseReadiness(database) },
    registry: createSubgraphRegistry(events.listeners),
    onDrain: [liveConnections.drain],
    onClose: [events.stop, ...pumps.map((pump) => pump.stop), eventDatabase.close, database.close],
  });
  await mountSubgraph(service.http, {
    name: 'articles',
    schema,
    viewerSigningSecret: env.VIEWER_SIGNING_SECRET,
    logger,
    clock,
    tracing: await loadTracing(tracingOf(env), 'articles'),
    liveConnections,
    // They see drafts, of whose changes no event tells.
    readsPastCaches: (viewer) => hasRole(viewer, 'EDITOR'),
    createContext: createContextFactory({ db: database.db, siteUrl: env.SITE_URL, events }),
  });
  for (const pump of pumps) await pump.start();
  return service;
}
