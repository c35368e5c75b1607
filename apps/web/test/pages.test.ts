import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nora } from './paper.ts';
import { refusedToken } from './paper-graph.ts';
import { type SiteForTests, startSite } from './site-for-tests.ts';

let site: SiteForTests;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site[Symbol.asyncDispose]());

describe('the front page', () => {
  test('shows the edition with its sections and counts', async () => {
    const { status, html, headers } = await site.get('/');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('href="/articles/the-lighthouse"');
    expect(html).toContain('href="/sections/world"');
    expect(html).toContain('3 comments');
    expect(html).not.toContain('המגדלור מאיר שוב');
  });

  test('of the Hebrew edition is Hebrew and runs from right to left', async () => {
    const { html } = await site.get('/he');
    expect(html).toContain('<html lang="he" dir="rtl">');
    expect(html).toContain('המגדלור מאיר שוב');
    expect(html).toContain('חדשות חוץ');
  });

  test('of the first edition has one address', async () => {
    const { status, headers } = await site.get('/en');
    expect([status, headers.get('location')]).toEqual([301, '/']);
  });
});

test('a section page shows its stories', async () => {
  const { status, html } = await site.get('/sections/he-world');
  expect(status).toBe(200);
  expect(html).toContain('<html lang="he" dir="rtl">');
  expect(html).toContain(`/articles/${encodeURIComponent('המגדלור')}`);
});

test.each(['/fr', '/nothing/here', '/sections/none', '/articles/none', '/comments/none'])(
  '%s is a page that says there is nothing',
  async (path) => {
    const { status, html, headers } = await site.get(path);
    expect(status).toBe(404);
    expect(html).toContain('There is nothing here');
    expect(headers.get('cache-control')).toBe('private, no-store');
  },
);

test.each([
  '/_image?href=/icon.svg',
  '/%5Fimage?href=/icon.svg',
  '//_image?href=/icon.svg',
  '/_server-islands/x',
  '/_astro/none.js',
  '/articles/%00',
  '/sections/a%00b',
])('%s is no door of this site', async (path) => {
  const { status, html } = await site.get(path);
  expect([status, html]).toEqual([404, 'There is no such file.\n']);
});

test('an address with a slash at its end leads to the one without', async () => {
  const { status, headers } = await site.get('/he/');
  expect([status, headers.get('location')]).toEqual([301, '/he']);
});

test('an old slug leads to the canonical address for good', async () => {
  const { status, headers } = await site.get('/articles/lighthouse-old');
  expect([status, headers.get('location')]).toEqual([301, 'http://site.test/articles/the-lighthouse']);
});

test("a comment's permalink leads to its branch", async () => {
  const { status, headers } = await site.get('/comments/c2');
  expect([status, headers.get('location')]).toEqual([302, '/articles/the-lighthouse?comment=c2#comment-2']);
});

describe('what caches may keep', () => {
  test('a page for everybody, for a moment', async () => {
    const { headers } = await site.get('/');
    expect(headers.get('cache-control')).toBe('public, max-age=2');
    expect(headers.get('vary')).toContain('Cookie');
  });

  test.each([
    '/',
    '/articles/the-lighthouse',
    '/sections/world',
    '/contributors/mara-ellwood',
    '/topics/sea',
    '/search?q=x',
  ])('nothing of %s for a signed-in reader', async (path) => {
    expect((await site.get(path, nora)).headers.get('cache-control')).toBe('private, no-store');
  });
});

test('a reader whose token is no longer good reads on as a signed-out one', async () => {
  const { status, html } = await site.get('/articles/the-lighthouse', refusedToken);
  expect(status).toBe(200);
  expect(html).toContain('Sign in to take part');
});

test.each(['/drafts', '/sign-out', '/404'])(
  '%s, where only forms go, is no page and says so as the site does',
  async (path) => {
    const { status, html } = await site.get(path);
    expect(status).toBe(404);
    expect(html).toContain('There is nothing here');
  },
);

test('every page comes with the policy, and holds nothing that it would block', async () => {
  for (const path of [
    ...['/', '/he', '/articles/the-lighthouse', '/sections/world', '/nothing/here'],
    ...['/contributors/mara-ellwood', '/topics/sea', '/search?q=note'],
  ]) {
    const page = await site.get(path, nora);
    const html = page.html.replaceAll(/content="[^"]*"/g, '');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
    for (const [, attributes = ''] of html.matchAll(/<script([^>]*)>/g)) {
      expect(attributes).toMatch(/type="application\/ld\+json"|src="\/_astro\//);
    }
  }
});

test('the log names requests and never a token', async () => {
  await site.get('/?token=hidden', nora);
  expect(site.log()).toContain('"path":"/"');
  expect(site.log()).not.toContain('hidden');
  expect(site.log()).not.toContain('paper.');
});

test('all script of an article page together stays under 15 kB', async () => {
  const { html } = await site.get('/articles/the-lighthouse', nora);
  const sources = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, source]) => source ?? '');
  expect(sources.length).toBeGreaterThan(0);
  const sizes = await Promise.all(sources.map(async (source) => (await site.get(source)).html.length));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15_000);
});

test('without a graph the site says so with 503, and is not ready', async () => {
  await using lonely = await startSite();
  await lonely.graph[Symbol.asyncDispose]();
  const { status, html } = await lonely.get('/');
  expect(status).toBe(503);
  expect(html).toContain('The newsroom cannot be reached');
  expect((await lonely.get('/articles/the-lighthouse')).status).toBe(503);
  expect((await lonely.get('/livez')).status).toBe(200);
  expect((await lonely.get('/readyz')).status).toBe(503);
});
