import type { ArticleView } from './load-article.ts';

type Rendition = { readonly url: string; readonly width: number; readonly height: number };
type Element = NonNullable<ArticleView['leadFigure']> | ArticleView['body'][number];

/**
 * The story's JSON-LD with the addresses of its pictures, which search engines want. articles writes a picture's words, media
 * has its file; they meet at the figure's name, `<url of the story>#<id of the figure>`.
 */
export function jsonLdWithPictures(article: ArticleView): string {
  const found = [article.leadFigure, ...article.body].flatMap((element): [string, Rendition][] => {
    const rendition = element === null ? null : renditionOf(element);
    return element !== null && rendition ? [[`${article.canonicalUrl}#${element.id}`, rendition]] : [];
  });
  if (found.length === 0) return article.jsonLd;
  const renditions = new Map(found);
  const subject = JSON.parse(article.jsonLd) as { readonly image?: readonly Readonly<Record<string, unknown>>[] };
  if (subject.image === undefined) return article.jsonLd;
  const image = subject.image.map((picture) => {
    const rendition = renditions.get(String(picture['@id']));
    if (!rendition) return picture;
    const { url, width, height } = rendition;
    return { ...picture, contentUrl: url, url, width, height };
  });
  return JSON.stringify({ ...subject, image });
}

function renditionOf(element: Element): Rendition | null {
  return 'image' in element ? (element.image?.rendition ?? null) : null;
}
