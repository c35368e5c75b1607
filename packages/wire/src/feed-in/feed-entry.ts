import { createHash } from 'node:crypto';
import type { BodyElement } from '../body-element.ts';
import { readBylines, uniqueBylines } from '../bylines.ts';
import { cleanText } from '../clean-text.ts';
import { itemFromDraft } from '../draft-item.ts';
import { htmlBody } from '../html-body.ts';
import { languageOf } from '../language.ts';
import { mediaTopicCode } from '../media-topic.ts';
import { uniqueTopics } from '../ninjs/topics.ts';
import type { ParsedItem, ParseOptions } from '../parsed-item.ts';
import { placeFigures, type SidePicture } from '../place-figures.ts';
import { lineFromAny, lineFromHtml, paragraphsOf } from '../plain-text.ts';
import type { ItemStatus } from '../pub-status.ts';
import { webAddress } from '../web-address.ts';
import { readDate } from '../wire-date.ts';

export interface FeedText {
  readonly value: string;
  /** 'html', 'text', or either: then it is HTML when it looks so. */
  readonly type: 'html' | 'text' | 'any';
}

/** An entry of a feed, whatever kind of feed it is. Dates and addresses stand as they were written. */
export interface FeedEntry {
  readonly ids: readonly (string | undefined)[];
  readonly link?: string | undefined;
  readonly title?: FeedText | undefined;
  readonly content?: FeedText | undefined;
  readonly summary?: FeedText | undefined;
  readonly authors: readonly string[];
  readonly categories: readonly {
    readonly title: string;
    readonly scheme?: string | undefined;
    readonly code?: string;
  }[];
  readonly keywords: readonly string[];
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly language?: string | undefined;
  readonly rights?: string | undefined;
  /** What relative addresses of the entry are meant from. */
  readonly baseUrl?: string | undefined;
  readonly pictures: readonly SidePicture[];
  readonly status?: ItemStatus | undefined;
}

/** What a feed says for all its entries. */
export interface FeedHead {
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly rights?: string | undefined;
}

/** Summaries longer than this are the text itself. */
const maxStandfirstChars = 600;

/** An entry as an item. Its id is the one that it has; its address only where it has none, and at last a digest of its words. */
export function feedItem(place: string, entry: FeedEntry, head: FeedHead, options: ParseOptions): ParsedItem {
  const url = webAddress(entry.link, entry.baseUrl);
  const versionCreatedAt = readDate(entry.updated, options);
  const publishedAt = readDate(entry.published, options);
  const title = entry.title && lineOfText(entry.title);
  const text = bodyOfText(entry.content ?? entry.summary, entry.baseUrl ?? url);
  return itemFromDraft(place, {
    source: feedSource(head, options),
    sourceId: [...entry.ids, url].map((id) => id?.trim()).find((id) => id) ?? digestOf(title, entry),
    format: 'feed',
    versionCreatedAt,
    ...entry.status,
    language: languageOf(entry.language ?? head.language, options.language),
    headline: title ?? openingOf(text),
    standfirst: standfirstOf(entry, text),
    body: placeFigures(text, entry.pictures),
    firstPublishedAt: publishedAt,
    publishedAt,
    updatedAt: versionCreatedAt,
    timeZone: options.timeZone,
    bylines: uniqueBylines(entry.authors.flatMap(readBylines)),
    topics: uniqueTopics(entry.categories.flatMap(topicOf)),
    keywords: [...entry.keywords],
    copyright: entry.rights ?? head.rights,
    url,
  });
}

/** Who sent it: as whoever imports says, else the feed's own title. */
export function feedSource(head: FeedHead, options: ParseOptions): string {
  return options.source ?? head.title ?? 'feed';
}

function lineOfText({ value, type }: FeedText): string | undefined {
  return type === 'html' ? lineFromHtml(value) : lineFromAny(value);
}

function bodyOfText(text: FeedText | undefined, baseUrl: string | undefined): BodyElement[] {
  if (!text) return [];
  const value = cleanText(text.value);
  const isHtml =
    text.type === 'html' || (text.type === 'any' && /<[a-z!/][^<>]*>|&(#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(value));
  return isHtml ? htmlBody(value, { baseUrl }) : paragraphsOf(value);
}

/** The summary beside a whole text, unless it is only that text's beginning. */
function standfirstOf({ content, summary }: FeedEntry, body: readonly BodyElement[]): string | undefined {
  const standfirst = content && summary ? lineOfText(summary) : undefined;
  if (!standfirst || standfirst.length > maxStandfirstChars) return undefined;
  const opening = plain(standfirst).slice(0, 60);
  return plain(openingText(body)).startsWith(opening) ? undefined : standfirst;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Where an entry has no title (RSS allows it), its first words stand in. */
function openingOf(body: readonly BodyElement[]): string | undefined {
  const text = openingText(body);
  if (text.length <= 100) return text || undefined;
  return `${text
    .slice(0, 100)
    .replace(/\s+\S*$/u, '')
    .toWellFormed()}…`;
}

function openingText(body: readonly BodyElement[]): string {
  for (const element of body) {
    const html = element.kind === 'paragraph' || element.kind === 'quote' ? element.html : undefined;
    const text = element.kind === 'heading' ? element.text : lineFromHtml(html?.slice(0, 5_000));
    if (text) return text;
  }
  return '';
}

function topicOf({ title, scheme, code }: FeedEntry['categories'][number]) {
  const mediaTopic = mediaTopicCode(code ?? title, scheme);
  const line = lineFromAny(title);
  return line ? [{ title: line, kind: 'SUBJECT' as const, ...(mediaTopic && { mediaTopic }) }] : [];
}

function digestOf(title: string | undefined, { published, content, summary }: FeedEntry): string {
  // The date alone, where there is one, keeps the id when the text is corrected.
  const words = published ?? (content ?? summary)?.value ?? '';
  return `entry-${createHash('sha256')
    .update(`${title ?? ''}\n${words}`)
    .digest('hex')
    .slice(0, 40)}`;
}
