import { nitfItem } from './nitf/item.ts';
import type { ParsedItem, ParseOptions } from './parsed-item.ts';
import { type XmlFormat, xmlItemStream, xmlItems } from './xml-items.ts';

/** NITF 3.x, with and without its namespace: one document, or several inside another element. */
export function* parseNitf(text: string, options: ParseOptions = {}): Generator<ParsedItem> {
  yield* xmlItems(text, nitfFormat(options));
}

/** The same for an input as it comes. */
export function streamNitf(chunks: AsyncIterable<string>, options: ParseOptions): AsyncGenerator<ParsedItem> {
  return xmlItemStream(chunks, nitfFormat(options));
}

function nitfFormat(options: ParseOptions): XmlFormat {
  let count = 0;
  return {
    isWanted: (path) => path.at(-1) === 'nitf',
    itemsOf({ element }) {
      count += 1;
      return [nitfItem(`nitf ${count}`, element, options)];
    },
    nothingFound: 'holds no nitf',
  };
}
