import { lastUpdated } from '@dateline/wire/feed';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, isNotModified } from '../http/conditional.ts';
import type { FeedFormat } from './formats.ts';
import type { LoadedFeed } from './load-feed.ts';

/** For how long a cache may answer in our place. A correction is in every feed within this and the poll of its reader. */
const maxAgeSeconds = 60;

/** Renders a feed, and answers 304 to who holds just these bytes; the same for every format. */
export function serveFeed(
  request: FastifyRequest,
  reply: FastifyReply,
  { feed, whole }: LoadedFeed,
  format: FeedFormat,
) {
  const body = format.render({ ...feed, feedUrl: `${feed.feedUrl}.${format.extension}` });
  const validators = { etag: etagOf(body), lastModified: lastUpdated(feed) };
  reply.headers({
    'content-type': format.contentType,
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    // A feed that lost its pictures for a moment is not to be kept.
    'cache-control': whole ? `public, max-age=${maxAgeSeconds}` : 'no-store',
    ...(whole ? { etag: validators.etag } : {}),
    ...(whole && validators.lastModified ? { 'last-modified': validators.lastModified.toUTCString() } : {}),
  });
  return whole && isNotModified(request.headers, validators) ? reply.code(304).send() : reply.send(body);
}
