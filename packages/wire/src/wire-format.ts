import type { ParsedItem, ParseOptions } from './parsed-item.ts';

/** The formats that come in, by the names that stand in `NewsItem.format` and behind `dateline import --format`. */
export const wireFormatNames = [
  'ninjs',
  'ap-media',
  'newsml-g2',
  'newsml-1',
  'nitf',
  'anpa',
  'feed',
  'wxr',
  'html-page',
  'page-text',
] as const;

export type WireFormatName = (typeof wireFormatNames)[number];

/** The place of what is wrong with an input as a whole. */
export const wholeFile = 'file';

/** A parser of one format: 'text' takes an input whole, 'stream' takes it as it comes and keeps one item at a time. */
export type WireParser =
  | { readonly kind: 'text'; parse(text: string, options: ParseOptions): Iterable<ParsedItem> }
  | {
      readonly kind: 'stream';
      parse(chunks: AsyncIterable<string>, options: ParseOptions): AsyncIterable<ParsedItem>;
    };

export interface WireFormat {
  readonly name: WireFormatName;
  /** As people call it. */
  readonly title: string;
  /** Ends of file names, in lower case with their dot, that say nothing else. */
  readonly extensions: readonly string[];
  /** Whether its files may be larger than memory: then nothing is held but the item under way. */
  readonly streams: boolean;
}

/** Every format that comes in, once. */
export const wireFormats: Readonly<Record<WireFormatName, WireFormat>> = {
  ninjs: { name: 'ninjs', title: 'IPTC ninjs 1.x, 2.x, 3.x', extensions: ['.ninjs'], streams: false },
  'ap-media': { name: 'ap-media', title: 'AP Media API JSON', extensions: [], streams: false },
  'newsml-g2': { name: 'newsml-g2', title: 'NewsML-G2', extensions: ['.g2'], streams: true },
  'newsml-1': { name: 'newsml-1', title: 'NewsML 1.2', extensions: [], streams: true },
  nitf: { name: 'nitf', title: 'NITF 3.x', extensions: ['.nitf'], streams: true },
  anpa: {
    name: 'anpa',
    title: 'ANPA 1312 and IPTC 7901',
    extensions: ['.anpa', '.iptc', '.7901', '.1312'],
    streams: false,
  },
  feed: {
    name: 'feed',
    title: 'RSS, Atom, RDF and JSON Feed',
    extensions: ['.rss', '.atom', '.rdf'],
    streams: false,
  },
  wxr: { name: 'wxr', title: 'WordPress export (WXR)', extensions: ['.wxr'], streams: true },
  'html-page': {
    name: 'html-page',
    title: 'HTML article page',
    extensions: ['.html', '.htm', '.xhtml'],
    streams: false,
  },
  'page-text': { name: 'page-text', title: 'text dump of a page', extensions: ['.txt', '.text'], streams: false },
};

/** The name as a format, where there is one of that name. */
export function wireFormatNamed(name: string): WireFormat | undefined {
  return wireFormatNames.includes(name as WireFormatName) ? wireFormats[name as WireFormatName] : undefined;
}
