import { failedItem, type ParsedItem, type ParseOptions } from './parsed-item.ts';
import { type WireFormatName, type WireParser, wholeFile } from './wire-format.ts';

export interface WireOptions extends ParseOptions {
  /** The id of the one story of the input, in place of its own. */
  readonly sourceId?: string | undefined;
}

/** Larger than any item of a format that is read whole, in characters; what streams has no such bound. */
export const maxWholeChars = 64 * 1024 * 1024;

type Load = () => Promise<WireParser>;

/** Loaded when the first input of the format comes: some stand on large libraries. */
const parsers: Partial<Record<WireFormatName, Load>> = {
  'page-text': async () => ({
    kind: 'text',
    parse: (await import('./page-text/page-text-parser.ts')).parsePageItem,
  }),
};

/**
 * Reads one input of a format, item by item, whichever way its parser works. What is wrong with an item is an answer;
 * nothing of an input makes it throw, but what `chunks` throws passes through.
 */
export async function* parseWire(
  chunks: AsyncIterable<string>,
  format: WireFormatName,
  options: WireOptions,
): AsyncGenerator<ParsedItem> {
  const parser = await parsers[format]?.();
  if (!parser) return yield failedItem(wholeFile, `is ${format}, for which there is no parser`);
  let seen = 0;
  for await (const parsed of run(parser, chunks, options)) {
    seen++;
    yield withSourceId(parsed, options.sourceId, seen);
  }
}

async function* run(
  parser: WireParser,
  chunks: AsyncIterable<string>,
  options: WireOptions,
): AsyncGenerator<ParsedItem> {
  if (parser.kind === 'stream') return yield* parser.parse(chunks, options);
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length > maxWholeChars)
      return yield failedItem(wholeFile, `is larger than ${maxWholeChars / 1024 / 1024} million characters`);
  }
  yield* parser.parse(text, options);
}

/** An id that was given names one story and no second one. */
function withSourceId(parsed: ParsedItem, sourceId: string | undefined, count: number): ParsedItem {
  if (!parsed.ok || sourceId === undefined || parsed.item.sourceId === sourceId) return parsed;
  if (count > 1) return failedItem(parsed.place, 'is a second story, and the id that was given names one');
  return { ...parsed, item: { ...parsed.item, sourceId } };
}
