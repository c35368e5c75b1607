import type { GraphClient } from '@dateline/client/graph-client';
import type { Logger } from '@dateline/service-kit/logger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loadDirectory, renderDirectory } from './directory.ts';
import { type FeedSelection, parseFeedFile } from './feed-selection.ts';
import { GraphUnavailableError, loadFeed } from './load-feed.ts';
import { serveFeed } from './serve-feed.ts';

export interface FeedRouteOptions {
  readonly client: GraphClient;
  readonly siteUrl: string;
  readonly feedUrl: string;
  readonly logger: Logger;
}

interface FileRoute {
  readonly Params: { readonly file: string };
}

const retryAfterSeconds = 30;

/** Every feed's address, and a page for people that lists them. */
export function addFeedRoutes(http: FastifyInstance, options: FeedRouteOptions): void {
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    file: string,
    select: (name: string) => FeedSelection | null,
  ) => {
    const parsed = parseFeedFile(file);
    const selection = parsed && select(parsed.name);
    if (!parsed || !selection) return notFound(reply);
    const loaded = await loadFeed(selection, options);
    return loaded ? serveFeed(request, reply, loaded, parsed.format) : notFound(reply);
  };

  http.get<FileRoute>('/feeds/:file', (request, reply) =>
    answer(request, reply, request.params.file, (name) => (name === 'all' ? { of: 'edition' } : null)),
  );
  http.get<FileRoute>('/feeds/sections/:file', (request, reply) =>
    answer(request, reply, request.params.file, (slug) => ({ of: 'section', slug })),
  );
  http.get<FileRoute>('/feeds/languages/:file', (request, reply) =>
    answer(request, reply, request.params.file, (language) =>
      isLanguage(language) ? { of: 'language', language } : null,
    ),
  );
  http.get('/feeds', async (_request, reply) =>
    reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        'x-content-type-options': 'nosniff',
      })
      .send(renderDirectory(await loadDirectory(options.client), options.feedUrl)),
  );
  http.get('/', async (_request, reply) => reply.redirect('/feeds'));

  http.setErrorHandler((error, request, reply) => {
    options.logger.error({ requestId: request.id, err: error }, 'a feed could not be made');
    const away = error instanceof GraphUnavailableError;
    return reply
      .code(away ? 503 : 500)
      .headers({
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
        ...(away ? { 'retry-after': retryAfterSeconds } : {}),
      })
      .send(
        away ? 'The feed is not to be had at the moment. Try again shortly.\n' : 'Something went wrong on our side.\n',
      );
  });
}

function notFound(reply: FastifyReply) {
  return reply
    .code(404)
    .type('text/plain; charset=utf-8')
    .send('There is no such feed. /feeds lists those that there are.\n');
}

function isLanguage(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language)[0] === language;
  } catch {
    return false;
  }
}
