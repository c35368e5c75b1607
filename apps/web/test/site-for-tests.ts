import { createLogger } from '@dateline/service-kit/logger';
import { readEnv } from '../src/env.ts';
import { readerCookie } from '../src/sign-in/reader-cookie.ts';
import { createSite } from '../src/site.ts';
import { paper } from './paper.ts';
import type { PaperViewer } from './paper-conversation.ts';
import { type PaperGraph, paperToken, startPaperGraph } from './paper-graph.ts';

export interface SiteForTests extends AsyncDisposable {
  readonly url: string;
  readonly graph: PaperGraph;
  /** Everything that the site wrote to its log. */
  readonly log: () => string;
  /** GET, redirects not followed; `as` signs a reader in. */
  get(path: string, as?: PaperViewer | string): Promise<Page>;
  /** A form of the site itself. */
  post(path: string, fields: Readonly<Record<string, string>>, as?: PaperViewer | string): Promise<Page>;
}

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

/** The built site on a free port over a graph on paper. */
export async function startSite(
  environment: Readonly<Record<string, string>> = {},
  builtFolder?: string,
): Promise<SiteForTests> {
  const graph = await startPaperGraph(paper);
  const lines: string[] = [];
  const logger = createLogger('web', 'debug', { write: (line) => lines.push(line) });
  const env = readEnv({
    NODE_ENV: 'test',
    WEB_PORT: '0',
    GATEWAY_URL: graph.url,
    SITE_URL: 'http://site.test',
    FEED_URL: 'http://feeds.test',
    MEDIA_URL: 'http://media.test',
    ...environment,
  });
  const site = await createSite(env, logger, builtFolder);
  const url = await site.listen();
  const ask = async (path: string, init: RequestInit, as?: PaperViewer | string): Promise<Page> => {
    const token = typeof as === 'object' ? paperToken(as) : as;
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('cookie', `${readerCookie}=${token}`);
    const response = await fetch(`${url}${path}`, { ...init, headers, redirect: 'manual' });
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  return {
    url,
    graph,
    log: () => lines.join(''),
    get: (path, as) => ask(path, {}, as),
    post: (path, fields, as) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: url } }, as),
    async [Symbol.asyncDispose]() {
      await site.drain();
      await graph[Symbol.asyncDispose]();
    },
  };
}
