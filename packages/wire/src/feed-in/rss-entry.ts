import type { RdfFeed, RssFeed } from 'feedsmith';
import { lineFromAny } from '../plain-text.ts';
import { webAddress } from '../web-address.ts';
import type { FeedEntry, FeedHead, FeedText } from './feed-entry.ts';
import { mediaPictures, mediaStatus } from './media.ts';

type RssItem = RssFeed.Item<string>;
type RdfItem = RdfFeed.Item<string>;

export function rssHead(feed: RssFeed.Feed<string> | RdfFeed.Feed<string>): FeedHead {
  const own = 'language' in feed ? feed.language : undefined;
  const rights = 'copyright' in feed ? feed.copyright : undefined;
  return {
    title: lineFromAny(feed.title),
    language: own ?? feed.xml?.lang ?? feed.dc?.languages?.[0],
    rights: lineFromAny(rights ?? feed.dc?.rights?.[0]),
  };
}

/** An item of RSS 0.91 to 2.0. `content:encoded` is the text where there is one, and the description its summary. */
export function rssEntry(item: RssItem, baseUrl: string | undefined): FeedEntry {
  const base = itemBase(item, baseUrl);
  return {
    ...commonOf(item, base),
    ids: [item.guid?.value, item.dc?.identifiers?.[0], item.atom?.id],
    link: item.link ?? permalinkOf(item.guid),
    authors: item.dc?.creators ?? (item.authors ?? []).flatMap(({ name }) => name ?? []),
    categories: [
      ...(item.categories ?? []).flatMap(({ name, domain }) => (name ? [{ title: name, scheme: domain }] : [])),
      ...subjectsOf(item),
    ],
    published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.atom?.published,
    updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
    pictures: mediaPictures(item.media, item.enclosures ?? [], base),
  };
}

/** An item of RSS 1.0 or 0.90, which are RDF: its id is the address that it is about, where Dublin Core gives no other. */
export function rdfEntry(item: RdfItem, baseUrl: string | undefined): FeedEntry {
  const base = itemBase(item, baseUrl);
  return {
    ...commonOf(item, base),
    ids: [item.dc?.identifiers?.[0], item.rdf?.about],
    link: item.link ?? item.rdf?.about,
    authors: item.dc?.creators ?? [],
    categories: subjectsOf(item),
    published: item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0],
    updated: item.dcterms?.modified?.[0],
    pictures: mediaPictures(item.media, [], base),
  };
}

function commonOf(item: RssItem | RdfItem, baseUrl: string | undefined) {
  const content = item.content?.encoded ? htmlText(item.content.encoded) : undefined;
  return {
    title: anyText(item.title ?? item.dc?.titles?.[0] ?? stringValue(item.media?.title?.value)),
    content,
    summary: anyText(item.description ?? item.dc?.descriptions?.[0]),
    keywords: item.media?.keywords ?? [],
    language: item.xml?.lang ?? item.dc?.languages?.[0],
    rights: lineFromAny(item.dc?.rights?.[0]),
    baseUrl,
    status: mediaStatus(item.media),
  };
}

function subjectsOf(item: RssItem | RdfItem): FeedEntry['categories'] {
  return (item.dc?.subjects ?? []).map((title) => ({ title }));
}

/** RSS has no base of its own: addresses are meant from the item's page, unless xml:base says otherwise. */
function itemBase(item: RssItem | RdfItem, baseUrl: string | undefined): string | undefined {
  return webAddress(item.xml?.base, baseUrl) ?? webAddress(item.link, baseUrl) ?? baseUrl;
}

/** A guid is an address only where it does not say that it is none (RSS 2.0). */
function permalinkOf(guid: RssItem['guid']): string | undefined {
  return guid?.isPermaLink === false ? undefined : webAddress(guid?.value);
}

function htmlText(value: string): FeedText {
  return { value, type: 'html' };
}

function anyText(value: string | undefined): FeedText | undefined {
  return value === undefined ? undefined : { value, type: 'any' };
}

function stringValue(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
