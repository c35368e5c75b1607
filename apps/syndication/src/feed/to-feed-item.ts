import type { FeedElement, FeedFigure, FeedItem, FeedLiveEntry } from '@dateline/wire/feed';
import type { FeedArticleFragment, FeedElementFragment, FeedFigureFragment } from '../__generated__/operations.ts';

type GraphElement = FeedArticleFragment['body'][number];
type GraphEntry = Extract<GraphElement, { __typename: 'LiveEntryElement' }>;
/** What stands in a story, and in an entry of a live story. */
type PlainElement = Exclude<FeedElementFragment, { __typename: 'LiveEntryElement' }>;

/** The graph's article as a feed's item. */
export function toFeedItem(article: FeedArticleFragment): FeedItem {
  const { id, canonicalUrl, language, direction, headline, standfirst, publishedAt, updatedAt } = article;
  return {
    id,
    url: canonicalUrl,
    language,
    direction,
    headline,
    ...(standfirst === null ? {} : { standfirst }),
    publishedAt: publishedAt ?? updatedAt,
    updatedAt,
    authors: article.bylines.map(({ name }) => name),
    ...(article.section ? { section: article.section } : {}),
    topics: article.topics.map(({ title }) => title),
    body: [...(article.leadFigure ? [toFigure(article.leadFigure)] : []), ...article.body.flatMap(toElements)],
  };
}

function toElements(element: GraphElement): readonly FeedElement[] {
  return element.__typename === 'LiveEntryElement' ? [toLiveEntry(element)] : toPlainElements(element);
}

/** Entries hold no entries. */
function toLiveEntry({ headline, publishedAt, body }: GraphEntry): FeedLiveEntry {
  const elements = body.filter((element) => element.__typename !== 'LiveEntryElement').flatMap(toPlainElements);
  return { kind: 'liveEntry', publishedAt, body: elements, ...optional('headline', headline) };
}

function toPlainElements(element: PlainElement): readonly FeedElement[] {
  switch (element.__typename) {
    case 'ParagraphElement':
      return [{ kind: 'paragraph', html: element.html }];
    case 'HeadingElement':
      return [{ kind: 'heading', level: element.level, text: element.text }];
    case 'ListElement':
      return [{ kind: 'list', ordered: element.ordered, items: [...element.items] }];
    case 'QuoteElement':
      return [
        { kind: 'quote', html: element.html, pull: element.pull, ...optional('attribution', element.attribution) },
      ];
    case 'FigureElement':
      return [toFigure(element)];
    case 'EmbedElement':
      return [{ kind: 'embed', provider: element.provider, url: element.url, ...optional('title', element.title) }];
    case 'TableElement':
      return [
        {
          kind: 'table',
          head: [...element.head],
          rows: element.rows.map((row) => [...row]),
          ...optional('caption', element.caption),
        },
      ];
    case 'RelatedElement':
      return [{ kind: 'related', title: element.article.headline, url: element.article.canonicalUrl }];
  }
}

function toFigure({ role, caption, altText, credit, image }: FeedFigureFragment): FeedFigure {
  return {
    kind: 'figure',
    role,
    ...optional('caption', caption),
    ...optional('altText', altText),
    ...optional('credit', credit),
    ...(image?.rendition ? { picture: image.rendition } : {}),
  };
}

/** GraphQL's null as an absent property. */
function optional<Name extends string>(name: Name, value: string | null): { readonly [Key in Name]?: string } {
  return value === null ? {} : ({ [name]: value } as { [Key in Name]: string });
}
