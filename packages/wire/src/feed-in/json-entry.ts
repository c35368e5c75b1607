import type { JsonFeed } from 'feedsmith';
import { cleanLine } from '../clean-text.ts';
import type { FeedEntry, FeedHead, FeedText } from './feed-entry.ts';
import { plainPicture, withLead } from './media.ts';

export function jsonHead(feed: JsonFeed.Feed<string>): FeedHead {
  return { title: cleanLine(feed.title), language: feed.language };
}

/** An item of JSON Feed 1 or 1.1. */
export function jsonEntry(
  item: JsonFeed.Item<string>,
  feed: JsonFeed.Feed<string>,
  baseUrl: string | undefined,
): FeedEntry {
  const authors = item.authors ?? feed.authors ?? [];
  const attached = (item.attachments ?? []).flatMap(({ url, mime_type, title }) =>
    mime_type?.startsWith('image/') ? plainPicture(url, baseUrl, title, mime_type) : [],
  );
  return {
    ids: [item.id],
    link: item.url ?? item.external_url,
    title: text(item.title, 'text'),
    content: text(item.content_html, 'html') ?? text(item.content_text, 'text'),
    summary: text(item.summary, 'text'),
    authors: authors.flatMap(({ name }) => name ?? []),
    categories: (item.tags ?? []).map((title) => ({ title })),
    keywords: [],
    published: item.date_published,
    updated: item.date_modified,
    language: item.language,
    baseUrl,
    pictures: withLead([...plainPicture(item.image ?? item.banner_image, baseUrl), ...attached]),
  };
}

function text(value: string | undefined, type: FeedText['type']): FeedText | undefined {
  return value === undefined ? undefined : { value, type };
}
