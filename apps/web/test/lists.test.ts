import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SiteForTests, startSite } from './site-for-tests.ts';

let site: SiteForTests;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const outsideAttributes = (html: string) => html.replaceAll(/"[^"]*"/g, '""');
const olderLink = (html: string) => /<a rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');

describe("a contributor's page", () => {
  test('says who they are, with their picture and its credit, and shows their stories', async () => {
    const { status, html } = await site.get('/contributors/mara-ellwood');
    expect(status).toBe(200);
    expect(html).toContain('<h1><bdi>Mara Ellwood &lt;i&gt;</bdi></h1>');
    expect(html).toContain('Coast &amp; weather');
    expect(html).toContain('Writes about <em>lamps</em>.</p>');
    expect(html).toMatch(/<img src="http:\/\/media\.test\/r\/mara\.jpg"[^>]* alt="Mara Ellwood at the lamp\."/);
    expect(html).toMatch(/Photo: <bdi>Reuters<\/bdi>/);
    expect(html).toContain('href="/articles/the-lighthouse"');
    expect(html).toContain('<link rel="canonical" href="http://site.test/contributors/mara-ellwood">');
    expect(outsideAttributes(html)).not.toMatch(/<i>|<b>/);
  });

  test('tells search engines whose it is, on its first page', async () => {
    const { html } = await site.get('/contributors/mara-ellwood');
    const [, jsonLd = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(jsonLd)).toMatchObject({
      '@type': 'ProfilePage',
      mainEntity: { '@type': 'Person', name: 'Mara Ellwood <i>', image: 'http://media.test/r/mara.jpg' },
    });
  });

  test('of somebody without a story, a picture or a word is there all the same', async () => {
    const { status, html } = await site.get('/contributors/newcomer');
    expect(status).toBe(200);
    expect(html).toContain('Nothing has been published here yet.');
    expect(html).not.toMatch(/class="(portrait|contributor-bio)"/);
  });
});

describe("a topic's page", () => {
  test('is in the language of its newest story, and so are its links', async () => {
    const { status, html } = await site.get(`/topics/${encodeURIComponent('נמל')}`);
    expect(status).toBe(200);
    expect(html).toContain('<html lang="he" dir="rtl">');
    expect(html).toMatch(/<p class="kicker"[^>]*>מקום<\/p>/);
    expect(html).toContain('<bdi>נמל &lt;b&gt;</bdi>');
    expect(html).toContain(`<link rel="canonical" href="http://site.test/topics/${encodeURIComponent('נמל')}">`);
    expect(html).toContain('<input type="hidden" name="language" value="he">');
  });

  test('is in that language on its older pages as well, where all stories are in another', async () => {
    const path = `/topics/${encodeURIComponent('נמל')}`;
    const older = await site.get(olderLink((await site.get(path)).html) ?? '');
    expect(older.status).toBe(200);
    expect(older.html).toContain('<html lang="he" dir="rtl">');
    expect(older.html).toContain('lang="en" dir="ltr"');
    expect(older.html).not.toMatch(/<article[^>]* lang="he"/);
    expect(older.html).not.toContain('ld+json');
  });

  test('shows no story that was taken back', async () => {
    expect((await site.get('/topics/sea')).html).not.toContain('taken-back');
  });
});

test.each(['/contributors/mara-ellwood', '/topics/sea', '/search?q=note'])(
  '%s leads to older stories by a link, page by page, and to each story once',
  async (path) => {
    const first = await site.get(path);
    const link = olderLink(first.html) ?? '';
    expect(link).toMatch(/[?&]after=/);
    const second = await site.get(link);
    expect(second.status).toBe(200);
    expect(olderLink(second.html)).toBeUndefined();
    const storiesOf = (html: string) => [...html.matchAll(/<h2 class="teaser-headline"[^>]*><a href="([^"]+)"/g)];
    const shown = [first, second].flatMap(({ html }) => storiesOf(html).map(([, href]) => href));
    expect(shown.length).toBeGreaterThan(20);
    expect(new Set(shown).size).toBe(shown.length);
  },
);

test.each(['/contributors/none', '/topics/none', '/topics/sea?after=none', '/sections/world?after=none'])(
  '%s is a page that says there is nothing',
  async (path) => {
    const { status, html } = await site.get(path);
    expect(status).toBe(404);
    expect(html).toContain('There is nothing here');
  },
);

