import { isCanonicalUuid, isUuid } from '@dateline/db/uuidv7';
import { keepNowhere } from '@dateline/service-kit/cache-hints';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { scalarResolvers, zonedDateTime } from '@dateline/service-kit/scalars';
import { hasRole } from '@dateline/service-kit/viewer';
import type { ArticlePayload, Resolvers } from '../../__generated__/resolver-types.ts';
import type { WantedPictureRow } from '../import/import.ts';
import { listArticles } from './article-list.ts';
import { bylinesOf, correctionsOf, topicsOf } from './article-parts.ts';
import { canonicalUrl, slugOfUrl } from './canonical-url.ts';
import { newsArticleJsonLd } from './json-ld.ts';
import { jsonLdSubject } from './json-ld-subject.ts';
import type { Outcome } from './outcome.ts';
import { remembered } from './remembered.ts';
import { normaliseSlug } from './slug.ts';
import { textDirectionOf } from './text-direction.ts';
import { firstPublishedLine } from './wording/first-published-line.ts';

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
        return isUuid(id) ? loaders.articleOrNoticeById.load(id) : null;
      }
      const wanted = slug ?? slugOfUrl(siteUrl, url ?? '');
      const normal = wanted === null ? null : normaliseSlug(wanted);
      const article = normal === null ? null : await loaders.articleOrNoticeBySlug.load(normal);
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
    publishArticle: async (_root, { id, at }, { articles }) =>
      toPayload(await articles.publish(id, at == null ? null : new Date(at))),
    unscheduleArticle: async (_root, { id }, { articles }) => toPayload(await articles.unschedule(id)),
    withdrawArticle: async (_root, { id, reason }, { articles }) => toPayload(await articles.withdraw(id, reason)),
    correctArticle: async (_root, { id, expectedRevision, note, input }, { articles }) =>
      toPayload(await articles.correct(id, expectedRevision, note, input ?? {})),
    restoreRevision: async (_root, { id, revision, expectedRevision }, { articles }) =>
      toPayload(await articles.restore(id, revision, expectedRevision)),
    deleteDraft: async (_root, { id }, { articles }) => toPayload(await articles.deleteDraft(id)),
    addLiveEntry: async (_root, { articleId, input }, { articles }) =>
      toPayload(await articles.addLiveEntry(articleId, input)),
  },
  Article: {
    __resolveReference: (reference, { loaders }) => {
      if ('slug' in reference) return loaders.articleOrNoticeBySlug.load(normaliseSlug(reference.slug));
      return isUuid(reference.id) ? loaders.articleOrNoticeById.load(reference.id) : null;
    },
    canonicalUrl: ({ slug }, _args, { siteUrl }) => canonicalUrl(siteUrl, slug),
    direction: ({ language }) => textDirectionOf(language),
    bylines: (article, _args, { loaders }) => bylinesOf(article, loaders),
    section: ({ sectionId }, _args, { loaders }) => (sectionId === null ? null : loaders.sectionById.load(sectionId)),
    topics: (article, _args, { loaders }) => topicsOf(article, loaders),
    firstPublishedAt: ({ firstPublishedAt, timeZone }) => firstPublishedAt && zonedDateTime(firstPublishedAt, timeZone),
    publishedAt: ({ publishedAt, timeZone }) => publishedAt && zonedDateTime(publishedAt, timeZone),
    updatedAt: ({ updatedAt, timeZone }) => zonedDateTime(updatedAt, timeZone),
    scheduledAt: ({ scheduledAt, timeZone }, _args, { viewer }) =>
      hasRole(viewer, 'EDITOR') && scheduledAt ? zonedDateTime(scheduledAt, timeZone) : null,
    embargoedUntil: ({ embargoedUntil, timeZone }, _args, { viewer }) =>
      hasRole(viewer, 'EDITOR') && embargoedUntil ? zonedDateTime(embargoedUntil, timeZone) : null,
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
    corrections: (article, _args, { loaders }) => correctionsOf(article, loaders),
    withdrawal: ({ withdrawnAt, withdrawalReason, timeZone }) =>
      withdrawnAt === null || withdrawalReason === null
        ? null
        : { reason: withdrawalReason, withdrawnAt: zonedDateTime(withdrawnAt, timeZone) },
    jsonLd: async (article, _args, context) => newsArticleJsonLd(await jsonLdSubject(article, context)),
  },
  Byline: {
    contributor: ({ contributorId }, _args, { loaders }) =>
      contributorId === null ? null : loaders.contributorById.load(contributorId),
  },
  Correction: {
    publishedAt: ({ publishedAt }) => publishedAt.toISOString(),
  },
};

const zoneNamed = remembered(
  (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone,
);

function knownTimeZone(timeZone: string): string {
  try {
    return zoneNamed(timeZone);
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
