import type { FeedElement, FeedFigure, FeedItem } from '@dateline/wire/feed';
import type { FeedArticleFragment, FeedFigureFragment } from '../__generated__/operations.ts';

type GraphElement = FeedArticleFragment['body'][number];

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
    case 'LiveEntryElement':
      return [];
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
