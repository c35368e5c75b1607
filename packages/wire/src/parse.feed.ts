import { type AnyFeed, parseFeed as parseWithFeedsmith } from 'feedsmith';
import { atomEntry, atomHead } from './feed-in/atom-entry.ts';
import { type FeedEntry, type FeedHead, feedItem } from './feed-in/feed-entry.ts';
import { jsonEntry, jsonHead } from './feed-in/json-entry.ts';
import { rdfEntry, rssEntry, rssHead } from './feed-in/rss-entry.ts';
import { tombstones } from './feed-in/tombstones.ts';
import { failedItem, type ParsedItem, type ParseOptions } from './parsed-item.ts';
import { webAddress } from './web-address.ts';
import { guardXml } from './xml-guard.ts';

/** The parser takes about half a second for a megabyte; the longest feeds that are known have half of this. */
const maxChars = 16 * 1024 * 1024;

/** No feed is as long; a file that says so is none. */
const maxEntries = 50_000;

/**
 * RSS 2.0, 1.0 (RDF) and 0.9x, Atom with tombstones, and JSON Feed 1 and 1.1. DTDs and entities are refused before any
 * parser sees the text. No input makes it throw.
 */
export function* parseFeed(text: string, options: ParseOptions = {}): Generator<ParsedItem> {
  if (text.length > maxChars) return yield failedItem('feed', 'is larger than 16 MB of text');
  const isJson = /^\s*[{[]/.test(text);
  const guarded = isJson ? { ok: true as const, text } : guardXml(text.trimEnd());
  if (!guarded.ok) return yield failedItem('feed', `is refused: ${guarded.reason}`);
  const read = readFeed(guarded.text);
  if (!read.ok) return yield failedItem('feed', read.reason);
  const { head, entries } = entriesOf(read.feed, options);
  if (entries.length > maxEntries) return yield failedItem('feed', `has more than ${maxEntries} entries`);
  for (const [at, entry] of entries.entries()) yield feedItem(`entry ${at + 1}`, entry(), head, options);
  if (!isJson) yield* tombstones(guarded.text, head, options);
}

function readFeed(text: string): { ok: true; feed: AnyFeed } | { ok: false; reason: string } {
  try {
    return { ok: true, feed: parseWithFeedsmith(text) };
  } catch (error) {
    // Whatever the library throws at a file, the file is at fault: it never stops the other files of an import.
    const reason = error instanceof Error ? rootOf(error).message : String(error);
    return {
      ok: false,
      reason: `cannot be read as a feed: ${reason.replaceAll(/\s+/g, ' ').slice(0, 200).toWellFormed()}`,
    };
  }
}

/** 'Invalid feed format' says less than what caused it. */
function rootOf(error: Error): Error {
  return error.cause instanceof Error ? error.cause : error;
}

interface Entries {
  readonly head: FeedHead;
  /** Read one at a time: the bodies of all of them need not be in memory at once. */
  readonly entries: readonly (() => FeedEntry)[];
}

function entriesOf(any: AnyFeed, { url }: ParseOptions): Entries {
  switch (any.format) {
    case 'rss': {
      const base = webAddress(any.feed.xml?.base, url) ?? webAddress(any.feed.link, url) ?? url;
      return { head: rssHead(any.feed), entries: (any.feed.items ?? []).map((item) => () => rssEntry(item, base)) };
    }
    case 'rdf': {
      const base = webAddress(any.feed.xml?.base, url) ?? webAddress(any.feed.link, url) ?? url;
      return { head: rssHead(any.feed), entries: (any.feed.items ?? []).map((item) => () => rdfEntry(item, base)) };
    }
    case 'atom': {
      const { feed } = any;
      const base = webAddress(feed.xml?.base, url) ?? url;
      return { head: atomHead(feed), entries: (feed.entries ?? []).map((entry) => () => atomEntry(entry, feed, base)) };
    }
    case 'json': {
      const { feed } = any;
      const base = url ?? webAddress(feed.feed_url) ?? webAddress(feed.home_page_url);
      return {
        head: jsonHead(feed),
        entries: (feed.items ?? []).map((item) => () => jsonEntry(item, feed, webAddress(item.url, base) ?? base)),
      };
    }
  }
}
