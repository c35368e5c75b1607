import type { HttpService } from '@dateline/service-kit/http-service';
import { createLogger } from '@dateline/service-kit/logger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeedArticleFragment } from '../src/__generated__/operations.ts';
import { readEnv } from '../src/env.ts';
import { createSyndication } from '../src/syndication.ts';
import { type GatewayOnPaper, startGatewayOnPaper } from './gateway-on-paper.ts';

const article: FeedArticleFragment = {
  id: '0190b2c4-0000-7000-8000-000000000001',
  canonicalUrl: 'https://news.example/articles/%D7%A9%D7%9C%D7%95%D7%9D',
  language: 'he',
  direction: 'RTL',
  headline: 'שלום & ברכה',
  standfirst: null,
  publishedAt: '2017-11-21T21:03:00+02:00',
  updatedAt: '2017-11-21T21:03:00+02:00',
  bylines: [],
  section: null,
  topics: [],
  leadFigure: { role: 'LEAD', caption: 'כיתוב', altText: null, credit: 'Reuters', image: null },
  body: [{ __typename: 'ParagraphElement', html: 'פסקה' }],
};
const failure = (code: string) => [{ message: 'x', extensions: { code } }];
const section = { slug: 'world', title: 'עולם', language: 'he', articles: { nodes: [article] } };

let gateway: GatewayOnPaper;
const services: HttpService[] = [];
let urls: string[] = [];
beforeAll(async () => {
  gateway = await startGatewayOnPaper();
  const env = readEnv({ GATEWAY_URL: gateway.url, SYNDICATION_PORT: '0', FEED_URL: 'https://feeds.example' });
  // Two processes behind one address.
  for (let number = 0; number < 2; number += 1)
    services.push(createSyndication({ env, logger: createLogger('syndication', 'silent') }));
  urls = await Promise.all(services.map((service) => service.listen()));
});
afterAll(async () => {
  for (const service of services) await service.drain();
  await gateway[Symbol.asyncDispose]();
});

const get = (path: string, headers = {}, process = 0) => fetch(`${urls[process]}${path}`, { headers });
describe('a feed', () => {
  it('is the same bytes with the same ETag from every process, and 304 to who holds it from another', async () => {
    gateway.answer = { data: { articles: { nodes: [article] } } };
    const first = await get('/feeds/all.rss');
    const etag = first.headers.get('etag') ?? '';
    const second = await get('/feeds/all.rss', {}, 1);
    expect(second.headers.get('etag')).toBe(etag);
    expect(await second.text()).toBe(await first.text());
    expect((await get('/feeds/all.rss', { 'if-none-match': etag }, 1)).status).toBe(304);
  });

  it('names its own address, and tells a Hebrew story that has no section, no byline and no standfirst', async () => {
    gateway.answer = { data: { articles: { nodes: [article] } } };
    const feed = await (await get('/feeds/languages/he.rss')).text();
    expect(feed).toContain('href="https://feeds.example/feeds/languages/he.rss" rel="self"');
    expect(feed).toContain('<title>שלום &amp; ברכה</title>');
    expect(feed).not.toMatch(/<category|dc:creator>|<description><|undefined|null/);
    expect(feed).toContain('dir=&quot;rtl&quot;');
  });

  it.each([
    { why: 'media is away', answer: { data: { section }, errors: failure('SUBGRAPH_UNAVAILABLE') }, status: 200 },
    { why: 'there is no such section', answer: { data: { section: null } }, status: 404 },
    { why: 'no section can be called that', answer: { data: null, errors: failure('BAD_USER_INPUT') }, status: 404 },
    {
      why: 'the section is away',
      answer: { data: { section: null }, errors: failure('SUBGRAPH_UNAVAILABLE') },
      status: 503,
    },
    { why: 'the graph is away', answer: { data: null, errors: failure('SUBGRAPH_TIMEOUT') }, status: 503 },
  ])('when $why is answered by $status', async ({ answer, status }) => {
    gateway.answer = answer;
    const response = await get('/feeds/sections/world.rss');
    expect(response.status).toBe(status);
    if (status === 503) {
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });
});
