import { g2Item } from './newsml-g2/item.ts';
import type { ParsedItem, ParseOptions } from './parsed-item.ts';
import { type XmlFormat, xmlItemStream, xmlItems } from './xml-items.ts';

/** NewsML-G2 2.x: a newsItem, a packageItem, or a newsMessage with any number of both. */
export function* parseNewsmlG2(text: string, options: ParseOptions = {}): Generator<ParsedItem> {
  yield* xmlItems(text, g2Format(options));
}

/** The same for an input as it comes. */
export function streamNewsmlG2(chunks: AsyncIterable<string>, options: ParseOptions): AsyncGenerator<ParsedItem> {
  return xmlItemStream(chunks, g2Format(options));
}

const itemNames = new Set(['newsItem', 'packageItem']);

/** Items of other kinds (concepts, plans, catalogs) are passed over: they are no stories. */
function g2Format(options: ParseOptions): XmlFormat {
  let count = 0;
  return {
    isWanted: (path) => itemNames.has(path.at(-1) ?? ''),
    itemsOf({ element }) {
      count += 1;
      return [g2Item(`${element.name} ${count}`, element, options)];
    },
    nothingFound: 'holds no newsItem and no packageItem',
  };
}
