import { zonedDateTime } from '@dateline/service-kit/scalars';
import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { bodyWithoutLead, elementTypeNames, figuresOf, leadFigureOf } from './body-element.ts';
import { bodyText } from './body-text.ts';
import { ownOrImageText, withImageTexts } from './described-figures.ts';
import { inlineText, sanitiseInlineHtml } from './inline-html.ts';
import { placeElements, visibleRelated } from './placed-element.ts';
import { readingTimeMinutes } from './reading-time.ts';
import { renderBodyHtml } from './render-html.ts';
import { directionOfHtml } from './text-direction.ts';

/** The graph's view of a story's text: its elements, and what is made of them. */
export const bodyResolvers: Resolvers = {
  Article: {
    body: (article, _args, context) => placeElements(bodyWithoutLead(article.body), article, context),
    bodyHtml: async ({ body, language, timeZone }, _args, context) => {
      const elements = await withImageTexts(bodyWithoutLead(body), context);
      const related = await visibleRelated(elements, context);
      return renderBodyHtml(elements, { language, timeZone, related });
    },
    bodyText: ({ body }) => bodyText(body),
    readingTimeMinutes: ({ body, wordCount, language }) =>
      readingTimeMinutes({ wordCount, text: () => bodyText(body) }, language),
    leadFigure: ({ body }) => leadFigureOf(body),
    figures: ({ body }) => figuresOf(body),
  },
  BodyElement: { __resolveType: ({ kind }) => elementTypeNames[kind] },
  ParagraphElement: {
    html: ({ html }) => sanitiseInlineHtml(html),
    text: ({ html }) => inlineText(html),
    direction: ({ html, place }) => directionOfHtml(html, place.language),
  },
  ListElement: { items: ({ items }) => items.map(sanitiseInlineHtml) },
  QuoteElement: { html: ({ html }) => sanitiseInlineHtml(html) },
  FigureElement: {
    caption: (figure, _args, context) => ownOrImageText(figure, 'caption', context),
    altText: (figure, _args, context) => ownOrImageText(figure, 'altText', context),
    credit: (figure, _args, context) => ownOrImageText(figure, 'credit', context),
    image: ({ imageId }) => (imageId === null ? null : { id: imageId }),
  },
  LiveEntryElement: {
    publishedAt: ({ publishedAt, place }) => zonedDateTime(new Date(publishedAt), place.timeZone),
  },
};
