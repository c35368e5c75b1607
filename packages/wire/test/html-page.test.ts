import { describe, expect, it } from 'vitest';
import { parseHtmlPage } from '../src/parse.html-page.ts';
import { cpuMs } from './cpu-time.ts';
import { harbourPage } from './expected/html-page.ts';
import { itemsOf, reasonsOf, sample } from './samples.ts';

const page = sample('article.html');
const options = { url: 'https://www.meridian.example/x' };

const text = 'The harbour opened again on Sunday, two days after the storm, and the first ships came in before noon. ';
const article = (
  head: string,
  body = `<article><h1>Heading</h1><p>${text.repeat(3)}</p><p>${text.repeat(3)}</p></article>`,
) => `<html lang="en"><head>${head}</head><body>${body}</body></html>`;

it('an article page: JSON-LD in a graph with mistakes, text by Readability, captions and credits, the lead picture', () => {
  expect(itemsOf(parseHtmlPage(page, options))).toEqual([harbourPage]);
});

describe('what a page says of itself', () => {
  it('Open Graph and <meta>, where there is no JSON-LD', () => {
    const head = `<title>T | Site</title><meta property="og:type" content="article"><meta property="og:title" content="A &amp; B">
      <meta property="og:url" content="https://a.example/1"><meta property="og:locale" content="de_DE"><meta name="author" content="Ada Byron">
      <meta property="article:published_time" content="2025-03-01T08:00:00Z"><meta property="article:section" content="World"><meta name="keywords" content="a, b">`;
    expect(itemsOf(parseHtmlPage(article(head).replace(' lang="en"', '')))[0]).toMatchObject({
      source: 'a.example',
      sourceId: 'https://a.example/1',
      headline: 'A & B',
      language: 'de-DE',
      bylines: [{ name: 'Ada Byron' }],
      publishedAt: '2025-03-01T08:00:00Z',
      topics: [{ title: 'World' }],
      keywords: ['a', 'b'],
    });
  });

  it('microdata, where there is neither', () => {
    const body = `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">From microdata</h1>
      <span itemprop="author" itemscope><a itemprop="name">Ada Byron</a></span><time itemprop="datePublished" datetime="2025-03-01T08:00:00Z">1 March</time>
      <div itemprop="articleBody"><p>${text.repeat(3)}</p><p>${text}</p></div></article>`;
    expect(itemsOf(parseHtmlPage(article('', body)))[0]).toMatchObject({
      headline: 'From microdata',
      bylines: [{ name: 'Ada Byron' }],
      publishedAt: '2025-03-01T08:00:00Z',
    });
  });

  it('a live story has its entries, newest first', () => {
    const updates = [1, 3, 2].map((hour) => ({
      '@type': 'BlogPosting',
      headline: `At ${hour}`,
      datePublished: `2025-03-01T0${hour}:00:00Z`,
      articleBody: text.repeat(2),
    }));
    const live = {
      '@type': 'LiveBlogPosting',
      headline: 'Live',
      datePublished: '2025-03-01T00:00:00Z',
      liveBlogUpdate: updates,
    };
    const [item] = itemsOf(
      parseHtmlPage(article(`<script type="application/ld+json">${JSON.stringify([live])}</script>`)),
    );
    expect(item?.headline).toBe('Live');
    expect(item?.body.map((element) => element.kind === 'liveEntry' && element.headline)).toEqual([
      'At 3',
      'At 2',
      'At 1',
    ]);
  });

  const linked = (properties: object) => {
    const node = { '@type': 'NewsArticle', headline: 'A story', ...properties };
    return article(`<script type="application/ld+json">${JSON.stringify(node)}</script>`);
  };
  const itemOf = (html: string) => itemsOf(parseHtmlPage(html, options))[0];

  it.each<[unknown, boolean | undefined]>([
    [true, true],
    [false, false],
    ['True', true],
    ['False', false],
    ['true', true],
    [' false ', false],
    ['https://schema.org/False', false],
    ['http://schema.org/True', true],
    [{ '@id': 'https://schema.org/False' }, false],
    [[true, 'False'], false],
    ['metered', undefined],
    [0, undefined],
    [null, undefined],
    [[], undefined],
    [undefined, undefined],
  ])('whether it is free, where it says so: %j', (isAccessibleForFree, expected) => {
    const item = itemOf(linked({ isAccessibleForFree }));
    expect(item?.isAccessibleForFree).toBe(expected);
    expect('isAccessibleForFree' in (item ?? {})).toBe(expected !== undefined);
  });

  it('whether it is free by microdata, only where it has no JSON-LD, which knows which of its items is the story', () => {
    const paid = '<meta itemprop="isAccessibleForFree" content="False">';
    expect(itemOf(article(`<meta property="og:type" content="article">${paid}`))?.isAccessibleForFree).toBe(false);
    expect(itemOf(linked({}).replace('</head>', `${paid}</head>`))).not.toHaveProperty('isAccessibleForFree');
  });

  const at = '2018-01-23T10:00:00+01:00';
  it.each<[string, unknown, unknown]>([
    ['a text', 'It was eight, not nine.', [{ note: 'It was eight, not nine.' }]],
    [
      'a CorrectionComment with its date',
      { '@type': 'CorrectionComment', text: 'It was <b>eight</b>.', datePublished: at },
      [{ note: 'It was eight.', at }],
    ],
    [
      'one whose date cannot be read, which is missing and never now',
      { '@type': 'CorrectionComment', text: 'It was eight.', datePublished: 'yesterday' },
      [{ note: 'It was eight.' }],
    ],
    ['several', ['One.', { text: 'Two.' }], [{ note: 'One.' }, { note: 'Two.' }]],
    ['another page', 'https://a.example/corrections#1', undefined],
    ['a node that only names one', { '@id': '#correction-1', url: '/corrections' }, undefined],
    ['nothing', [null, '', { text: ' ' }, {}], undefined],
  ])('what it tells its readers was wrong: %s', (_what, correction, expected) => {
    expect(itemOf(linked({ correction }))?.corrections).toEqual(expected);
  });

  it('a date that it does not state is missing and never now', () => {
    const [item] = itemsOf(parseHtmlPage(article('<meta property="og:type" content="article">')));
    expect(Object.keys(item ?? {}).filter((name) => name.endsWith('At'))).toEqual([]);
  });

  it('a canonical address of the front page is not believed', () => {
    const [item] = itemsOf(
      parseHtmlPage(article('<link rel="canonical" href="https://a.example/">'), { url: 'https://a.example/story' }),
    );
    expect(item?.url).toBe('https://a.example/story');
  });
});

