import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { projectFolder } from '../../scripts/house.ts';
import { type House, startHouse } from '../src/start-house.ts';

const jsonFeedSchema = join(projectFolder, '../shared/standards/jsonfeed/schema-v1.1.json');
const hasSchema = existsSync(jsonFeedSchema);
if (!hasSchema) process.stdout.write('skipped: the JSON Feed schema is not here (../shared/standards)\n');

interface RssItem {
  readonly title: string;
  readonly link: string;
  readonly guid: { readonly '#text': string; readonly '@_isPermaLink': string };
  readonly pubDate: string;
  readonly 'dc:language': string;
  readonly 'content:encoded': string;
}

const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'item' });
const feedsOfTheEdition = ['/feeds/all', '/feeds/sections/sport', '/feeds/languages/he', '/feeds/languages/ar'];

describe('the feeds of the demo edition', () => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse({ demo: true });
  });
  afterAll(() => house?.[Symbol.asyncDispose]());

  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${house.urls.syndication}${path}`, { headers });

  async function rss(path: string) {
    const xml = await (await get(`${path}.rss`)).text();
    expect(XMLValidator.validate(xml)).toBe(true);
    const { rss: root } = parser.parse(xml);
    return { root, channel: root.channel, items: root.channel.item as readonly RssItem[] };
  }

  async function json(path: string) {
    return JSON.parse(await (await get(`${path}.json`)).text());
  }

  it.each(feedsOfTheEdition)('%s.rss is an RSS 2.0 channel of whole items', async (path) => {
    const { root, channel, items } = await rss(path);
    expect(root['@_version']).toBe('2.0');
    expect(channel).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    expect(channel.link).toMatch(`${house.urls.web}/`);
    expect(channel['atom:link']).toMatchObject({ '@_rel': 'self', '@_href': `${house.urls.syndication}${path}.rss` });
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThanOrEqual(50);
    expect(new Set(items.map(({ guid }) => guid['#text'])).size).toBe(items.length);
    for (const item of items) {
      expect(item.title).not.toBe('');
      expect(item.link).toMatch(`${house.urls.web}/articles/`);
      expect(item.guid).toMatchObject({ '#text': expect.stringMatching(/^urn:uuid:/), '@_isPermaLink': 'false' });
      expect(item.pubDate).toMatch(/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/);
      expect(item['content:encoded']).toContain('<p>');
    }
    const times = items.map(({ pubDate }) => Date.parse(pubDate));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it.skipIf(!hasSchema).each(feedsOfTheEdition)('%s.json keeps to the schema of JSON Feed 1.1', async (path) => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(jsonFeedSchema, 'utf8')));
    const feed = await json(path);
    validate(feed);
    expect(validate.errors).toBeNull();
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.items.length).toBeGreaterThan(0);
  });

  it('tells the same stories in both formats, with captions and credits', async () => {
    const { items } = await rss('/feeds/all');
    const feed = await json('/feeds/all');
    expect(feed.items.map(({ id }: { id: string }) => id)).toEqual(items.map(({ guid }) => guid['#text']));
    const figures = feed.items.flatMap(({ _dateline }: { _dateline: { figures: object[] } }) => _dateline.figures);
    expect(figures.length).toBeGreaterThan(20);
    for (const figure of figures) {
      expect(figure).toMatchObject({
        caption: expect.stringMatching(/\S/),
        credit: expect.stringMatching(/\S/),
        url: expect.stringMatching(/^http/),
      });
    }
  });

  it('shows the pictures that it names', async () => {
    const { items } = await json('/feeds/all');
    const response = await fetch(items.find(({ image }: { image?: string }) => image).image);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
  });

  it('holds one language, or one section, where one was asked for', async () => {
    for (const language of ['en', 'he', 'ar']) {
      const { channel, items } = await rss(`/feeds/languages/${language}`);
      expect(channel.language).toBe(language);
      expect(new Set(items.map((item) => item['dc:language']))).toEqual(new Set([language]));
    }
    const { items } = await json('/feeds/sections/sport');
    const { data } = await house.graph(
      '{ section(slug: "sport") { title articles(first: 50) { nodes { headline } } } }',
    );
    expect(items.map(({ title }: { title: string }) => title)).toEqual(
      data.section.articles.nodes.map(({ headline }: { headline: string }) => headline),
    );
  });

  it.each(['rss', 'json'])('answers 304 to who holds the %s already, by tag or by time', async (format) => {
    const path = `/feeds/all.${format}`;
    const first = await get(path);
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    const lastModified = first.headers.get('last-modified') ?? '';
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    expect(Date.parse(lastModified)).not.toBeNaN();
    const held = [{ 'if-none-match': etag }, { 'if-none-match': `W/${etag}` }, { 'if-modified-since': lastModified }];
    for (const headers of held) {
      const again = await get(path, headers);
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('etag')).toBe(etag);
    }
    const earlier = new Date(Date.parse(lastModified) - 1_000).toUTCString();
    const notHeld = [{ 'if-none-match': '"another"' }, { 'if-modified-since': earlier }];
    for (const headers of notHeld) expect((await get(path, headers)).status).toBe(200);
  });

  it('keeps the guid of a story whose slug changes, gives out the new feed, and moves its old page', async () => {
    const token = await house.token('EDITOR');
    const before = await get('/feeds/all.rss');
    await before.text();
    const { items } = await rss('/feeds/all');
    const [item] = items;
    const asked = await house.graph('query ($url: Url!) { article(url: $url) { id revision } }', { url: item?.link });
    const { id, revision } = asked.data.article;
    const changed = await house.graph(
      `mutation ($id: ID!, $revision: Int!) {
        updateArticle(id: $id, expectedRevision: $revision, input: { slug: "another-address" }) {
          article { canonicalUrl } userErrors { code message }
        }
      }`,
      { id, revision },
      { token },
    );
    expect(changed.data.updateArticle.userErrors).toEqual([]);
    // What was kept before is gone within two seconds.
    const after = await vi.waitFor(
      async () => {
        const feed = await rss('/feeds/all');
        const same = feed.items.find(({ guid }) => guid['#text'] === item?.guid['#text']);
        expect(same).toMatchObject({ title: item?.title, link: `${house.urls.web}/articles/another-address` });
        return feed;
      },
      { timeout: 5_000, interval: 100 },
    );
    expect(after.items).toHaveLength(items.length);
    const fresh = await get('/feeds/all.rss', { 'if-none-match': before.headers.get('etag') ?? '' });
    expect(fresh.status).toBe(200);
    const moved = await fetch(item?.link ?? '', { redirect: 'manual' });
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe(`${house.urls.web}/articles/another-address`);
  });

  it('lists every feed on a page for people, and each of them is there', async () => {
    const page = await get('/');
    expect(page.status).toBe(200);
    const links = [...(await page.text()).matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect((await fetch(link)).status).toBe(200);
  });

  it.each([
    '/feeds/all.xml',
    '/feeds/all',
    '/feeds/nothing.rss',
    '/feeds/sections/no-such-section.rss',
    '/feeds/sections/.rss',
    '/feeds/languages/not_a_tag.json',
    '/feeds/languages/%2e%2e.json',
  ])('has nothing at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  });
});
