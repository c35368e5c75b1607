import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { creditLine } from './credit-line.ts';
import type { Feed, FeedItem } from './feed.ts';
import { renderContentHtml } from './render.content-html.ts';
import { renderJsonFeed } from './render.json-feed.ts';
import { renderRss } from './render.rss.ts';

const item: FeedItem = {
  id: '0190b2c4-0000-7000-8000-000000000001',
  url: 'https://news.example/articles/a',
  language: 'he',
  direction: 'RTL',
  headline: 'כותרת <b> & "מירכאות"',
  standfirst: 'משנה',
  publishedAt: '2017-11-21T21:03:00+02:00',
  updatedAt: '2017-11-22T08:00:00+02:00',
  authors: ['נועה לוי'],
  section: { slug: 'world', title: 'עולם' },
  topics: ['סוריה'],
  body: [
    {
      kind: 'figure',
      role: 'LEAD',
      caption: 'כיתוב',
      credit: 'Reuters',
      altText: 'תיאור',
      picture: { url: 'https://media.example/a.jpg?x=1&y=2', mimeType: 'image/jpeg', width: 1280, height: 853 },
    },
    { kind: 'paragraph', html: 'פסקה <em>ראשונה</em>' },
    { kind: 'figure', role: 'INLINE', caption: 'בלי קובץ', credit: 'AP' },
  ],
};
const feed: Feed = {
  title: 'Dateline',
  description: 'Dateline',
  language: 'he',
  homeUrl: 'https://news.example/',
  feedUrl: 'https://feeds.example/feeds/all.rss',
  items: [item],
};

const parseRss = (text: string) => {
  expect(XMLValidator.validate(text)).toBe(true);
  return new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'item', parseTagValue: false }).parse(
    text,
  ).rss.channel;
};

describe('RSS 2.0', () => {
  it('tells a reader program the story whole: stable guid, full text, names, picture with caption and credit', () => {
    const channel = parseRss(renderRss(feed));
    expect(channel['atom:link']['@_href']).toBe(feed.feedUrl);
    expect(channel.lastBuildDate).toBe('Wed, 22 Nov 2017 06:00:00 GMT');
    const [entry] = channel.item;
    expect(entry.guid).toEqual({ '#text': `urn:uuid:${item.id}`, '@_isPermaLink': 'false' });
    expect(entry.title).toBe(item.headline);
    expect(entry.pubDate).toBe('Tue, 21 Nov 2017 19:03:00 GMT');
    expect(entry['dc:creator']).toBe('נועה לוי');
    expect(entry['media:content']).toMatchObject({
      '@_url': 'https://media.example/a.jpg?x=1&y=2',
      '@_type': 'image/jpeg',
      'media:description': { '#text': 'כיתוב' },
      'media:credit': 'Reuters',
    });
    expect(entry['content:encoded']).toContain('<div lang="he" dir="rtl">');
    expect(entry['content:encoded']).toContain(
      '<figcaption>בלי קובץ <small>צילום: \u2068AP\u2069</small></figcaption>',
    );
  });

  it('stays well-formed XML, and keeps the text, whatever a headline holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (headline) => {
        const [entry] = parseRss(renderRss({ ...feed, items: [{ ...item, headline: `x${headline}` }] })).item;
        expect(String(entry.title).startsWith('x')).toBe(true);
      }),
    );
    for (const hostile of [']]><script>', '</title>', 'a\u0000b\u000cc', '\ud800', '&amp;', '😀']) {
      const [entry] = parseRss(renderRss({ ...feed, items: [{ ...item, headline: hostile }] })).item;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold is what goes
      expect(entry.title).toBe(hostile.replaceAll(/[\u0000\u000c]|\p{Surrogate}/gu, ''));
    }
  });
});

describe('a live story in a feed', () => {
  const entry = (headline: string, publishedAt: string) => ({
    kind: 'liveEntry' as const,
    headline,
    publishedAt,
    body: [
      { kind: 'paragraph' as const, html: 'נאמר' },
      { kind: 'related' as const, title: 'עוד <b>', url: 'https://news.example/articles/b?x=1&y=2' },
      { kind: 'figure' as const, role: 'INLINE' as const, caption: 'בתוך', credit: 'AFP' },
    ],
  });
  const live = {
    ...item,
    body: [entry('שני', '2017-11-21T21:03:00+02:00'), entry('ראשון', '2017-11-21T20:00:00+02:00')],
  };

  it('has its entries with their times as the place itself told them, and other stories as links', () => {
    const html = renderContentHtml(live);
    expect(html.match(/<section>/g)).toHaveLength(2);
    expect(html).toContain('<p><time datetime="2017-11-21T21:03:00+02:00">21 בנוב׳ 2017, 21:03</time></p><h3>שני</h3>');
    expect(html).toContain('<p><a href="https://news.example/articles/b?x=1&amp;y=2">עוד &lt;b&gt;</a></p>');
  });

  it('names the pictures of its entries', () => {
    const [only] = JSON.parse(renderJsonFeed({ ...feed, items: [live] })).items;
    expect(only._dateline.figures.map(({ credit }: { credit: string }) => credit)).toEqual(['AFP', 'AFP']);
  });
});

describe('JSON Feed 1.1', () => {
  const schemaFile = join(import.meta.dirname, '../../../../shared/standards/jsonfeed/schema-v1.1.json');
  const there = existsSync(schemaFile);
  if (!there) process.stdout.write('skipped: the JSON Feed schema is not there (../shared/standards/jsonfeed)\n');

  it.skipIf(!there)('keeps to the schema of the standard', () => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    validate(JSON.parse(renderJsonFeed(feed)));
    expect(validate.errors).toBeNull();
  });

  it('carries captions and credits as data, also of a figure without a file', () => {
    const [entry] = JSON.parse(renderJsonFeed(feed)).items;
    expect(entry.image).toBe('https://media.example/a.jpg?x=1&y=2');
    expect(entry._dateline.figures.map(({ credit }: { credit: string }) => credit)).toEqual(['Reuters', 'AP']);
  });
});

describe('a credit line', () => {
  it('speaks the language, and isolates a Latin name in a line from right to left', () => {
    expect(creditLine('Reuters', 'en-GB')).toBe('Photo: Reuters');
    expect(creditLine('רויטרס', 'he')).toBe('צילום: רויטרס');
    expect(creditLine('Reuters', 'ar')).toBe('تصوير: \u2068Reuters\u2069');
  });
});
