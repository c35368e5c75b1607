import { decodeHead } from '@dateline/wire/decode-chunks';
import { detectFormat, detectionChars } from '@dateline/wire/detect-format';
import type { NewsItem } from '@dateline/wire/news-item';
import { parseWire, type WireOptions } from '@dateline/wire/parse-wire';
import { type WireFormatName, wholeFile } from '@dateline/wire/wire-format';
import { InputFault } from '../faults.ts';
import type { WireInput } from '../input/wire-input.ts';
import { pictureType } from '../picture/picture-type.ts';
import { senderOf } from './sender-of.ts';

/** One thing that an input held, or could not be read of it. */
export type ReadItem = {
  readonly input: WireInput;
  /** Where in the input. */
  readonly place: string;
  readonly format?: WireFormatName | undefined;
} & ({ readonly item: NewsItem } | { readonly reason: string; readonly payload?: string | undefined });

export interface ReadOptions extends WireOptions {
  readonly format?: WireFormatName | undefined;
}

/** A text that is kept with its failure is no longer than this, so that the gateway takes it. */
export const maxPayloadChars = 30_000;

/** Reads what an input holds, an item at a time. What is wrong with the input or an item is told among the items. */
export async function* readItems(input: WireInput, options: ReadOptions): AsyncGenerator<ReadItem> {
  let format = options.format;
  let head: Uint8Array = new Uint8Array();
  let close: (() => Promise<unknown>) | undefined;
  try {
    const begun = await peek(input.bytes());
    const { chunks } = begun;
    ({ head, close } = begun);
    const decoding = { contentType: input.contentType };
    if (!format) {
      const type = pictureType(head);
      if (type) throw new InputFault(`is a picture (${type}); 'dateline picture' uploads one on its own`);
      const detected = detectFormat(decodeHead(head, decoding), input.fileName);
      if (!detected.ok) throw new InputFault(detected.reason);
      format = detected.format;
    }
    const source = senderOf(input.file, options.source);
    const wire = { ...options, ...decoding, source, url: input.url };
    for await (const parsed of parseWire(chunks, format, wire)) {
      const { place } = parsed;
      if (parsed.ok) yield { input, place, format, item: parsed.item };
      else yield { input, place, format, reason: parsed.reason, payload: payloadOf(head, input) };
    }
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    yield { input, place: wholeFile, format, reason: error.message, payload: payloadOf(head, input) };
  } finally {
    await close?.();
  }
}

/** The input itself, where the whole of it was seen and is small; it is kept to be tried again without its file. */
function payloadOf(head: Uint8Array, { contentType }: WireInput): string | undefined {
  if (head.length === 0 || head.length > maxPayloadChars || pictureType(head)) return undefined;
  const text = decodeHead(head, { contentType });
  return text.includes('\0') || text.includes('\ufffd') ? undefined : text;
}

/** The beginning of what comes, and all of it. */
async function peek(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length < detectionChars && !ended) {
    const next = await iterator.next();
    if (next.done) ended = true;
    else {
      read.push(next.value);
      length += next.value.length;
    }
  }
  async function* chunks() {
    yield* read.splice(0);
    if (!ended) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  const head = Buffer.concat(read).subarray(0, detectionChars);
  return { head: new Uint8Array(head), chunks: chunks(), close: async () => iterator.return?.() };
}
