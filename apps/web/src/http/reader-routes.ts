import { requestIdHeader } from '@dateline/service-kit/request-id';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SiteLocals } from '../site-locals.ts';
import type { PageHandler } from './built-pages.ts';
import { formMaxBytes } from './form-size.ts';
import { mayChange } from './same-origin.ts';
import type { StaticFile } from './static-files.ts';

export interface ReaderRoutes {
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly pages: PageHandler;
  readonly headers: Readonly<Record<string, string>>;
  readonly siteUrl: string;
  readonly localsOf: (request: FastifyRequest) => SiteLocals;
}

/** Puts the site behind a service's HTTP server: files as they are, and everything else to the pages. */
export function addReaderRoutes(http: FastifyInstance, routes: ReaderRoutes): void {
  // The pages read their forms themselves.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', (_request, _payload, done) => done(null));

  http.route<{ Params: { '*': string } }>({
    method: ['GET', 'POST'],
    url: '/*',
    handler: async (request, reply) => {
      reply.headers(routes.headers);
      const path = request.params['*'];
      const file = routes.files.get(`/${path}`);
      if (file && request.method !== 'POST') {
        return reply.header('cache-control', file.cacheControl).type(file.contentType).send(file.body);
      }
      // Under such names the framework has doors of its own (/_image, /_server-islands) that this site does not use.
      // And a name with U+0000 is no name at all: no database can hold it.
      if (/^\/*_/.test(path) || path.includes('\0'))
        return reply.code(404).type('text/plain; charset=utf-8').send('There is no such file.\n');
      if (!mayChange(provenanceOf(request), routes.siteUrl)) {
        return reply.code(403).type('text/plain; charset=utf-8').send('This form was not sent from this site.\n');
      }
      // Asked before a page reads: a body that is left half-read would hold up the connection's next request.
      if (Number(request.headers['content-length'] ?? 0) > formMaxBytes) {
        return reply.code(413).type('text/plain; charset=utf-8').send('This form is too long.\n');
      }
      return servePage(request, reply, routes);
    },
  });
}

/** The page writes to the raw response itself; what Fastify would have added is put there before. */
async function servePage(request: FastifyRequest, reply: FastifyReply, routes: ReaderRoutes): Promise<void> {
  reply.hijack();
  const headers = { ...routes.headers, [requestIdHeader]: request.id, 'cache-control': 'private, no-store' };
  for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value);
  const notFound = () => {
    reply.raw.writeHead(404);
    reply.raw.end();
  };
  await routes.pages(request.raw, reply.raw, notFound, routes.localsOf(request));
}

function provenanceOf({ method, headers }: FastifyRequest) {
  const secFetchSite = headers['sec-fetch-site'];
  return {
    method,
    host: headers.host,
    origin: headers.origin,
    secFetchSite: typeof secFetchSite === 'string' ? secFetchSite : undefined,
  };
}
