import { isCanonicalUuid, isUuid } from '@dateline/db/uuidv7';
import { keepNowhere } from '@dateline/service-kit/cache-hints';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { scalarResolvers, zonedDateTime } from '@dateline/service-kit/scalars';
import type { ArticlePayload, Resolvers } from '../../__generated__/resolver-types.ts';
import type { WantedPictureRow } from '../import/import.ts';
import { listArticles } from './article-list.ts';
import {
  type BodyElement,
  bodyWithoutLead,
  elementTypeNames,
  type FigureElement,
  figuresOf,
  isFigure,
  leadFigureOf,
} from './body-element.ts';
import { bodyText, readingTimeMinutes } from './body-text.ts';
import { canonicalUrl, slugOfUrl } from './canonical-url.ts';
import { firstPublishedLine } from './first-published/first-published-line.ts';
import { inlineText, sanitiseInlineHtml } from './inline-html.ts';
import { newsArticleJsonLd } from './json-ld.ts';
import type { Outcome } from './outcome.ts';
import { renderBodyHtml } from './render-html.ts';
import { normaliseSlug } from './slug.ts';
import { textDirectionOf } from './text-direction.ts';

/** The graph's view of an article: no rules, no SQL. */
export const articleResolvers: Resolvers = {
  ...scalarResolvers,
  Query: {
    article: async (_root, { id, slug, url }, { loaders, siteUrl }, info) => {
      if ([id, slug, url].filter((key) => key != null).length !== 1) {
        throw new CataloguedError('BAD_USER_INPUT', { message: 'Give exactly one of id, slug, url.', field: ['id'] });
      }
      if (id != null) {
        if (!isCanonicalUuid(id)) keepNowhere(info);
        return isUuid(id) ? loaders.articleById.load(id) : null;
      }
      const wanted = slug ?? slugOfUrl(siteUrl, url ?? '');
      const normal = wanted === null ? null : normaliseSlug(wanted);
      const article = normal === null ? null : await loaders.articleBySlug.load(normal);
      // An article's events name its id and its slug of today: an answer found by other words would not hear of them.
      if (slug == null || slug !== (article?.slug ?? normal)) keepNowhere(info);
      return article;
    },
    articles: (_root, args, context) => listArticles(context, args),
  },
  Mutation: {
    createArticle: async (_root, { input }, { articles }) => toPayload(await articles.create(input)),
    updateArticle: async (_root, { id, expectedRevision, input }, { articles }) =>
      toPayload(await articles.update(id, expectedRevision, input)),
    publishArticle: async (_root, { id }, { articles }) => toPayload(await articles.publish(id)),
    importArticle: async (_root, { input }, { articles }) => toPayload(await articles.import(input)),
  },
  Article: {
    __resolveReference: (reference, { loaders }) => {
      if ('slug' in reference) return loaders.articleBySlug.load(normaliseSlug(reference.slug));
      return isUuid(reference.id) ? loaders.articleById.load(reference.id) : null;
    },
    canonicalUrl: ({ slug }, _args, { siteUrl }) => canonicalUrl(siteUrl, slug),
    direction: ({ language }) => textDirectionOf(language),
    body: ({ body }) => bodyWithoutLead(body),
    bodyHtml: async ({ body }, _args, context) => renderBodyHtml(await withImageTexts(bodyWithoutLead(body), context)),
    bodyText: ({ body }) => bodyText(body),
    readingTimeMinutes: ({ wordCount }) => readingTimeMinutes(wordCount),
    bylines: ({ id }, _args, { loaders }) => loaders.bylinesByArticle.load(id),
    section: ({ sectionId }, _args, { loaders }) => (sectionId === null ? null : loaders.sectionById.load(sectionId)),
    topics: ({ id }, _args, { loaders }) => loaders.topicsByArticle.load(id),
    leadFigure: ({ body }) => leadFigureOf(body),
    figures: ({ body }) => figuresOf(body),
    firstPublishedAt: ({ firstPublishedAt, timeZone }) => firstPublishedAt && zonedDateTime(firstPublishedAt, timeZone),
    publishedAt: ({ publishedAt, timeZone }) => publishedAt && zonedDateTime(publishedAt, timeZone),
    updatedAt: ({ updatedAt, timeZone }) => zonedDateTime(updatedAt, timeZone),
    firstPublishedLine: ({ firstPublishedAt, language, timeZone }, args) => {
      if (firstPublishedAt === null) return null;
      return firstPublishedLine(firstPublishedAt, args.locale ?? language, knownTimeZone(args.timeZone ?? timeZone));
    },
    source: ({ sourceName, sourceId, sourceUrl, sourceFormat, sourceReceivedAt }) =>
      sourceName === null || sourceId === null || sourceFormat === null || sourceReceivedAt === null
        ? null
        : {
            name: sourceName,
            sourceId,
            url: sourceUrl,
            format: sourceFormat,
            receivedAt: sourceReceivedAt.toISOString(),
          },
    corrections: ({ id }, _args, { loaders }) => loaders.correctionsByArticle.load(id),
    jsonLd: async (article, _args, context) => {
      const { loaders, siteUrl } = context;
      const [figures, bylines, corrections, topics, section] = await Promise.all([
        withImageTexts(figuresOf(article.body), context),
        loaders.bylinesByArticle.load(article.id),
        loaders.correctionsByArticle.load(article.id),
        loaders.topicsByArticle.load(article.id),
        article.sectionId === null ? null : loaders.sectionById.load(article.sectionId),
      ]);
      const keywords = topics.map(({ title }) => title);
      return newsArticleJsonLd({
        article,
        figures: figures.filter(isFigure),
        bylines,
        corrections,
        keywords,
        sectionTitle: section?.title ?? null,
        siteUrl,
      });
    },
  },
  Byline: {
    contributor: ({ contributorId }, _args, { loaders }) =>
      contributorId === null ? null : loaders.contributorById.load(contributorId),
  },
  Correction: {
    publishedAt: ({ publishedAt }) => publishedAt.toISOString(),
  },
  BodyElement: { __resolveType: ({ kind }) => elementTypeNames[kind] },
  ParagraphElement: {
    html: ({ html }) => sanitiseInlineHtml(html),
    text: ({ html }) => inlineText(html),
  },
  ListElement: { items: ({ items }) => items.map(sanitiseInlineHtml) },
  QuoteElement: { html: ({ html }) => sanitiseInlineHtml(html) },
  FigureElement: {
    caption: (figure, _args, context) => ownOrImageText(figure, 'caption', context),
    altText: (figure, _args, context) => ownOrImageText(figure, 'altText', context),
    credit: (figure, _args, context) => ownOrImageText(figure, 'credit', context),
    image: ({ imageId }) => (imageId === null ? null : { id: imageId }),
  },
};