describe('what is refused, with the reason', () => {
  it.each([
    ['an empty page', '', /^page: is no article/],
    [
      'a front page',
      article('', '<ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li></ul>'),
      /^page: is no article/,
    ],
    [
      'an article behind a wall',
      article('<meta property="og:type" content="article">', '<p>Subscribe.</p>'),
      /text is not in the page/,
    ],
    ['a page over 5 MB', `<p>${'a'.repeat(5 * 1024 * 1024)}</p>`, /larger than 5 MB/],
    ['a page of 50,001 elements', '<br>'.repeat(50_001), /more than 50000 elements/],
    ['a page 201 elements deep', '<div>'.repeat(201), /nested deeper than 200/],
    ['a page 100,000 elements deep', '<div>'.repeat(100_000), /nested deeper than 200/],
  ])('%s', (_name, html, reason) => {
    expect(reasonsOf(parseHtmlPage(html))).toEqual([expect.stringMatching(reason)]);
  });

  it('JSON-LD as wide or as deep as a page can hold is passed over', () => {
    for (const json of [
      `[${'1,'.repeat(300_000)}1]`,
      `${'['.repeat(300_000)}`,
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    ]) {
      const head = `<title>T</title><script type="application/ld+json">${json}</script>`;
      expect(reasonsOf(parseHtmlPage(article(head)))).toEqual([]);
    }
  });

  it('just under the bounds a page is read', () => {
    const deep = article('<title>T</title>', `${'<div>'.repeat(190)}<p>${text.repeat(6)}</p>`);
    expect(reasonsOf(parseHtmlPage(deep))).toEqual([]);
  });
});

it('the headline above the text is no heading within it, and headings further down stay', () => {
  const page = article(
    '<title>T</title><meta property="og:title" content="A new bridge">',
    `<h1>A New Bridge</h1><p>${text.repeat(6)}</p><h2>A new bridge</h2><p>${text.repeat(3)}</p>`,
  );
  const [item] = itemsOf(parseHtmlPage(page));
  expect(item?.body.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'paragraph']);
});

it('who wrote it is taken from the line that the page shows, where it says so nowhere else', () => {
  const page = article(
    '<title>T</title><meta property="og:type" content="article">',
    `<article><h1>Bridge</h1><div><div><p class="byline">מאת נועה כהן | 20.11.2026</p></div></div><p>${text.repeat(6)}</p></article>`,
  );
  expect(itemsOf(parseHtmlPage(page))[0]?.bylines).toEqual([{ name: 'נועה כהן' }]);
});

it('a live story of one short entry is a story', () => {
  const live = {
    '@type': 'LiveBlogPosting',
    headline: 'Storm',
    liveBlogUpdate: [{ '@type': 'BlogPosting', headline: 'Roof gone', datePublished: '2026-11-20T10:00:00Z' }],
  };
  const head = `<title>Storm</title><script type="application/ld+json">${JSON.stringify(live)}</script>`;
  const [item] = itemsOf(parseHtmlPage(article(head, '<p>Soon more.</p>')));
  expect(item?.body).toMatchObject([{ kind: 'liveEntry', headline: 'Roof gone' }]);
});

it('a page with more elements than Readability can weigh is read by the body that it marks', () => {
  const many = `<main>${`<p>${text}</p>`.repeat(9_000)}</main>`;
  const worked = cpuMs(() => {
    const [item] = itemsOf(parseHtmlPage(article('<title>T</title>', many)));
    expect(item?.body).toHaveLength(9_000);
  });
  expect(worked).toBeLessThan(3_000);
});
