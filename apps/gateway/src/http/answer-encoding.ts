import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { rememberAcceptedCodings } from '../response-cache/accept-encoding.ts';

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

const acceptedCodings = rememberAcceptedCodings();

/**
 * A body in a coding that the client takes, when it is long enough to be worth it: gzip rather than brotli, which takes
 * longer for as much. Packing is done beside the main thread.
 */
export async function encodeBody(body: string | Buffer, acceptEncoding: string | undefined): Promise<EncodedBody> {
  if (acceptEncoding === undefined || Buffer.byteLength(body) < minBytes) return { body };
  const codings = acceptedCodings(acceptEncoding);
  if (codings[0] === 'identity') return { body };
  if (codings.includes('gzip')) return { body: await zip(body, gzipOptions), encoding: 'gzip' };
  if (codings.includes('br')) return { body: await brotli(body, brotliOptions), encoding: 'br' };
  return { body };
}
