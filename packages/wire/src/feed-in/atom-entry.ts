import type { AtomFeed } from 'feedsmith';
import { lineFromAny } from '../plain-text.ts';
import { webAddress } from '../web-address.ts';
import type { FeedEntry, FeedHead, FeedText } from './feed-entry.ts';
import { mediaPictures, mediaStatus } from './media.ts';

type Entry = AtomFeed.Entry<string>;
type Links = readonly AtomFeed.Link<string>[];

export function atomHead(feed: AtomFeed.Feed<string>): FeedHead {
  return {
    title: lineFromAny(feed.title?.value),
    language: feed.xml?.lang ?? feed.dc?.languages?.[0],
    rights: lineFromAny(feed.rights?.value),
  };
}

/** An entry of Atom (RFC 4287). Its authors, where it names none, are those of the feed that it came from. */
export function atomEntry(entry: Entry, feed: AtomFeed.Feed<string>, baseUrl: string | undefined): FeedEntry {
  const base = webAddress(entry.xml?.base, baseUrl) ?? baseUrl;
  const contentBase = webAddress(entry.content?.xml?.base, base) ?? base;
  const authors = entry.authors ?? entry.source?.authors ?? feed.authors ?? [];
  return {
    ids: [entry.id, entry.dc?.identifiers?.[0]],
    link: webAddress(linkOf(entry.links ?? []), base),
    title: textOf(entry.title),
    content: textOf(entry.content),
    summary: textOf(entry.summary),
    authors: authors.flatMap(({ name }) => name ?? []),
    categories: (entry.categories ?? []).flatMap(({ term, label, scheme }) => {
      const title = label ?? term;
      return title ? [{ title, scheme, ...(term && { code: term }) }] : [];
    }),
    keywords: entry.media?.keywords ?? [],
    published: entry.published ?? entry.dcterms?.issued?.[0],
    updated: entry.updated,
    language: entry.content?.xml?.lang ?? entry.xml?.lang,
    rights: lineFromAny(entry.rights?.value),
    baseUrl: contentBase,
    pictures: mediaPictures(entry.media, enclosuresOf(entry.links ?? []), contentBase),
    status: mediaStatus(entry.media),
  };
}

/** The page: an alternate link, that to HTML before any other (RFC 4287 section 4.2.7.2; no `rel` means alternate). */
function linkOf(links: Links): string | undefined {
  const alternates = links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  return (alternates.find(({ type }) => type?.includes('html')) ?? alternates[0])?.href;
}

function enclosuresOf(links: Links) {
  return links.flatMap(({ rel, href, type }) =>
    rel === 'enclosure' && href ? [{ url: href, ...(type && { type }) }] : [],
  );
}

/** Without a type it is text; careless feeds write HTML all the same. Content of other types is no text to be read. */
function textOf(text: AtomFeed.Content | undefined): FeedText | undefined {
  if (text?.value === undefined) return undefined;
  const type = text.type?.toLowerCase();
  if (type === undefined) return { value: text.value, type: 'any' };
  if (type === 'text' || type === 'text/plain') return { value: text.value, type: 'text' };
  return /^(x?html|text\/html|application\/xhtml\+xml)$/.test(type) ? { value: text.value, type: 'html' } : undefined;
}
