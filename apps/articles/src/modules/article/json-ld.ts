import { zonedDateTime } from '@dateline/service-kit/scalars';
import type { ContributorRow } from '../contributor/contributor.ts';
import type { ArticleRow, BylineRow, CorrectionRow } from './article.ts';
import type { FigureElement, LiveEntryElement } from './body-element.ts';
import { bodyText } from './body-text.ts';
import { canonicalUrl } from './canonical-url.ts';
import { isLiveEntry } from './live-entries.ts';
import { scriptSafeJson } from './script-safe-json.ts';

export interface JsonLdSubject {
  readonly article: ArticleRow;
  /** With the words that a reader sees; the lead figure first. */
  readonly figures: readonly FigureElement[];
  readonly authors: readonly (Pick<BylineRow, 'name'> & { readonly contributor: ContributorRow | null })[];
  readonly corrections: readonly CorrectionRow[];
  /** The same story in other languages, as far as readers see it. */
  readonly translations: readonly ArticleRow[];
  readonly sectionTitle: string | null;
  readonly keywords: readonly string[];
  readonly siteUrl: string;
}

/**
 * One schema.org NewsArticle as JSON, safe in a script element. A live story is a LiveBlogPosting as well, with its entries.
 * Times carry the offset of the story's own zone. Nothing stands for what is not known, so pictures, whose files are media's,
 * have words and no address.
 */
export function newsArticleJsonLd(subject: JsonLdSubject): string {
  const { article, figures, authors, corrections, translations, sectionTitle, keywords, siteUrl } = subject;
  const url = canonicalUrl(siteUrl, article.slug);
  const entries = article.body.filter(isLiveEntry);
  const published = article.firstPublishedAt ?? article.publishedAt;
  return scriptSafeJson({
    '@context': 'https://schema.org',
    '@type': entries.length > 0 ? ['NewsArticle', 'LiveBlogPosting'] : 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    identifier: article.id,
    headline: article.headline,
    alternativeHeadline: article.kicker ?? undefined,
    description: article.standfirst ?? undefined,
    dateline: article.dateline ?? undefined,
    inLanguage: article.language,
    datePublished: published ? zonedDateTime(published, article.timeZone) : undefined,
    dateModified: zonedDateTime(article.updatedAt, article.timeZone),
    wordCount: article.wordCount,
    articleSection: sectionTitle ?? undefined,
    keywords: listOf(keywords, (keyword) => keyword),
    author: listOf(authors, ({ name, contributor }) => ({
      '@type': 'Person',
      name,
      jobTitle: contributor?.jobTitle ?? undefined,
    })),
    image: listOf(figures, (figure) => imageOf(figure, url)),
    // Which one was first is not known, so each names the others as its translations.
    workTranslation: listOf(translations, ({ slug, headline, language }) => {
      const other = canonicalUrl(siteUrl, slug);
      return { '@type': 'NewsArticle', '@id': other, url: other, headline, inLanguage: language };
    }),
    copyrightNotice: article.copyrightNotice ?? undefined,
    // Without hasPart: our page hides no part of it.
    isAccessibleForFree: article.isAccessibleForFree,
    correction: listOf(corrections, ({ note, publishedAt }) => ({
      '@type': 'CorrectionComment',
      text: note,
      datePublished: zonedDateTime(publishedAt, article.timeZone),
    })),
    ...(entries.length > 0 ? liveCoverage(entries, article, url) : {}),
  });
}

/** Named by its figure, so that who has the file can add its address. */
function imageOf({ id, role, caption, altText, credit }: FigureElement, url: string) {
  return {
    '@type': 'ImageObject',
    '@id': `${url}#${id}`,
    caption: caption ?? undefined,
    description: altText ?? undefined,
    creditText: credit ?? undefined,
    representativeOfPage: role === 'LEAD' ? true : undefined,
  };
}

/** Entries newest first, as they stand; the coverage began with the oldest. Nobody says here when it ends. */
function liveCoverage(entries: readonly LiveEntryElement[], { timeZone, language }: ArticleRow, url: string) {
  const told = (entry: LiveEntryElement) => zonedDateTime(new Date(entry.publishedAt), timeZone);
  const [oldest] = entries.toReversed();
  return {
    coverageStartTime: oldest && told(oldest),
    liveBlogUpdate: entries.map((entry) => ({
      '@type': 'BlogPosting',
      '@id': `${url}#${entry.id}`,
      url: `${url}#${entry.id}`,
      headline: entry.headline ?? undefined,
      datePublished: told(entry),
      inLanguage: language,
      articleBody: bodyText(entry.body),
    })),
  };
}

/** An empty list says nothing, and is left out. */
function listOf<Row, Node>(rows: readonly Row[], toNode: (row: Row) => Node): Node[] | undefined {
  return rows.length > 0 ? rows.map(toNode) : undefined;
}
