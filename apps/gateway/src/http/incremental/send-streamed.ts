import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { StreamedAnswer } from '../graphql-executor.ts';
import { asMultipart, multipartType } from './multipart.ts';

/**
 * Writes an answer part by part. Each goes out at once, uncompressed; the next is made when the client has taken those
 * before. When the connection closes, what makes the parts is told to stop.
 */
export function sendStreamed(
  reply: FastifyReply,
  { format, headers, parts }: StreamedAnswer,
  varyBy: string,
): FastifyReply {
  const before = reply.getHeader('vary');
  reply.header('vary', before === undefined ? varyBy : `${String(before)}, ${varyBy}`);
  reply.header('content-type', multipartType(format));
  // It is nobody else's, and who stands in between must not wait for its end.
  reply.header('cache-control', 'private, no-store').header('x-accel-buffering', 'no');
  // What is buffered beside the socket's own buffer is one of them.
  if (headers) reply.headers(headers);
  return reply.send(Readable.from(asMultipart(parts), { objectMode: true, highWaterMark: 1 }));
}
