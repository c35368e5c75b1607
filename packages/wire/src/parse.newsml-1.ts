import { newsml1Item } from './newsml-1/item.ts';
import type { ParsedItem, ParseOptions } from './parsed-item.ts';
import { type XmlFormat, xmlItemStream, xmlItems } from './xml-items.ts';

/** NewsML 1.0 to 1.2: an envelope with any number of items. */
export function* parseNewsml1(text: string, options: ParseOptions = {}): Generator<ParsedItem> {
  yield* xmlItems(text, newsml1Format(options));
}

/** The same for an input as it comes. */
export function streamNewsml1(chunks: AsyncIterable<string>, options: ParseOptions): AsyncGenerator<ParsedItem> {
  return xmlItemStream(chunks, newsml1Format(options));
}

function newsml1Format(options: ParseOptions): XmlFormat {
  let count = 0;
  return {
    isWanted: (path) => path.at(-1) === 'NewsItem',
    itemsOf({ element }) {
      count += 1;
      return [newsml1Item(`NewsItem ${count}`, element, options)];
    },
    nothingFound: 'holds no NewsItem',
  };
}
