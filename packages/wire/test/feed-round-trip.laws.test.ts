import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feed, FeedItem } from '../src/feed.ts';
import { parseFeed } from '../src/parse.feed.ts';
import { renderJsonFeed } from '../src/render.json-feed.ts';
import { renderRss } from '../src/render.rss.ts';
import { itemsOf } from './sample.ts';

const runs = { numRuns: process.env['LONG'] ? 20_000 : 300 };

/** Parted by single spaces: readers of HTML keep no more of them. */
const textOf = (...parts: string[]) =>
  fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 6 }).map((some) => some.join(' '));
const ordinary = ['ferry', 'שלום', 'مرحبا', '東京', '&', '"so"', "it's", ']]>', '—', '😀', 'Ünï', '5 < 6'];
/** What looks like a tag or an entity in a plain line is read as one, since so many feeds escape twice: it is only in texts here. */
const words = textOf(...ordinary);
const escaped = textOf(...ordinary, '<b>', '&amp;').map((text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
);
const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });

const items: fc.Arbitrary<FeedItem> = fc
  .record({
    id: fc.uuid(),
    headline: words,
    // One that the text begins with is read as an excerpt of it, and left out.
    standfirst: words.map((text) => `In short: ${text}`),
    language: fc.constantFrom('en', 'he', 'ar', 'ja'),
    publishedAt: instant,
    updatedAfterMs: fc.nat({ max: 10_000_000 }),
    authors: fc.uniqueArray(fc.constantFrom('Noa Levi', 'Mo O’Lens', 'دينا'), { maxLength: 2 }),
    topics: fc.uniqueArray(fc.constantFrom('Sea & shore', 'חוף', 'Oil, crude'), { maxLength: 2 }),
    paragraphs: fc.array(escaped, { minLength: 1, maxLength: 4 }),
    list: fc.array(escaped, { minLength: 1, maxLength: 3 }),
    heading: words,
    caption: words,
    credit: fc.constantFrom('Reuters', 'צילום & עוד'),
  })
  .map(({ publishedAt, updatedAfterMs, paragraphs, list, heading, caption, credit, ...rest }) => {
    const published = Math.floor(publishedAt.getTime() / 1_000) * 1_000;
    return {
      ...rest,
      url: `https://news.example/articles/${rest.id}`,
      direction: rest.language === 'he' || rest.language === 'ar' ? ('RTL' as const) : ('LTR' as const),
      publishedAt: new Date(published).toISOString(),
      updatedAt: new Date(published + updatedAfterMs).toISOString(),
      body: [
        ...paragraphs.map((html) => ({ kind: 'paragraph' as const, html })),
        { kind: 'heading' as const, level: 2 as const, text: heading },
        { kind: 'list' as const, ordered: true, items: list },
        {
          kind: 'figure' as const,
          role: 'INLINE' as const,
          caption,
          credit,
          altText: `Seen: ${caption}`,
          picture: {
            url: `https://media.example/${rest.id}.jpg?w=1&h=2`,
            mimeType: 'image/jpeg',
            width: 640,
            height: 480,
          },
        },
      ],
    };
  });

const feedOf = (item: FeedItem): Feed => ({
  title: 'Dateline',
  description: 'News',
  language: item.language,
  homeUrl: 'https://news.example/',
  feedUrl: 'https://feeds.example/all',
  items: [item],
});

const seconds = (at: string | undefined) => Math.floor(Date.parse(at ?? '') / 1_000);

describe.each([
  ['RSS 2.0', renderRss],
  ['JSON Feed', renderJsonFeed],
] as const)('%s that we wrote, read again', (name, render) => {
  it('is the same story: id, words, names, topics, dates, body and picture', () => {
    fc.assert(
      fc.property(items, (item) => {
        const [read, ...others] = itemsOf(parseFeed(render(feedOf(item))));
        expect(others).toEqual([]);
        const { headline, standfirst, language, url } = item;
        expect(read).toMatchObject({ sourceId: `urn:uuid:${item.id}`, headline, standfirst, language, url });
        expect(read?.bylines).toEqual(item.authors.map((author) => ({ name: author })));
        expect(read?.topics.map(({ title }) => title)).toEqual(item.topics);
        expect(seconds(read?.firstPublishedAt ?? read?.publishedAt)).toBe(seconds(item.publishedAt));
        if (name === 'JSON Feed')
          expect(seconds(read?.updatedAt ?? read?.versionCreatedAt)).toBe(seconds(item.updatedAt));
        const text = read?.body.map((element) =>
          element.kind === 'figure' ? { ...element, role: 'INLINE', picture: { url: element.picture?.url } } : element,
        );
        expect(text).toEqual(
          item.body.map((element) =>
            element.kind === 'figure' ? { ...element, picture: { url: element.picture?.url } } : element,
          ),
        );
      }),
      runs,
    );
  });
});
