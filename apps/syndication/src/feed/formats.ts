import type { Feed } from '@dateline/wire/feed';
import { renderJsonFeed } from '@dateline/wire/render.json-feed';
import { renderRss } from '@dateline/wire/render.rss';

export interface FeedFormat {
  readonly name: string;
  /** How the path of a feed ends. */
  readonly extension: string;
  readonly contentType: string;
  readonly render: (feed: Feed) => string;
}

/** Every format that a feed is to be had in. A new one is a row here and a render file in packages/wire. */
export const formats: readonly FeedFormat[] = [
  { name: 'RSS 2.0', extension: 'rss', contentType: 'application/rss+xml; charset=utf-8', render: renderRss },
  {
    name: 'JSON Feed 1.1',
    extension: 'json',
    contentType: 'application/feed+json; charset=utf-8',
    render: renderJsonFeed,
  },
];
