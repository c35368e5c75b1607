import { createHash } from 'node:crypto';
import { cleanLine } from './clean-text.ts';
import { type DraftPart, type IdentifiedDraft, itemFromDraft } from './draft-item.ts';
import {
  articleOf,
  linkedBody,
  liveEntries,
  pageBylines,
  pageDates,
  pageKeywords,
  pageTopics,
  saysArticle,
} from './html-page/article.ts';
import { pageCorrections } from './html-page/corrections.ts';
import { pageIsFree } from './html-page/is-free.ts';
import { type LinkedNode, linkedNodes, textOfProperty } from './html-page/json-ld.ts';
import { minTextLength, pageBody, textLength } from './html-page/page-body.ts';
import { maxReadableElements, pageSize } from './html-page/page-bounds.ts';
import { type PageData, pageData } from './html-page/page-data.ts';
import { withPagePicture } from './html-page/page-pictures.ts';
import { htmlTree } from './html-tree.ts';
import { languageOf } from './language.ts';
import { type MarkupElement, makeElement } from './markup-tree.ts';
import { failedItem, type ParsedItem, type ParseOptions } from './parsed-item.ts';
import { lineFromAny } from './plain-text.ts';
import { webAddress } from './web-address.ts';

/**
 * An article's page of any site. What it says of itself comes from JSON-LD, or else from Open Graph, microdata and <meta>;
 * its text by Readability. A page that is no article is refused with the reason. Nothing is loaded, and no script runs.
 */
export function parseHtmlPage(html: string, options: ParseOptions = {}): ParsedItem[] {
  const size = pageSize(html);
  if (!size.ok) return [failedItem('page', size.reason)];
  const page = makeElement('page', htmlTree(html, { keepUnseen: true }));
  const data = pageData(page);
  const article = articleOf(linkedNodes(page));
  const url = addressOf(article, data, options);
  const mayWeigh = size.elements <= maxReadableElements;
  const body = bodyOf(page, mayWeigh, article, data, webAddress(data.baseHref, url) ?? url, options);
  const length = textLength(body);
  const isLive = body.some(({ kind }) => kind === 'liveEntry');
  if (!saysArticle(article, data) && length < 3 * minTextLength)
    return [failedItem('page', 'is no article: it does not say that it is one, and holds no text as long as one')];
  // A live story may have begun a minute ago.
  if (!isLive && length < minTextLength)
    return [failedItem('page', 'says that it is an article, but its text is not in the page')];
  return [itemFromDraft('page', draftOf(article, data, url, body, options))];
}

function bodyOf(
  page: MarkupElement,
  mayWeigh: boolean,
  article: LinkedNode | undefined,
  data: PageData,
  baseUrl: string | undefined,
  options: ParseOptions,
) {
  const entries = liveEntries(article, baseUrl, options.timeZone);
  const shown = entries.length > 0 ? entries : pageBody(page, mayWeigh, baseUrl);
  const linked = linkedBody(article, baseUrl);
  const text = textLength(shown) >= minTextLength || textLength(shown) >= textLength(linked) ? shown : linked;
  return withPagePicture(text, page, article, data, baseUrl);
}

function draftOf(
  article: LinkedNode | undefined,
  data: PageData,
  url: string | undefined,
  body: DraftPart['body'],
  options: ParseOptions,
): IdentifiedDraft {
  const headline = headlineOf(article, data);
  const dates = pageDates(article, data, options.timeZone);
  const line = (...texts: (string | undefined)[]) => texts.map(lineFromAny).find((text) => text !== undefined);
  return {
    source: options.source ?? hostOf(url) ?? cleanLine(data.meta('og:site_name')) ?? 'html-page',
    sourceId: url ?? identityOf(headline, dates.publishedAt),
    format: 'html-page',
    type: 'text',
    language: languageOf(
      textOfProperty(article, 'inLanguage') ?? data.language ?? data.meta('og:locale', 'content-language'),
      options.language,
    ),
    headline,
    standfirst: line(
      textOfProperty(article, 'description'),
      data.meta('og:description', 'description', 'twitter:description'),
      data.itemprop('description'),
    ),
    dateline: line(textOfProperty(article, 'dateline')),
    body: withoutHeadline(body ?? [], [headline, data.firstHeading]),
    ...dates,
    timeZone: options.timeZone,
    bylines: pageBylines(article, data),
    topics: pageTopics(article, data),
    keywords: pageKeywords(article, data),
    genres: [line(textOfProperty(article, 'genre'))].filter((genre) => genre !== undefined),
    corrections: pageCorrections(article, options.timeZone),
    isAccessibleForFree: pageIsFree(article, data),
    creditLine: line(textOfProperty(article, 'creditText', 'publisher'), data.meta('og:site_name')),
    copyright: line(textOfProperty(article, 'copyrightNotice'), data.meta('copyright', 'dc.rights')),
    url,
  };
}

/** The page's headline stands above its text, and Readability keeps it there: the item has it once. */
function withoutHeadline(
  body: NonNullable<DraftPart['body']>,
  headlines: readonly (string | undefined)[],
): DraftPart['body'] {
  const known = new Set(headlines.flatMap((headline) => lineFromAny(headline)?.toLowerCase() ?? []));
  const start = body.findIndex(({ kind }) => kind === 'paragraph' || kind === 'liveEntry');
  return body.filter(
    (element, at) => !(element.kind === 'heading' && at < start && known.has(element.text.toLowerCase())),
  );
}

function headlineOf(article: LinkedNode | undefined, data: PageData): string | undefined {
  const written = [
    textOfProperty(article, 'headline'),
    data.itemprop('headline'),
    data.meta('og:title', 'twitter:title'),
    data.firstHeading,
    textOfProperty(article, 'name'),
    data.title,
  ];
  return written.map(lineFromAny).find((text) => text !== undefined);
}

/** The page's own address, as it states it or as it was fetched from. One that states the front page instead is not believed. */
function addressOf(article: LinkedNode | undefined, data: PageData, { url }: ParseOptions): string | undefined {
  const stated = [
    data.link('canonical'),
    data.meta('og:url'),
    textOfProperty(article, 'url', 'mainEntityOfPage', '@id'),
    url,
  ];
  const found = stated
    .map((address) => webAddress(address, webAddress(url)))
    .find((address) => address !== undefined && URL.parse(address)?.pathname !== '/');
  return found?.replace(/#.*$/, '');
}

function hostOf(url: string | undefined): string | undefined {
  return URL.parse(url ?? '')?.hostname.replace(/^www\./, '');
}

/** For a page without an address: the same page is the same story, also when its text was corrected. */
function identityOf(headline = '', publishedAt = ''): string {
  const digest = createHash('sha256').update(`${headline.toLowerCase()}\n${publishedAt}`).digest('hex');
  return `page-${digest.slice(0, 40)}`;
}
