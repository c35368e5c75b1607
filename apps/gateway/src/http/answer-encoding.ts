import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { GraphqlAnswer } from './graphql-executor.ts';

/** Below this, headers and the unpacking cost more than the bytes that are saved. */
const minBytes = 1_024;

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);
/** An answer is packed while a reader waits: the fastest levels take most of what there is to take. */
const gzipOptions = { level: 1 };
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

export interface EncodedBody {
  readonly body: string | Buffer;
  /** Absent: as it is. */
  readonly encoding?: 'gzip' | 'br';
}

/**
 * The answer's body in a coding that the client takes: the smallest of those at hand, else packed now when it is long
 * enough to be worth it. Packing is done beside the main thread.
 */
export async function encodeBody(
  { body, encoded }: GraphqlAnswer,
  acceptEncoding: string | undefined,
): Promise<EncodedBody> {
  if (acceptEncoding === undefined) return { body };
  const takesBrotli = takes(acceptEncoding, 'br');
  const takesGzip = takes(acceptEncoding, 'gzip');
  if (takesBrotli && encoded?.br) return { body: encoded.br, encoding: 'br' };
  if (takesGzip && encoded?.gzip) return { body: encoded.gzip, encoding: 'gzip' };
  if (!(takesGzip || takesBrotli) || Buffer.byteLength(body) < minBytes) return { body };
  return takesGzip
    ? { body: await zip(body, gzipOptions), encoding: 'gzip' }
    : { body: await brotli(body, brotliOptions), encoding: 'br' };
}

/** By name; `*` is a promise that many make without keeping. */
function takes(acceptEncoding: string, coding: 'gzip' | 'br'): boolean {
  for (const part of acceptEncoding.split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    if (name === coding) return !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  }
  return false;
}
