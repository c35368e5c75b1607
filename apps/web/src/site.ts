import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGraphClient } from '@dateline/client/graph-client';
import { createHttpService, type HttpService } from '@dateline/service-kit/http-service';
import type { Logger } from '@dateline/service-kit/logger';
import { IsTheGraphThereDocument } from './__generated__/operations.ts';
import type { Env } from './env.ts';
import { createAsk } from './graph/ask.ts';
import { loadBuiltPages } from './http/built-pages.ts';
import { addReaderRoutes } from './http/reader-routes.ts';
import { securityHeaders } from './http/security-headers.ts';
import { readStaticFiles } from './http/static-files.ts';
import { createDevSignIn } from './sign-in/dev-sign-in.ts';
import { readerToken } from './sign-in/reader-cookie.ts';

const ownBuild = fileURLToPath(new URL('../dist', import.meta.url));
const graphTimeoutMs = 12_000;

/** The reader site as one service: the built pages behind the same door as every other process. */
export async function createSite(env: Env, logger: Logger, builtFolder = ownBuild): Promise<HttpService> {
  const pages = await loadBuiltPages(join(builtFolder, 'server'));
  const files = await readStaticFiles(join(builtFolder, 'client'));
  const graphUrl = env.GATEWAY_URL;
  const devSignIn = createDevSignIn(env.DEV_ISSUER_KEY_FILE, env.NODE_ENV);
  const graph = {
    graphUrl,
    timeoutMs: graphTimeoutMs,
    onFailure: (requestId: string, error: Error) => logger.warn({ requestId, err: error }, 'no answer from the graph'),
  };

  const service = createHttpService({
    name: 'web',
    host: env.HOST,
    port: env.WEB_PORT,
    logger,
    drainDelayMs: env.DRAIN_DELAY_MS,
    readiness: { graph: graphReadiness(graphUrl) },
  });
  addReaderRoutes(service.http, {
    files,
    pages,
    headers: securityHeaders({ mediaUrl: env.MEDIA_URL, graphUrl: env.GATEWAY_PUBLIC_URL }),
    siteUrl: env.SITE_URL,
    localsOf: (request) => {
      const token = readerToken(request.headers.cookie);
      const ask = createAsk(graph, request.id, token);
      return {
        ask,
        signedIn: token !== undefined,
        siteUrl: env.SITE_URL,
        graphUrl: env.GATEWAY_PUBLIC_URL,
        feedUrl: env.FEED_URL,
        devSignIn,
      };
    },
  });
  return service;
}

/** The site has nothing to show without the graph. */
function graphReadiness(url: string) {
  const client = createGraphClient({ url, clientName: 'web', timeoutMs: 1_500, persisted: true });
  return async () => {
    const answer = await client.request(IsTheGraphThereDocument, {}).catch(() => null);
    return answer?.data ? null : 'the gateway does not answer';
  };
}
