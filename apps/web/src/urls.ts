import { type EditionLanguage, editionLanguages } from './labels/labels.ts';

/** `/` is the front page of the first edition; the others stand at `/<language>`. */
export function frontPath(language: EditionLanguage): string {
  return language === editionLanguages[0] ? '/' : `/${language}`;
}

export function sectionPath(slug: string, after?: string): string {
  const path = `/sections/${encodeURIComponent(slug)}`;
  return after === undefined ? path : `${path}?after=${encodeURIComponent(after)}`;
}

export function articlePath(slug: string): string {
  return `/articles/${encodeURIComponent(slug)}`;
}

export interface FeedLink {
  readonly title: string;
  readonly type: 'application/rss+xml' | 'application/feed+json';
  readonly href: string;
}

/** The feeds that carry what a page shows, widest first: the whole edition, its language, its section. */
export function feedLinks(
  feedUrl: string,
  siteName: string,
  of: { readonly language?: string; readonly section?: { readonly slug: string; readonly title: string } | null },
): readonly FeedLink[] {
  const feeds = [{ title: siteName, path: 'all' }];
  if (of.language !== undefined) {
    feeds.push({ title: `${siteName} (${of.language})`, path: `languages/${encodeURIComponent(of.language)}` });
  }
  if (of.section) {
    feeds.push({ title: `${siteName}: ${of.section.title}`, path: `sections/${encodeURIComponent(of.section.slug)}` });
  }
  return feeds.flatMap(({ title, path }) => [
    { title, type: 'application/rss+xml', href: `${feedUrl}/feeds/${path}.rss` },
    { title, type: 'application/feed+json', href: `${feedUrl}/feeds/${path}.json` },
  ]);
}

/** An address out of a story, as a link may carry it; undefined for anything but http and https. */
export function webHref(url: string): string | undefined {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}
