import type { ArticleRow, BylineRow, CorrectionRow } from './article.ts';
import type { FigureElement } from './body-element.ts';
import { canonicalUrl } from './canonical-url.ts';

export interface JsonLdSubject {
  readonly article: ArticleRow;
  /** With the words that a reader sees. */
  readonly figures: readonly FigureElement[];
  readonly bylines: readonly BylineRow[];
  readonly corrections: readonly CorrectionRow[];
  readonly sectionTitle: string | null;
  readonly keywords: readonly string[];
  readonly siteUrl: string;
}

/** One schema.org NewsArticle as JSON, safe in a script element: no character of it can end the element. */
export function newsArticleJsonLd({
  article,
  figures,
  bylines,
  corrections,
  sectionTitle,
  keywords,
  siteUrl,
}: JsonLdSubject): string {
  const url = canonicalUrl(siteUrl, article.slug);
  const node = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    identifier: article.id,
    headline: article.headline,
    description: article.standfirst ?? undefined,
    dateline: article.dateline ?? undefined,
    inLanguage: article.language,
    datePublished: (article.firstPublishedAt ?? article.publishedAt)?.toISOString(),
    dateModified: article.updatedAt.toISOString(),
    wordCount: article.wordCount,
    articleSection: sectionTitle ?? undefined,
    keywords: listOf(keywords, (keyword) => keyword),
    author: listOf(bylines, ({ name }) => ({ '@type': 'Person', name })),
    image: listOf(figures, ({ caption, credit }) => ({
      '@type': 'ImageObject',
      caption: caption ?? undefined,
      creditText: credit ?? undefined,
    })),
    copyrightNotice: article.copyrightNotice ?? undefined,
    correction: listOf(corrections, ({ note, publishedAt }) => ({
      '@type': 'CorrectionComment',
      text: note,
      datePublished: publishedAt.toISOString(),
    })),
  };
  return JSON.stringify(node)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** An empty list says nothing, and is left out. */
function listOf<Row, Node>(rows: readonly Row[], toNode: (row: Row) => Node): Node[] | undefined {
  return rows.length > 0 ? rows.map(toNode) : undefined;
}