test('without a graph each says so with 503', async () => {
  await using lonely = await startSite();
  await lonely.graph[Symbol.asyncDispose]();
  for (const path of ['/contributors/mara-ellwood', '/topics/sea', '/search', '/search?q=note'])
    expect((await lonely.get(path)).status).toBe(503);
});

test('a story leads to who wrote it, where they have a page, and to its topics', async () => {
  const { html } = await site.get('/articles/the-lighthouse');
  expect(html).toMatch(/<a rel="author" href="\/contributors\/mara-ellwood"[^>]*>\s*<bdi>Mara Ellwood<\/bdi>/);
  expect(html).toMatch(/<a href="\/topics\/sea"[^>]*>\s*<bdi>Sea<\/bdi>/);
  const { html: live } = await site.get('/articles/live');
  expect(live).toContain(`href="/topics/${encodeURIComponent('נמל')}"`);
  expect(live).not.toContain('rel="author"');
});

describe('the search page', () => {
  test('shows what was found with its marks, and what was typed as it was typed', async () => {
    const { status, html, headers } = await site.get(`/search?q=${encodeURIComponent(' "</script> ')}`);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=2');
    expect(html).toContain('<mark>"&lt;/script&gt;</mark>&lt;script&gt;alert(1)');
    expect(html).toContain('1 story found');
    expect(html).toMatch(/<input type="search" name="q" value="(&quot;|&#34;)(<|&lt;)\/script(>|&gt;)"/);
    expect(outsideAttributes(html)).not.toMatch(/<script>|<b>/);
  });

  test('is for no search engine', async () => {
    for (const path of ['/search', '/search?q=note']) {
      const { html } = await site.get(path);
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).not.toContain('rel="canonical"');
    }
  });

  test('speaks the language of its edition, its further pages as well', async () => {
    const { html } = await site.get('/search?q=note&language=he');
    expect(html).toContain('<html lang="he" dir="rtl">');
    expect(html).toContain('נמצאו 21 כתבות');
    expect(html).toMatch(/<article class="result" lang="en" dir="ltr"/);
    expect(olderLink(html)).toMatch(/^\/search\?q=note&language=he&after=/);
    expect((await site.get('/search?q=note&language=xx')).html).toContain('<html lang="en" dir="ltr">');
  });

  test('asks for words where there are none, and helps where nothing was found', async () => {
    const asked = await site.get('/search?q=%20');
    expect([asked.status, asked.html.includes('All words must be there.')]).toEqual([200, true]);
    expect(asked.html).not.toContain('role="status"');
    const { status, html } = await site.get('/search?q=zeppelin');
    expect(status).toBe(200);
    expect(html).toContain('Nothing was found.');
  });

  test('gives the number of what is common as the graph does', async () => {
    expect((await site.get('/search?q=lamp')).html).toContain('10,000 stories or more found');
  });

  test('says so where what was found holds words like those of the reader, and only there', async () => {
    const says = 'No story holds these words as they are written.';
    expect((await site.get('/search?q=lamp')).html).toContain(says);
    expect((await site.get('/search?q=note')).html).not.toContain(says);
  });

  test.each([
    [`q=${'x'.repeat(257)}`, 'That is too long for a search: at most 256 characters.'],
    [`q=${'x'.repeat(257)}&language=he`, 'ארוך מדי לחיפוש: עד 256 תווים.'],
    ['q=note&after=none', 'This page of the results is not there.'],
    ['q=of+the', 'This search takes too long. Rarer words may help.'],
    ['q=a%00', 'Said &lt;b&gt;plainly&lt;/b&gt;.'],
  ])('/search?%s says what is wrong', async (query, words) => {
    const { status, html, headers } = await site.get(`/search?${query}`);
    expect(status).toBe(400);
    expect(html).toContain(words);
    expect(html).toContain('<form class="search"');
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  test('has one field; every other page has one in its masthead', async () => {
    for (const path of ['/', '/search', '/articles/the-lighthouse', '/nothing/here'])
      expect((await site.get(path)).html.match(/<form class="search"/g)).toHaveLength(1);
  });
});
