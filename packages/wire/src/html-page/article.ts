import type { BodyElement } from '../body-element.ts';
import { type Byline, readBylines, uniqueBylines } from '../bylines.ts';
import { cleanLine } from '../clean-text.ts';
import type { DraftPart } from '../draft-item.ts';
import { htmlBody } from '../html-body.ts';
import { lineFromAny, paragraphsOf } from '../plain-text.ts';
import { readDate } from '../wire-date.ts';
import { asText, isNode, isOfType, type LinkedNode, textOfProperty, valuesOf } from './json-ld.ts';
import type { PageData } from './page-data.ts';

const articleType = /(^|[/:#])(\w*Article|BlogPosting|LiveBlogPosting|Report)$/;

/** The page's article among its nodes: one with a headline before one without. */
export function articleOf(nodes: readonly LinkedNode[]): LinkedNode | undefined {
  const articles = nodes.filter((node) => isOfType(node, articleType));
  return articles.find((node) => textOfProperty(node, 'headline') !== undefined) ?? articles[0];
}

/** Whether the page says of itself that it is an article. */
export function saysArticle(article: LinkedNode | undefined, data: PageData): boolean {
  const openGraph = data.meta('og:type')?.toLowerCase() ?? '';
  return (
    article !== undefined ||
    openGraph.startsWith('article') ||
    data.meta('article:published_time') !== undefined ||
    data.itemTypes.some((type) => articleType.test(type))
  );
}

/** Dates as the page states them. One that it does not state is missing. */
export function pageDates(article: LinkedNode | undefined, data: PageData, timeZone: string | undefined) {
  const first = (...written: (string | undefined)[]) =>
    written.map((text) => readDate(text, { timeZone })).find((date) => date !== undefined);
  const published = first(
    textOfProperty(article, 'datePublished', 'dateCreated'),
    data.meta('article:published_time', 'og:article:published_time'),
    data.itemprop('datePublished', 'dateCreated'),
    data.meta(
      'parsely-pub-date',
      'pubdate',
      'publishdate',
      'publication_date',
      'sailthru.date',
      'dc.date.issued',
      'dcterms.created',
      'dc.date',
      'date',
    ),
  );
  const modified = first(
    textOfProperty(article, 'dateModified'),
    data.meta('article:modified_time', 'og:updated_time', 'lastmod', 'last-modified'),
    data.itemprop('dateModified'),
  );
  return {
    versionCreatedAt: modified ?? published,
    firstPublishedAt: published,
    publishedAt: published,
    updatedAt: modified,
  };
}

/** Authors by JSON-LD, microdata or <meta>; a house that signs itself is no byline of a person but stays one. */
export function pageBylines(article: LinkedNode | undefined, data: PageData): Byline[] {
  const linked = valuesOf(article, 'author').flatMap((author) => {
    const name = lineFromAny(isNode(author) ? textOfProperty(author, 'name') : asText(author));
    const role = isNode(author) ? cleanLine(textOfProperty(author, 'jobTitle')) : undefined;
    return name && !/^https?:/.test(name) ? readBylines(name).map((one) => ({ ...one, ...(role && { role }) })) : [];
  });
  if (linked.length > 0) return uniqueBylines(linked);
  const written = [...data.metas('article:author', 'author', 'parsely-author', 'dc.creator', 'byl', 'sailthru.author')];
  const itemprop = data.itemprop('author');
  const lines = [...(itemprop ? [itemprop] : []), ...written].filter((line) => !/^https?:/.test(line));
  const told = lines.flatMap((line) => readBylines(lineFromAny(line)));
  // Dates often stand in the same line.
  const shown = readBylines(data.shownByline).filter(({ name }) => !/\d/.test(name));
  return uniqueBylines(told.length > 0 ? told : shown);
}

const topicKinds: readonly (readonly [RegExp, 'PERSON' | 'ORGANISATION' | 'PLACE' | 'EVENT'])[] = [
  [/Person$/, 'PERSON'],
  [/Organization$|Corporation$|SportsTeam$/, 'ORGANISATION'],
  [/Place$|Country$|City$|AdministrativeArea$/, 'PLACE'],
  [/Event$/, 'EVENT'],
];

/** Section, tags, and what the article says that it is about. */
export function pageTopics(article: LinkedNode | undefined, data: PageData): NonNullable<DraftPart['topics']> {
  const about = ['about', 'mentions']
    .flatMap((name) => valuesOf(article, name))
    .flatMap((value) => {
      const title = lineFromAny(isNode(value) ? textOfProperty(value, 'name') : asText(value));
      const kind = isNode(value) ? topicKinds.find(([pattern]) => isOfType(value, pattern))?.[1] : undefined;
      return title && !/^https?:/.test(title) ? [{ title, ...(kind && { kind }) }] : [];
    });
  const sections = [
    ...valuesOf(article, 'articleSection').flatMap((value) => asText(value) ?? []),
    ...data.metas('article:section'),
  ];
  const tags = [...sections, ...data.metas('article:tag')]
    .flatMap((tag) => lineFromAny(tag) ?? [])
    .map((title) => ({ title }));
  const seen = new Set<string>();
  return [...about, ...tags].filter(({ title }) => !seen.has(title.toLowerCase()) && seen.add(title.toLowerCase()));
}

export function pageKeywords(article: LinkedNode | undefined, data: PageData): string[] {
  const linked = valuesOf(article, 'keywords').flatMap((value) => asText(value) ?? []);
  const written = linked.length > 0 ? linked : data.metas('news_keywords', 'keywords');
  const words = written.flatMap((line) => line.split(/\s*[,;،]\s*/)).flatMap((word) => lineFromAny(word) ?? []);
  return [...new Set(words)].slice(0, 100);
}

/** The text of JSON-LD, for pages that build theirs with scripts. */
export function linkedBody(article: LinkedNode | undefined, baseUrl: string | undefined): BodyElement[] {
  const text = textOfProperty(article, 'articleBody');
  return text ? bodyOfText(text, baseUrl) : [];
}

/** The entries of a live story, newest first. An entry without a time cannot be one. */
export function liveEntries(
  article: LinkedNode | undefined,
  baseUrl: string | undefined,
  timeZone: string | undefined,
): BodyElement[] {
  const entries = valuesOf(article, 'liveBlogUpdate')
    .filter(isNode)
    .flatMap((update) => {
      const publishedAt = readDate(textOfProperty(update, 'datePublished', 'dateModified'), { timeZone });
      const headline = lineFromAny(textOfProperty(update, 'headline'));
      const body = bodyOfText(textOfProperty(update, 'articleBody') ?? '', baseUrl);
      if (!publishedAt || (!headline && body.length === 0)) return [];
      return [
        {
          kind: 'liveEntry' as const,
          publishedAt,
          ...(headline && { headline }),
          body: body.filter((element) => element.kind !== 'liveEntry'),
        },
      ];
    });
  return entries.sort((one, other) => Date.parse(other.publishedAt) - Date.parse(one.publishedAt));
}

function bodyOfText(text: string, baseUrl: string | undefined): BodyElement[] {
  return /<\/?[a-z][^<>]*>/i.test(text) ? htmlBody(text, { baseUrl }) : paragraphsOf(text);
}
