import { failedItem, type ParsedItem } from './parsed-item.ts';
import { type FoundElement, readElements, readElementsOf, type WantedPath, XmlError } from './xml-reader.ts';

/** How a format of XML is read: which elements it is made of, and what each of them says. */
export interface XmlFormat {
  readonly isWanted: WantedPath;
  /** Called with each wanted element in the order of the input; it may keep what later ones need. */
  itemsOf(found: FoundElement): Iterable<ParsedItem>;
  /** What was kept back until the end. */
  atEnd?(): Iterable<ParsedItem>;
  /** What to say of an input that holds none of them: 'holds no newsItem'. */
  readonly nothingFound: string;
}

/** Every item of a text. What breaks the XML is the last answer; what stood before it is read. */
export function* xmlItems(text: string, format: XmlFormat): Generator<ParsedItem> {
  let count = 0;
  try {
    for (const found of readElementsOf(text, format.isWanted)) {
      count += 1;
      yield* format.itemsOf(found);
    }
  } catch (error) {
    return yield* brokenOff(error, format);
  }
  yield* end(format, count);
}

/** The same for an input as it comes, of any length: no more is kept than the item under way. */
export async function* xmlItemStream(chunks: AsyncIterable<string>, format: XmlFormat): AsyncGenerator<ParsedItem> {
  let count = 0;
  try {
    for await (const found of readElements(chunks, format.isWanted)) {
      count += 1;
      yield* format.itemsOf(found);
    }
  } catch (error) {
    return yield* brokenOff(error, format);
  }
  yield* end(format, count);
}

function* end(format: XmlFormat, count: number): Generator<ParsedItem> {
  yield* format.atEnd?.() ?? [];
  if (count === 0) yield failedItem('input', format.nothingFound);
}

/** What is wrong with the XML is an answer; anything else, of the source say, is the caller's. */
function* brokenOff(error: unknown, format: XmlFormat): Generator<ParsedItem> {
  if (!(error instanceof XmlError)) throw error;
  yield* format.atEnd?.() ?? [];
  yield failedItem(`line ${error.line}`, `is no XML that can be read: ${error.message}`);
}
