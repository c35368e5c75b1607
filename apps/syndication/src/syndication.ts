import { createGraphClient } from '@dateline/client/graph-client';
import { createHttpService, type HttpService } from '@dateline/service-kit/http-service';
import { createLogger, type Logger } from '@dateline/service-kit/logger';
import type { Env } from './env.ts';
import { addFeedRoutes } from './feed/feed-routes.ts';
import { gatewayReadiness } from './feed/gateway-readiness.ts';

export interface SyndicationDependencies {
  readonly env: Env;
  readonly logger?: Logger;
}

/** One feed is one request to the gateway; a reader program does not wait longer. */
const gatewayTimeoutMs = 8_000;

/** The composition root: feeds over HTTP, from the gateway like any other client. Tests call it too. */
export function createSyndication({
  env,
  logger = createLogger('syndication', env.LOG_LEVEL),
}: SyndicationDependencies): HttpService {
  const client = createGraphClient({
    url: env.GATEWAY_URL,
    clientName: 'syndication',
    timeoutMs: gatewayTimeoutMs,
    persisted: true,
  });
  const service = createHttpService({
    name: 'syndication',
    host: env.HOST,
    port: env.SYNDICATION_PORT,
    logger,
    drainDelayMs: env.DRAIN_DELAY_MS,
    readiness: { gateway: gatewayReadiness(client) },
  });
  addFeedRoutes(service.http, { client, siteUrl: env.SITE_URL, feedUrl: env.FEED_URL, logger });
  return service;
}
