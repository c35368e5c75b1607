import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SiteForTests, startSite } from './site-for-tests.ts';

let site: SiteForTests;
let html: string;
beforeAll(async () => {
  site = await startSite();
  ({ html } = await site.get('/articles/the-lighthouse'));
});
afterAll(() => site[Symbol.asyncDispose]());

test('the head says what the story is, in one place each', () => {
  expect(html).toContain('<link rel="canonical" href="http://site.test/articles/the-lighthouse">');
  expect(html).toContain('href="http://feeds.test/feeds/sections/world.rss"');
  expect(html).toContain('<meta property="og:type" content="article">');
  expect(html).toContain('<meta property="og:image" content="http://media.test/r/1280.jpg">');
  expect(html.match(/<h1/g)).toHaveLength(1);
});

test('the facts above the story are those of the graph', () => {
  for (const words of ['Coast', 'Mara Ellwood', 'First published: 11.20.26, 08:00', 'Updated:', '4 min read']) {
    expect(html).toContain(words);
  }
});

test('every kind of body element has its mark-up', () => {
  expect(html).toContain('<p id="e1">It <em>turns</em>.</p>');
  expect(html).toMatch(/<h3 id="e2">The stairs<\/h3>/);
  expect(html).toMatch(/<ol id="e3">\s*<li>First<\/li>\s*<li>Second<\/li>\s*<\/ol>/);
  expect(html).toMatch(/<figure id="e4" class="quote quote-pull">\s*<blockquote>Light is work\.<\/blockquote>/);
  expect(html).toContain('Open at Filmhouse');
  expect(html).toMatch(/<th scope="col">Year<\/th>/);
});

test('a picture has its shape, its ground and its sources before it comes', () => {
  expect(html).toContain('fill="#336699"');
  expect(html).toContain('<image href="data:image/png;base64,iVBORw0KGgo="');
  expect(html).toMatch(/<source type="image\/avif" srcset="[^"]+640w/);
  expect(html).toMatch(/<img [^>]*width="1600" height="1000" alt="A lighthouse in fog\."/);
  expect(html).toContain('Photo: Reuters');
});

test('a figure without a file keeps its caption and credit', () => {
  const [figure = ''] = /<figure id="e5".*?<\/figure>/s.exec(html) ?? [];
  expect(figure).toContain('A figure without a file.');
  expect(figure).toContain('Photo: AP');
  expect(figure).not.toContain('<img');
});

test('corrections stand with their date', () => {
  expect(html).toMatch(/November 20, 2026[^<]*<\/time>\s*The lamp is older\./);
});

test('nothing that a story or a reader wrote becomes mark-up', () => {
  const outsideAttributes = html.replaceAll(/"[^"]*"/g, '""');
  expect(outsideAttributes).not.toContain('<script>');
  expect(outsideAttributes).not.toMatch(/<b>|alert\(1\)<\/script>/);
  expect(html).not.toContain('javascript:');
  expect(html).toContain('A story &lt;b&gt;about&lt;/b&gt; a lamp.');
  const [, jsonLd = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  expect(JSON.parse(jsonLd)).toMatchObject({ '@type': 'NewsArticle', headline: '</script><script>alert(2)</script>' });
});

test('a Hebrew story makes a Hebrew page, from right to left', async () => {
  const page = await site.get(`/articles/${encodeURIComponent('המגדלור')}`);
  expect(page.status).toBe(200);
  expect(page.html).toContain('<html lang="he" dir="rtl">');
  expect(page.html).toContain('פרסום ראשון: 20.11.26, 08:00');
  expect(page.html).toContain('צילום: AP');
  expect(page.html).toContain('היכנסו כדי להגיב');
});
