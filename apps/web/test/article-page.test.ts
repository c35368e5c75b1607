import { afterAll, beforeAll, expect, test } from 'vitest';
import { nora } from './paper.ts';
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

test('a story for subscribers says so, in its language, and is there whole; another does not', async () => {
  expect(html).not.toContain('for-subscribers');
  const marked = await site.get(`/articles/${encodeURIComponent('המגדלור')}`);
  expect(marked.html).toContain('<span class="for-subscribers">למנויים</span>');
  expect(marked.html).toContain('It <em>turns</em>.</p>');
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
  expect(figure).toMatch(/Photo:\s*<bdi>AP<\/bdi>/);
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

test('search engines are told the address of each picture that has a file, beside its credit', () => {
  const [, jsonLd = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  const [lead, inline] = JSON.parse(jsonLd).image;
  expect(lead).toMatchObject({ creditText: 'Reuters', contentUrl: 'http://media.test/r/1280.jpg', width: 1280 });
  expect(inline).toEqual({
    '@type': 'ImageObject',
    '@id': 'http://site.test/articles/the-lighthouse#e5',
    creditText: 'AP',
  });
});

test('a story that is told in other languages names them all and itself in the head, and links to them', async () => {
  const hebrew = `http://site.test/articles/${encodeURIComponent('המגדלור')}`;
  const pages = [html, (await site.get(`/articles/${encodeURIComponent('המגדלור')}`)).html];
  for (const page of pages) {
    expect(page).toContain('<link rel="alternate" hreflang="en" href="http://site.test/articles/the-lighthouse">');
    expect(page).toContain(`<link rel="alternate" hreflang="he" href="${hebrew}">`);
  }
  expect(html).toMatch(
    new RegExp(`<a href="${hebrew}" hreflang="he" lang="he" dir="rtl" title="עברית"[^>]*>\\s*המגדלור מאיר שוב\\s*</a>`),
  );
});

test('a Hebrew story makes a Hebrew page, from right to left', async () => {
  const page = await site.get(`/articles/${encodeURIComponent('המגדלור')}`);
  expect(page.status).toBe(200);
  expect(page.html).toContain('<html lang="he" dir="rtl">');
  expect(page.html).toContain('פרסום ראשון: 20.11.26, 08:00');
  expect(page.html).toMatch(/צילום:\s*<bdi>AP<\/bdi>/);
  expect(page.html).toContain('היכנסו כדי להגיב');
});

test('a live story shows its entries in their order, each with its time as the link to it', async () => {
  const page = await site.get('/articles/live');
  expect(page.status).toBe(200);
  const entries = page.html.match(/<section id="l\d" class="live-entry".*?<\/section>/gs) ?? [];
  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatch(
    /<a class="live-time" href="#l2">\s*<time datetime="2026-11-20T09:30:00\+02:00">[^<]*9:30<\/time>/,
  );
  expect(entries[0]).toContain('aria-labelledby="l2-headline"');
  expect(entries[0]).toContain('האור חזר &lt;script&gt;');
  expect(entries[1]).not.toContain('<h2');
});

test('what runs against its page says so, and a name in another script is isolated', async () => {
  const { html: page } = await site.get('/articles/live');
  expect(page).toContain('<p id="l3" dir="ltr">The lamp is lit.</p>');
  expect(page).toContain('<p id="l5">חושך</p>');
  expect(page).toContain('<bdi>Mara Ellwood</bdi>');
  expect(page).toMatch(
    /<aside id="l4" class="related">.*?href="\/articles\/the-lighthouse" hreflang="en" lang="en" dir="ltr"/s,
  );
});

test('a withdrawn story is gone: a notice with the reason and the time, and nothing else of it', async () => {
  const page = await site.get('/articles/taken-back');
  expect(page.status).toBe(410);
  expect(page.html).toContain('This article has been withdrawn');
  expect(page.html).toContain('It was &lt;b&gt;not&lt;/b&gt; so.');
  expect(page.html).toMatch(/Withdrawn: <time datetime="2026-11-21T10:00:00\+02:00">/);
  expect(page.html).toContain('<meta name="robots" content="noindex">');
  for (const gone of ['ld+json', 'og:title', 'rel="canonical"', 'Mara Ellwood', 'class="conversation"', '<textarea'])
    expect(page.html).not.toContain(gone);
});

test('nobody can say anything below a withdrawn story', async () => {
  const page = await site.post('/articles/taken-back', { intent: 'post', body: 'Still here?' }, nora);
  expect(page.status).toBe(410);
  expect(page.html).not.toContain('Still here?');
  expect(site.graph.conversation.page('a4', null, { sort: 'NEWEST', first: 10 }).nodes).toEqual([]);
});
