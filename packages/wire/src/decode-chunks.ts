import { decodeCodePage437 } from './code-page-437.ts';
import { type DecodeOptions, decodeText } from './decode-text.ts';

/** As much of the beginning as is kept for what it declares of its encoding. */
const keptBytes = 4_096;

/**
 * Bytes as text while they come, by the rules of decodeText. As long as there is nothing but ASCII the encoding stays open;
 * the first chunk with anything else decides it, so that a late umlaut in a file that is no UTF-8 is read right.
 */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array>,
  options: DecodeOptions = {},
): AsyncGenerator<string> {
  let head = new Uint8Array();
  let decode: ((bytes: Uint8Array, isLast: boolean) => string) | undefined;
  for await (const chunk of chunks) {
    if (!decode) {
      if (isPlainAscii(chunk)) {
        if (head.length < keptBytes) head = joined(head, chunk.subarray(0, keptBytes - head.length));
        yield latin1(chunk);
        continue;
      }
      decode = decoderFor(encodingOf(joined(head, wholeCharacters(chunk)), options));
    }
    yield decode(chunk, false);
  }
  const rest = decode?.(new Uint8Array(), true);
  if (rest) yield rest;
}

/** The encoding of the beginning of something longer: a character that is cut at its end says nothing. */
export function decodeHead(head: Uint8Array, options: DecodeOptions = {}): string {
  return decodeText(wholeCharacters(head), options).text;
}

function encodingOf(sample: Uint8Array, options: DecodeOptions): string {
  return decodeText(sample, options).encoding;
}

function decoderFor(encoding: string): (bytes: Uint8Array, isLast: boolean) => string {
  if (encoding === 'cp437') return (bytes) => decodeCodePage437(bytes);
  const decoder = new TextDecoder(encoding);
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
}

/** Without escapes, which some encodings write in ASCII, and zeros, of which UTF-16 is full. */
function isPlainAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80 && byte !== 0 && byte !== 0x1b);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Without the beginning of a UTF-8 sequence at the end, at most three bytes. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
