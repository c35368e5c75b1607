import { type EditionLanguage, editionLanguages } from './labels/labels.ts';

/** `/` is the front page of the first edition; the others stand at `/<language>`. */
export function frontPath(language: EditionLanguage): string {
  return language === editionLanguages[0] ? '/' : `/${language}`;
}

export function sectionPath(slug: string, after?: string): string {
  return listPath('sections', slug, after);
}

export function contributorPath(slug: string, after?: string): string {
  return listPath('contributors', slug, after);
}

export function topicPath(slug: string, after?: string): string {
  return listPath('topics', slug, after);
}

/** A page of a list of stories: the newest, or those after a cursor. */
function listPath(kind: 'sections' | 'contributors' | 'topics', slug: string, after: string | undefined): string {
  const path = `/${kind}/${encodeURIComponent(slug)}`;
  return after === undefined ? path : `${path}?after=${encodeURIComponent(after)}`;
}

/** Where the search form is sent; the language is that of the page's words, and the first edition needs none. */
export function searchPath(of: {
  readonly text: string;
  readonly edition: EditionLanguage;
  readonly after?: string;
}): string {
  const query = new URLSearchParams({ q: of.text });
  if (of.edition !== editionLanguages[0]) query.set('language', of.edition);
  if (of.after !== undefined) query.set('after', of.after);
  return `/search?${query}`;
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
