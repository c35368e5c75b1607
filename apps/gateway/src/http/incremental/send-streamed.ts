import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { StreamedAnswer } from '../graphql-executor.ts';
import { asMultipart, multipartType } from './multipart.ts';

export interface SendStreamedOptions {
  readonly varyBy: string;
  /** In which all parts are made. Who has not taken them after as long again is given up: what they are made of is held for them. */
  readonly timeoutMs: number;
}

/**
 * Writes an answer part by part. Each goes out at once, uncompressed; the next is made when the client has taken those
 * before. When the connection closes, what makes the parts is told to stop.
 */
export function sendStreamed(
  reply: FastifyReply,
  { format, headers, parts }: StreamedAnswer,
  { varyBy, timeoutMs }: SendStreamedOptions,
): FastifyReply {
  const before = reply.getHeader('vary');
  reply.header('vary', before === undefined ? varyBy : `${String(before)}, ${varyBy}`);
  reply.header('content-type', multipartType(format));
  // It is nobody else's, and who stands in between must not wait for its end.
  reply.header('cache-control', 'private, no-store').header('x-accel-buffering', 'no');
  if (headers) reply.headers(headers);
  const patience = setTimeout(() => reply.raw.destroy(), 2 * timeoutMs);
  reply.raw.once('close', () => clearTimeout(patience));
  // What is buffered beside the socket's own buffer is one of them.
  return reply.send(Readable.from(asMultipart(parts), { objectMode: true, highWaterMark: 1 }));
}
