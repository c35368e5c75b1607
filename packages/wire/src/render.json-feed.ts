import { type Feed, type FeedItem, feedFigures } from './feed.ts';
import { renderContentHtml } from './render.content-html.ts';

/** JSON Feed 1.1. Captions and credits stand in the text, and again as data under `_dateline` (an extension, as the spec allows). */
export function renderJsonFeed(feed: Feed): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.feedUrl,
    description: feed.description,
    language: feed.language,
    items: feed.items.map(renderItem),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function renderItem(item: FeedItem) {
  const figures = feedFigures(item);
  return {
    id: `urn:uuid:${item.id}`,
    url: item.url,
    title: item.headline,
    summary: item.standfirst,
    content_html: renderContentHtml(item),
    image: figures.find(({ picture }) => picture !== undefined)?.picture?.url,
    date_published: item.publishedAt,
    date_modified: item.updatedAt,
    authors: item.authors.length > 0 ? item.authors.map((name) => ({ name })) : undefined,
    tags: item.topics.length > 0 ? item.topics : undefined,
    language: item.language,
    _dateline: {
      section: item.section?.title,
      figures: figures.map(({ role, caption, credit, altText, picture }) => ({
        role: role.toLowerCase(),
        caption,
        credit,
        alt_text: altText,
        url: picture?.url,
      })),
    },
  };
}
