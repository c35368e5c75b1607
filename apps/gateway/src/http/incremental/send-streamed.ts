import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { StreamedAnswer } from '../graphql-executor.ts';

/**
 * Writes an answer bit by bit. Each piece goes out at once, uncompressed; the next is made when the client has taken those
 * before. When the connection closes, what makes the pieces is told to stop.
 */
export function sendStreamed(
  reply: FastifyReply,
  { contentType, headers, pieces }: StreamedAnswer,
  varyBy: string,
): FastifyReply {
  const before = reply.getHeader('vary');
  reply.header('vary', before === undefined ? varyBy : `${String(before)}, ${varyBy}`);
  reply.header('content-type', contentType);
  // It is nobody else's, and who stands in between must not wait for its end.
  reply.header('cache-control', 'private, no-store').header('x-accel-buffering', 'no');
  // Piece by piece: what is buffered beside the socket's own buffer is one of them.
  if (headers) reply.headers(headers);
  return reply.send(Readable.from(pieces, { objectMode: true, highWaterMark: 1 }));
}
