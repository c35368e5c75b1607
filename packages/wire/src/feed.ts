import type { BodyElement, Figure, LiveEntry } from './body-element.ts';

/** A figure as a feed shows it: the words of its use, and the picture's file when there is one. */
export interface FeedFigure extends Pick<Figure, 'kind' | 'role' | 'caption' | 'credit' | 'altText'> {
  readonly picture?: {
    readonly url: string;
    readonly mimeType: string;
    readonly width: number;
    readonly height: number;
  };
}

/** An entry of a live story, newest first among its kin. */
export interface FeedLiveEntry extends Pick<LiveEntry, 'kind' | 'headline' | 'publishedAt'> {
  readonly body: readonly FeedElement[];
}

export type FeedElement = Exclude<BodyElement, Figure | LiveEntry> | FeedFigure | FeedLiveEntry;

/** A story as every feed format renders it. */
export interface FeedItem {
  /** Stable for ever: what a reader program knows the story by, whatever becomes of its URL. */
  readonly id: string;
  readonly url: string;
  readonly language: string;
  readonly direction: 'LTR' | 'RTL';
  readonly headline: string;
  readonly standfirst?: string;
  /** RFC 3339. */
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly authors: readonly string[];
  readonly section?: { readonly slug: string; readonly title: string };
  readonly topics: readonly string[];
  /** The lead figure first, then the body in reading order. */
  readonly body: readonly FeedElement[];
}

/** A feed, whatever the format: newest story first. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language?: string;
  /** The page for people that it stands for. */
  readonly homeUrl: string;
  /** Its own address, just as it was fetched. */
  readonly feedUrl: string;
  readonly items: readonly FeedItem[];
}

/** When anything of the feed last changed; undefined for an empty one. */
export function lastUpdated({ items }: Pick<Feed, 'items'>): Date | undefined {
  const times = items.map(({ updatedAt }) => Date.parse(updatedAt));
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}

export function feedFigures({ body }: Pick<FeedItem, 'body'>): readonly FeedFigure[] {
  return body
    .flatMap((element) => (element.kind === 'liveEntry' ? element.body : [element]))
    .filter((element) => element.kind === 'figure');
}
