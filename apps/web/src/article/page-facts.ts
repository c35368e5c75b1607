import type { ArticleView } from './load-article.ts';

/** The corrected or updated line stands only where the story was changed after readers first saw it. */
export function updatedLater(article: Pick<ArticleView, 'firstPublishedAt' | 'updatedAt'>): boolean {
  const shownAfterMs = 60_000;
  return (
    article.firstPublishedAt !== null &&
    Date.parse(article.updatedAt) - Date.parse(article.firstPublishedAt) > shownAfterMs
  );
}

/** The Open Graph properties of a story (ogp.me, article namespace), in order. */
export function openGraph(article: ArticleView, siteName: string): readonly (readonly [string, string])[] {
  const picture = article.leadFigure?.image?.rendition;
  const facts: (readonly [string, string | null | undefined])[] = [
    ['og:type', 'article'],
    ['og:site_name', siteName],
    ['og:title', article.headline],
    ['og:description', article.standfirst],
    ['og:url', article.canonicalUrl],
    ['og:locale', article.language.replace('-', '_')],
    ['og:image', picture?.url],
    ['og:image:width', picture?.width.toString()],
    ['og:image:height', picture?.height.toString()],
    ['og:image:alt', picture ? article.leadFigure?.altText : null],
    ['article:published_time', article.firstPublishedAt],
    ['article:modified_time', article.updatedAt],
    ['article:section', article.section?.title],
    ...article.topics.map(({ title }) => ['article:tag', title] as const),
  ];
  return facts.filter((fact): fact is readonly [string, string] => Boolean(fact[1]));
}
