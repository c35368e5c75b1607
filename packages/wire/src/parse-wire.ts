import { decodeChunks } from './decode-chunks.ts';
import { type DecodeOptions, decodeText } from './decode-text.ts';
import { failedItem, type ParsedItem, type ParseOptions } from './parsed-item.ts';
import { type WireFormatName, type WireParser, wholeFile } from './wire-format.ts';

export interface WireOptions extends ParseOptions {
  /** The id of the one story of the input, in place of its own. */
  readonly sourceId?: string | undefined;
}

/** Larger than any file of a format that is read whole; what streams has no such bound. */
export const maxWholeBytes = 64 * 1024 * 1024;

/** Loaded when the first input of the format comes: some stand on large libraries. */
const parsers: Readonly<Record<WireFormatName, () => Promise<WireParser>>> = {
  ninjs: async () => whole((await import('./parse.ninjs.ts')).parseNinjs),
  'ap-media': async () => whole((await import('./parse.ap-media.ts')).parseApMedia),
  'newsml-g2': async () => streaming((await import('./parse.newsml-g2.ts')).streamNewsmlG2),
  'newsml-1': async () => streaming((await import('./parse.newsml-1.ts')).streamNewsml1),
  nitf: async () => streaming((await import('./parse.nitf.ts')).streamNitf),
  anpa: async () => whole((await import('./parse.anpa.ts')).parseAnpa),
  feed: async () => whole((await import('./parse.feed.ts')).parseFeed),
  wxr: async () => streaming((await import('./parse.wxr.ts')).streamWxr),
  'html-page': async () => whole((await import('./parse.html-page.ts')).parseHtmlPage),
  'page-text': async () => whole((await import('./page-text/page-text-parser.ts')).parsePageItem),
};

function whole(parse: Extract<WireParser, { kind: 'text' }>['parse']): WireParser {
  return { kind: 'text', parse };
}

function streaming(parse: Extract<WireParser, { kind: 'stream' }>['parse']): WireParser {
  return { kind: 'stream', parse };
}

/**
 * Reads one input of a format, item by item, whichever way its parser works. What is wrong with an item is an answer;
 * nothing of an input makes it throw, but what `chunks` throws passes through.
 */
export async function* parseWire(
  chunks: AsyncIterable<Uint8Array>,
  format: WireFormatName,
  options: WireOptions & DecodeOptions,
): AsyncGenerator<ParsedItem> {
  const parser = await parsers[format]();
  if (parser.kind === 'stream') return yield* named(parser.parse(decodeChunks(chunks, options), options), options);
  const bytes = await collect(chunks);
  if (!bytes) return yield failedItem(wholeFile, `is larger than ${maxWholeBytes} bytes`);
  yield* parseWireText(decodeText(bytes, options).text, format, options);
}

/** The same for an input that is text already. */
export async function* parseWireText(
  text: string,
  format: WireFormatName,
  options: WireOptions,
): AsyncGenerator<ParsedItem> {
  const parser = await parsers[format]();
  const items = parser.kind === 'stream' ? parser.parse(once(text), options) : parser.parse(text, options);
  yield* named(items, options);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxWholeBytes) return undefined;
    parts.push(chunk);
  }
  return Buffer.concat(parts, length);
}

/** An id that was given names one story and no second one. */
async function* named(
  items: AsyncIterable<ParsedItem> | Iterable<ParsedItem>,
  { sourceId }: WireOptions,
): AsyncGenerator<ParsedItem> {
  let stories = 0;
  for await (const parsed of items) {
    if (!parsed.ok) yield parsed.place === 'input' ? { ...parsed, place: wholeFile } : parsed;
    else if (sourceId === undefined) yield parsed;
    else if (stories++ === 0) yield { ...parsed, item: { ...parsed.item, sourceId } };
    else yield failedItem(parsed.place, 'is a second story, and the id that was given names one');
  }
}
