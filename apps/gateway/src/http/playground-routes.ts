import type { Playground } from '@dateline/playground/playground';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const oneYear = 'public, max-age=31536000, immutable';
const oneHour = 'public, max-age=3600';

/** What stands under /playground/. Immutable files carry a hash in their names. */
export function addPlaygroundAssets(http: FastifyInstance, { assets }: Playground): void {
  http.get<{ Params: { '*': string } }>('/playground/*', async (request, reply) => {
    const asset = assets.get(request.params['*']);
    if (!asset) return reply.callNotFound();
    return reply
      .type(asset.contentType)
      .header('cache-control', asset.immutable ? oneYear : oneHour)
      .send(asset.body);
  });
}

/** A person with a browser, not a program: they ask for HTML and not for JSON. */
export function wantsPage({ method, headers: { accept = '' } }: FastifyRequest): boolean {
  return method === 'GET' && accept.includes('text/html') && !accept.includes('json');
}

export function sendPage(reply: FastifyReply, { html, contentSecurityPolicy }: Playground): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy)
    .header('cache-control', 'no-cache')
    .header('vary', 'accept')
    .send(html);
}
