import { connect, databaseReadiness } from '@dateline/db/connect';
import { createOutboxRelay } from '@dateline/events/outbox-relay';
import { createPostgresBus } from '@dateline/events/postgres-bus';
import { createHttpService, type HttpService } from '@dateline/service-kit/http-service';
import { createLogger, type Logger } from '@dateline/service-kit/logger';
import { mountSubgraph } from '@dateline/service-kit/subgraph-server';
import { loadTracing } from '@dateline/service-kit/tracing/tracing';
import { tracingOf } from '@dateline/service-kit/tracing/tracing-settings';
import { hasRole } from '@dateline/service-kit/viewer';
import { createContextFactory } from './context.ts';
import type { Env } from './env.ts';
import { openMediaFolder } from './files/media-folder.ts';
import { restrictDecoder } from './ingest/decoder.ts';
import { createWorkGate } from './ingest/work-gate.ts';
import { mountRenditions } from './modules/rendition/http.ts';
import { createRenditionFiles } from './modules/rendition/rendition-files.ts';
import { mountUploads } from './modules/upload/http.ts';
import { createIncomingFiles } from './modules/upload/incoming-files.ts';
import { schema } from './schema.ts';
import { createUrlSigner } from './signing/url-signature.ts';

export interface SubgraphDependencies {
  readonly env: Env;
  readonly logger?: Logger;
  readonly clock?: () => Date;
  /** Each SQL statement's text, for tests that count. */
  readonly onStatement?: (statement: string) => void;
}

/** Two pictures are decoded or made at once; a hundred may wait, a front page's worth. */
const pictureWork = { concurrency: 2, maxWaiting: 100 };

/** The composition root: wires the database, the files, the events and the graph into one process. Tests call it too. */
export async function createSubgraph(dependencies: SubgraphDependencies): Promise<HttpService> {
  const { env, logger = createLogger('media', env.LOG_LEVEL), clock = () => new Date(), onStatement } = dependencies;
  restrictDecoder();
  const folder = await openMediaFolder(env.MEDIA_DIR);
  const database = connect(env.MEDIA_DATABASE_URL, {
    applicationName: 'media',
    schema: 'media',
    ...(onStatement ? { onStatement } : {}),
  });
  // Events have connections of their own: a busy graph does not hold them up, and they do not count as its statements.
  const eventDatabase = connect(env.MEDIA_DATABASE_URL, {
    applicationName: 'media events',
    schema: 'media',
    maxConnections: 3,
  });
  const relay = createOutboxRelay({
    sql: eventDatabase.sql,
    schema: 'media',
    bus: createPostgresBus(eventDatabase.sql),
    logger,
  });
  const service = createHttpService({
    name: 'media',
    host: env.HOST,
    port: env.MEDIA_PORT,
    logger,
    drainDelayMs: env.DRAIN_DELAY_MS,
    readiness: { database: databaseReadiness(database), files: folder.readiness },
    onClose: [relay.stop, eventDatabase.close, database.close],
  });
  const { db } = database;
  const signer = createUrlSigner(env.IMAGE_SIGNING_SECRET);
  const gate = createWorkGate(pictureWork);
  const incoming = createIncomingFiles(folder.uploadsPath);
  const files = createRenditionFiles(folder.renditions, gate, logger);
  const baseUrl = env.MEDIA_URL;
  await mountSubgraph(service.http, {
    name: 'media',
    schema,
    viewerSigningSecret: env.VIEWER_SIGNING_SECRET,
    logger,
    clock,
    tracing: await loadTracing(tracingOf(env), 'media'),
    // They must see at once what they have just written.
    readsPastCaches: (viewer) => hasRole(viewer, 'EDITOR'),
    createContext: createContextFactory({ db, folder, incoming, signer, gate, baseUrl }),
  });
  await mountUploads(service.http, { signer, incoming, logger, clock });
  await mountRenditions(service.http, { db, folder, files, signer, baseUrl, logger });
  await relay.start();
  return service;
}