type ImageTextContext = Pick<import('../../context.ts').Context, 'loaders'>;

/** A body whose figures carry the words that a reader sees: their own, or their picture's. */
function withImageTexts(body: readonly BodyElement[], context: ImageTextContext): Promise<readonly BodyElement[]> {
  return Promise.all(
    body.map(async (element) => {
      if (!isFigure(element)) return element;
      const [caption, altText, credit] = await Promise.all([
        ownOrImageText(element, 'caption', context),
        ownOrImageText(element, 'altText', context),
        ownOrImageText(element, 'credit', context),
      ]);
      return { ...element, caption, altText, credit };
    }),
  );
}

async function ownOrImageText(
  figure: FigureElement,
  field: 'caption' | 'altText' | 'credit',
  { loaders }: ImageTextContext,
): Promise<string | null> {
  if (figure[field] !== null || figure.imageId === null) return figure[field];
  return (await loaders.imageTextById.load(figure.imageId))?.[field] ?? null;
}

function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    throw new CataloguedError('BAD_USER_INPUT', {
      message: 'timeZone must be a name of the IANA database, as Asia/Jerusalem.',
      field: ['timeZone'],
    });
  }
}

type Payload = Omit<ArticlePayload, 'article' | 'wantedPictures' | '__typename'> &
  Pick<Outcome, 'article'> & { readonly wantedPictures: readonly WantedPictureRow[] };

/** What became of a change, as the graph says it. */
export function toPayload({ article, faults, outcome = null, wantedPictures = [] }: Outcome): Payload {
  return { article, outcome, wantedPictures, userErrors: faults };
}
