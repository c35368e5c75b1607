import { type Feed, type FeedFigure, type FeedItem, feedFigures, lastUpdated } from './feed.ts';
import { element, emptyElement, textElement } from './markup.ts';
import { renderContentHtml } from './render.content-html.ts';

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/** RSS 2.0 with full text (content:encoded), names (dc:creator, which unlike author asks for no e-mail) and pictures (Media RSS). */
export function renderRss(feed: Feed): string {
  const updated = lastUpdated(feed);
  const channel = [
    textElement('title', feed.title),
    textElement('link', feed.homeUrl),
    textElement('description', feed.description),
    ...(feed.language === undefined ? [] : [textElement('language', feed.language)]),
    ...(updated === undefined ? [] : [textElement('lastBuildDate', rfc822(updated))]),
    textElement('generator', 'Dateline'),
    textElement('docs', 'https://www.rssboard.org/rss-specification'),
    emptyElement('atom:link', { href: feed.feedUrl, rel: 'self', type: 'application/rss+xml' }),
    ...feed.items.map(renderItem),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('rss', namespaces, element('channel', {}, `\n${channel.join('\n')}\n`))}\n`;
}

function renderItem(item: FeedItem): string {
  const parts = [
    textElement('title', item.headline),
    textElement('link', item.url),
    // The id and not the URL: a story whose slug changes stays the same story to a reader program.
    textElement('guid', `urn:uuid:${item.id}`, { isPermaLink: 'false' }),
    textElement('pubDate', rfc822(new Date(item.publishedAt))),
    ...item.authors.map((name) => textElement('dc:creator', name)),
    textElement('dc:language', item.language),
    ...(item.section ? [textElement('category', item.section.title, { domain: 'section' })] : []),
    ...item.topics.map((topic) => textElement('category', topic)),
    ...(item.standfirst === undefined ? [] : [textElement('description', item.standfirst)]),
    textElement('content:encoded', renderContentHtml(item)),
    ...feedFigures(item).flatMap(renderMedia),
  ];
  return element('item', {}, `\n${parts.join('\n')}\n`);
}

/** One media:content a picture (Media RSS 1.5.1); a figure without a file has its words in the text. */
function renderMedia({ picture, caption, credit }: FeedFigure): string[] {
  if (!picture) return [];
  const { url, mimeType, width, height } = picture;
  const words =
    (caption === undefined ? '' : textElement('media:description', caption, { type: 'plain' })) +
    (credit === undefined ? '' : textElement('media:credit', credit));
  return [element('media:content', { url, type: mimeType, medium: 'image', width, height }, words)];
}

/** RFC 822 with a year of four digits, as RSS 2.0 asks for: 'Tue, 21 Nov 2017 19:03:00 GMT'. */
function rfc822(instant: Date): string {
  return instant.toUTCString();
}
