import type { IncomingMessage } from 'node:http';
import { badRequest, HttpRefusal } from '@dateline/service-kit/http-refusal';
import { isDeeperThan } from '@dateline/service-kit/json-depth';
import { bodyReadAhead } from '@dateline/service-kit/shortcut';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Only plain UTF-8 JSON is read: no other type, no compression (a small body may unfold to a huge one), no other charset. */
export function acceptOnlyJson(http: FastifyInstance, { maxDepth }: { readonly maxDepth: number }): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (request: FastifyRequest, body: string) => {
      refuseEncodings(request);
      return parseJson(body, { maxDepth, what: 'The request body' });
    },
  );
}

/**
 * The same doors, but what comes through is the text itself: an answer may be known for it without reading it. Who asks
 * decides how long it may be.
 */
export function acceptJsonText(http: FastifyInstance, maxBytesOf: (request: FastifyRequest) => number): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', async (request: FastifyRequest, payload: IncomingMessage) => {
    refuseEncodings(request);
    return bodyReadAhead(request.raw) ?? readText(payload, maxBytesOf(request));
  });
}

function readText(payload: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    // What is still on its way when it is refused is not read: the connection goes.
    const refuse = () => reject(new HttpRefusal(413, 'BODY_TOO_LARGE', { headers: { connection: 'close' } }));
    if (Number(payload.headers['content-length'] ?? 0) > maxBytes) return refuse();
    payload.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes <= maxBytes) chunks.push(chunk);
      else refuse();
    });
    payload.on('end', () => resolve(Buffer.concat(chunks).toString()));
    payload.on('error', () => reject(badRequest('The request body did not come to its end.')));
    // Every request closes: making an error for those that came whole would cost each of them its stack.
    payload.on('close', () => {
      if (!payload.readableEnded) reject(badRequest('The request body did not come to its end.'));
    });
  });
}

/** Throws an HttpRefusal when `text` is not JSON, or is nested deeper than it may. `what` names it in the refusal. */
export function parseJson(
  text: string,
  { maxDepth, what }: { readonly maxDepth: number; readonly what: string },
): unknown {
  if (isDeeperThan(text, maxDepth)) throw badRequest('The request is nested too deeply.');
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not JSON.`);
  }
}

function refuseEncodings({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw badRequest('Send the body uncompressed.', 415);
  const charset = /;\s*charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw badRequest('Send the body in UTF-8.', 415);
}
