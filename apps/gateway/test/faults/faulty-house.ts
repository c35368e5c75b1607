import { readdirSync, readFileSync } from 'node:fs';
import { type FaultProxy, startFaultProxy } from '@dateline/testing/fault-proxy';
import { startTestSubgraph } from '@dateline/testing/supergraph';
import { startProcess } from '../gateway-process.ts';
import { articlesResolvers, commentsResolvers, mediaResolvers } from '../small-edition.ts';
import { startTestGateway, viewerSigningSecret } from '../test-gateway.ts';

export type SubgraphName = 'articles' | 'media' | 'comments';

/** One request; what differs is in the variables, so that its operation is planned once. */
export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A page that needs two subgraphs; without comments it is a page all the same. Each number is another one. */
export const pageOf = (number: number | string): Question => ({
  query: 'query Page($id: ID!) { article(id: $id) { headline thread { commentCount } } }',
  variables: { id: `a${number}` },
});
/** A page of articles alone. */
export const storyOf = (number: number | string): Question => ({
  query: 'query Story($id: ID!) { article(id: $id) { headline } }',
  variables: { id: `a${number}` },
});

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly ms: number;
  // Tests read deep into answers whose shape each of them knows.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly data?: any;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** Asks over HTTP, and says how long it took. */
export async function ask(origin: string, question: Question, init: RequestInit = {}): Promise<Answer> {
  const startedAt = performance.now();
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
    ...init,
  });
  const text = await response.text();
  const { status, headers } = response;
  const isJson = headers.get('content-type')?.includes('json');
  return { status, headers, text, ms: performance.now() - startedAt, ...(isJson ? JSON.parse(text) : {}) };
}

/** Real subgraphs over HTTP, a proxy before each that can spoil what passes, and nothing else yet. */
export async function startSubgraphs() {
  const resolvers = { articles: articlesResolvers, media: mediaResolvers, comments: withMutation(commentsResolvers) };
  const start = async (name: SubgraphName) => {
    const subgraph = await startTestSubgraph({ name, resolvers: resolvers[name], viewerSigningSecret });
    return { subgraph, proxy: await startFaultProxy({ target: subgraph.url }) };
  };
  const all = { articles: await start('articles'), media: await start('media'), comments: await start('comments') };
  const proxies = Object.fromEntries(Object.entries(all).map(([name, { proxy }]) => [name, proxy])) as Record<
    SubgraphName,
    FaultProxy
  >;
  return {
    proxies,
    /** Where each subgraph stands, without its proxy. */
    targets: {
      articles: all.articles.subgraph.url,
      media: all.media.subgraph.url,
      comments: all.comments.subgraph.url,
    },
    addresses: {
      ARTICLES_URL: proxies.articles.url,
      MEDIA_SUBGRAPH_URL: proxies.media.url,
      COMMENTS_URL: proxies.comments.url,
    },
    async close() {
      for (const { subgraph, proxy } of Object.values(all)) {
        await proxy.close();
        await subgraph.close();
      }
    },
  };
}

/** The gateway in this process, before subgraphs that can be spoilt. */
export async function startFaultyHouse(env: Record<string, string> = {}) {
  const { proxies, targets, addresses, close } = await startSubgraphs();
  const gateway = await startTestGateway({ env: { LOG_LEVEL: 'warn', ...addresses, ...env } });
  const degraded = async () => JSON.parse((await gateway.get('/readyz')).text).degraded as Record<string, string>;
  return {
    gateway,
    proxies,
    targets,
    ask: (question: Question, init?: RequestInit) => ask(gateway.origin, question, init),
    degraded,
    async close() {
      await gateway.close();
      await close();
    },
  };
}

export type FaultyHouse = Awaited<ReturnType<typeof startFaultyHouse>>;

/** The same with the gateway as a process of its own, whose memory and descriptors can be looked at. */
export async function startFaultyProcess(env: Record<string, string> = {}) {
  const { proxies, addresses, close } = await startSubgraphs();
  const { child, exited, origin } = await startProcess({ NODE_ENV: 'test', ...addresses, ...env });
  if (origin === null) throw new Error('the gateway did not start');
  return {
    origin,
    proxies,
    ask: (question: Question, init?: RequestInit) => ask(origin, question, init),
    /** Resident memory in bytes: now, and the most that it ever was. */
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
      return { now: read('VmRSS'), most: read('VmHWM') };
    },
    descriptors: () => readdirSync(`/proc/${child.pid}/fd`).length,
    async close() {
      child.kill('SIGKILL');
      await exited;
      await close();
    },
  };
}

/** Where there is no /proc (not Linux), what must be read there is not measured. */
export const hasProc = process.platform === 'linux';

function withMutation(resolvers: typeof commentsResolvers) {
  return {
    ...resolvers,
    Mutation: {
      postComment: (_: unknown, { input }: { input: { body: string } }) => ({
        comment: { ...resolvers.Query.comment(_, { id: 'c9' }), bodyText: input.body },
        userErrors: [],
      }),
    },
  };
}

/** Several at a time, all of them in the end. */
export async function inLanes<Item>(items: readonly Item[], lanes: number, work: (item: Item) => Promise<unknown>) {
  const left = items.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const item of left) await work(item);
    }),
  );
}

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
