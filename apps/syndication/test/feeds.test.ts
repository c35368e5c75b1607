import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createLogger } from '@dateline/service-kit/logger';
import { buildSchema, GraphQLError, graphql } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { readEnv } from '../src/env.ts';
import { createSyndication } from '../src/syndication.ts';

const api = fileURLToPath(import.meta.resolve('@dateline/graph-types/api.graphql'));
const schema = buildSchema(readFileSync(api, 'utf8'));

const stopping: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stopping.splice(0).toReversed()) await stop();
});

const article = {
  id: '0190b2c4-0000-7000-8000-000000000001',
  canonicalUrl: 'https://news.example/articles/a',
  language: 'en',
  direction: 'LTR',
  headline: 'A story',
  standfirst: null,
  publishedAt: '2026-01-01T10:00:00Z',
  updatedAt: '2026-01-02T10:00:00Z',
  bylines: [],
  section: null,
  topics: [],
  body: [],
  leadFigure: {
    role: 'LEAD',
    caption: 'Above',
    altText: null,
    credit: 'Reuters',
    image: (): unknown => ({
      rendition: { url: 'https://media.example/a.jpg', mimeType: 'image/jpeg', width: 1280, height: 853 },
    }),
  },
};

interface PaperGraph {
  articles: unknown[];
  isHanging: boolean;
}

/** The public schema over real HTTP, with stories of the test's own. What the real graph gives is e2e's question. */
async function start(): Promise<{ feeds: string; graph: PaperGraph }> {
  const paper: PaperGraph = { articles: [article], isHanging: false };
  const connection = () => ({ nodes: paper.articles });
  const section = ({ slug }: { slug: string }) =>
    slug === 'world' ? { slug, title: 'World', language: 'en', articles: connection } : null;
  const rootValue = { articles: connection, section, sections: () => [section({ slug: 'world' })] };
  const server = createServer(async (request, response) => {
    if (paper.isHanging) return void request.socket.destroy();
    const url = new URL(request.url ?? '/', 'http://graph');
    const body = request.method === 'GET' ? Object.fromEntries(url.searchParams) : JSON.parse(await text(request));
    response.setHeader('content-type', 'application/json');
    if (!body.query) {
      const code = body.documentId ? 'PERSISTED_DOCUMENT_NOT_FOUND' : 'PERSISTED_QUERY_NOT_FOUND';
      return void response.end(JSON.stringify({ errors: [{ message: 'not found', extensions: { code } }] }));
    }
    const { query: source, variables: variableValues, operationName } = body;
    response.end(JSON.stringify(await graphql({ schema, source, rootValue, variableValues, operationName })));
  });
  const port = await listen(server);
  stopping.push(async () => server.close());
  const env = readEnv({
    SYNDICATION_PORT: '0',
    GATEWAY_URL: `http://127.0.0.1:${port}/graphql`,
    SITE_URL: 'https://news.example',
    FEED_URL: 'https://feeds.example',
  });
  const service = createSyndication({ env, logger: createLogger('syndication', 'silent') });
  stopping.push(() => service.drain());
  return { feeds: `${await service.listen()}/feeds`, graph: paper };
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}

describe('a feed', () => {
  it('answers 304 to who holds it, by ETag as by date, and the whole once a story changes', async () => {
    const { feeds, graph } = await start();
    for (const format of ['rss', 'json']) {
      graph.articles = [article];
      const first = await fetch(`${feeds}/all.${format}`);
      expect(first.status).toBe(200);
      const etag = first.headers.get('etag') ?? '';
      const lastModified = first.headers.get('last-modified') ?? '';
      expect(lastModified).toBe('Fri, 02 Jan 2026 10:00:00 GMT');
      expect((await fetch(`${feeds}/all.${format}`, { headers: { 'if-none-match': etag } })).status).toBe(304);
      expect((await fetch(`${feeds}/all.${format}`, { headers: { 'if-modified-since': lastModified } })).status).toBe(
        304,
      );
      graph.articles = [{ ...article, headline: 'A story, corrected', updatedAt: '2026-01-03T10:00:00Z' }];
      expect((await fetch(`${feeds}/all.${format}`, { headers: { 'if-none-match': etag } })).status).toBe(200);
      expect((await fetch(`${feeds}/all.${format}`, { headers: { 'if-modified-since': lastModified } })).status).toBe(
        200,
      );
    }
  });

  it('carries a live story entry by entry, with the stories that it names and the pictures of its entries', async () => {
    const { feeds, graph } = await start();
    const body = [
      { __typename: 'ParagraphElement', html: 'Before' },
      {
        __typename: 'LiveEntryElement',
        headline: 'The newest',
        publishedAt: '2026-01-01T12:00:00+02:00',
        body: [
          { __typename: 'ParagraphElement', html: 'Told' },
          {
            __typename: 'RelatedElement',
            article: { id: 'b', canonicalUrl: 'https://news.example/articles/b', headline: 'B' },
          },
          { __typename: 'FigureElement', ...article.leadFigure, role: 'INLINE', caption: 'In the entry' },
        ],
      },
      { __typename: 'LiveEntryElement', headline: null, publishedAt: '2026-01-01T11:00:00+02:00', body: [] },
    ];
    graph.articles = [{ ...article, body }];
    const feed = JSON.parse(await (await fetch(`${feeds}/all.json`)).text());
    const [{ content_html: html, _dateline: extension }] = feed.items;
    expect(html.match(/<section>/g)).toHaveLength(2);
    expect(html).toContain('<time datetime="2026-01-01T12:00:00+02:00">Jan 1, 2026, 12:00');
    expect(html).toContain('<a href="https://news.example/articles/b">B</a>');
    expect(extension.figures.map(({ caption }: { caption: string }) => caption)).toEqual(['Above', 'In the entry']);
  });

  it('names its own public address and its home', async () => {
    const { feeds } = await start();
    const feed = (await (await fetch(`${feeds}/sections/world.json`)).json()) as Record<string, unknown>;
    expect(feed).toMatchObject({
      title: 'Dateline: World',
      feed_url: 'https://feeds.example/feeds/sections/world.json',
      home_page_url: 'https://news.example/sections/world',
      language: 'en',
    });
  });

  it('is well formed with no story at all', async () => {
    const { feeds, graph } = await start();
    graph.articles = [];
    const answer = await fetch(`${feeds}/all.rss`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('last-modified')).toBeNull();
    expect(await answer.text()).toContain('<channel>');
  });

  it('keeps the story, its caption and its credit when media is down, and is not to be kept by caches', async () => {
    const { feeds, graph } = await start();
    const away = () => {
      throw new GraphQLError('media is away');
    };
    graph.articles = [{ ...article, leadFigure: { ...article.leadFigure, image: away } }];
    const answer = await fetch(`${feeds}/all.rss`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('etag')).toBeNull();
    expect(await answer.text()).toContain('Photo: Reuters');
  });

  it('that cannot be made says when to try again, and nothing of why', async () => {
    const { feeds, graph } = await start();
    graph.isHanging = true;
    const answer = await fetch(`${feeds}/all.rss`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await answer.text()).toBe('The feed is not to be had at the moment. Try again shortly.\n');
  });

  it.each(['none.rss', 'all.xml', 'all', 'sections/nowhere.rss', 'languages/not_a_language.rss', '%ff.rss'])(
    'at /feeds/%s is not there',
    async (path) => {
      const { feeds } = await start();
      expect((await fetch(`${feeds}/${path}`)).status).toBeGreaterThanOrEqual(400);
      expect((await fetch(`${feeds}/${path}`)).status).toBeLessThan(500);
    },
  );
});
