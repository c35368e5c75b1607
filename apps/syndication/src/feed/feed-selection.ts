import type { FeedFormat } from './formats.ts';
import { formats } from './formats.ts';

/** What a feed holds: the whole edition, one section, or one language. */
export type FeedSelection =
  | { readonly of: 'edition' }
  | { readonly of: 'section'; readonly slug: string }
  | { readonly of: 'language'; readonly language: string };

/** The path of a feed, without its format's ending: what a reader program subscribes to, so it never changes. */
export function feedPath(selection: FeedSelection): string {
  switch (selection.of) {
    case 'edition':
      return '/feeds/all';
    case 'section':
      return `/feeds/sections/${encodeURIComponent(selection.slug)}`;
    case 'language':
      return `/feeds/languages/${encodeURIComponent(selection.language)}`;
  }
}

/** Parts 'name.rss' of a path into its name and its format; null where there is no such format. */
export function parseFeedFile(file: string): { readonly name: string; readonly format: FeedFormat } | null {
  const dot = file.lastIndexOf('.');
  const format = formats.find(({ extension }) => extension === file.slice(dot + 1));
  return dot > 0 && format ? { name: file.slice(0, dot), format } : null;
}
