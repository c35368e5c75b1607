import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** Below this a packet is saved by neither. */
export const minCodedBytes = 1_024;

/** A coding that comes out as large as the body is null. */
export interface CodedBodies {
  readonly gzip: Buffer | null;
  readonly br: Buffer | null;
}

/** Compresses bodies one after the other, in the thread pool: however many wait, the pool stays free for others. */
export interface BodyCoder {
  code(body: Buffer): Promise<CodedBodies>;
}

export function createBodyCoder(): BodyCoder {
  let last: Promise<unknown> = Promise.resolve();
  return {
    code(body) {
      const next = last.then(() => codeBody(body));
      // One that fails holds up nobody.
      last = next.catch(() => undefined);
      return next;
    },
  };
}

async function codeBody(body: Buffer): Promise<CodedBodies> {
  const brotliOptions = {
    params: {
      // Made once and sent often, yet on the same machine as the requests: 5 is near gzip's time and well below its size.
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  };
  const br = await brotliAsync(body, brotliOptions);
  const zipped = await gzipAsync(body, { level: 6 });
  return { gzip: smaller(zipped, body), br: smaller(br, body) };
}

/** A copy: zlib's buffers may be views into larger ones, and only the bytes are counted. */
function smaller(coded: Buffer, body: Buffer): Buffer | null {
  return coded.length < body.length ? Buffer.from(coded) : null;
}
