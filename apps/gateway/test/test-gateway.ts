import type { Playground } from '@dateline/playground/playground';
import { createLogger } from '@dateline/service-kit/logger';
import { startTestSubgraph } from '@dateline/testing/supergraph';
import { readEnv } from '../src/env.ts';
import { createGateway } from '../src/gateway.ts';
import { houseSettings } from '../src/house-settings.ts';
import type { GatewaySettings } from '../src/settings.ts';
import { articlesResolvers, commentsResolvers, mediaResolvers } from './small-edition.ts';

export const viewerSigningSecret = 'a-secret-of-the-tests-that-is-long-enough';

/** Where nothing listens: a subgraph that was killed. */
export const deadUrl = 'http://127.0.0.1:1/graphql';

/** For tests that look at what subgraphs are asked. */
export const withoutCaches = { RESPONSE_CACHE_MAX_BYTES: '0', ENTITY_CACHE_MAX_BYTES: '0' };

export interface GraphResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests read deep into answers whose shape each of them knows.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: unknown;
}

export interface TestGateway {
  readonly origin: string;
  /** What was written to the log, line by line. */
  readonly log: readonly Record<string, unknown>[];
  /** POSTs one operation, for an answer whose status says what became of it: graphql-response+json by default. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<GraphResponse>;
  /** POSTs any body. */
  post(body: string | Uint8Array, headers?: Record<string, string>): Promise<GraphResponse>;
  get(path: string, headers?: Record<string, string>): Promise<GraphResponse>;
  /** As SIGHUP does. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export interface TestGatewayOptions {
  readonly env?: Record<string, string>;
  /** In place of what the environment says: for a graph that is not the house's. */
  readonly settings?: Partial<GatewaySettings>;
  readonly playground?: Playground | null;
}

/** The whole gateway on a free port, over real HTTP. Its subgraphs are dead unless `env` says where they are. */
export async function startTestGateway({
  env = {},
  settings = {},
  playground = null,
}: TestGatewayOptions = {}): Promise<TestGateway> {
  const log: Record<string, unknown>[] = [];
  const logger = createLogger('gateway', 'info', { write: (line) => void log.push(JSON.parse(line)) });
  const service = await createGateway({
    settings: {
      ...houseSettings(
        readEnv({
          NODE_ENV: 'test',
          GATEWAY_PORT: '0',
          VIEWER_SIGNING_SECRET: viewerSigningSecret,
          ARTICLES_URL: deadUrl,
          MEDIA_SUBGRAPH_URL: deadUrl,
          COMMENTS_URL: deadUrl,
          ...env,
        }),
      ),
      ...settings,
    },
    logger,
    playground,
  });
  const origin = await service.listen();

  const post: TestGateway['post'] = async (body, headers = {}) =>
    read(
      await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
        body: body as string,
      }),
    );
  return {
    origin,
    log,
    post,
    ask: (query, variables = {}, headers = {}) => post(JSON.stringify({ query, variables }), headers),
    get: async (path, headers = {}) => read(await fetch(`${origin}${path}`, { headers })),
    reload: () => service.reload(),
    close: () => service.drain(),
  };
}

async function read(response: Response): Promise<GraphResponse> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, text, ...(isJson && text ? JSON.parse(text) : {}) };
}

/** A gateway over three living subgraphs with a small edition. */
export async function startWholeHouse(options: TestGatewayOptions = {}) {
  const [articles, media, comments] = await Promise.all([
    startTestSubgraph({ name: 'articles', resolvers: articlesResolvers, viewerSigningSecret }),
    startTestSubgraph({ name: 'media', resolvers: mediaResolvers, viewerSigningSecret }),
    startTestSubgraph({ name: 'comments', resolvers: commentsResolvers, viewerSigningSecret }),
  ]);
  const gateway = await startTestGateway({
    ...options,
    env: { ARTICLES_URL: articles.url, MEDIA_SUBGRAPH_URL: media.url, COMMENTS_URL: comments.url, ...options.env },
  });
  return {
    gateway,
    articles,
    media,
    comments,
    async close() {
      await gateway.close();
      await Promise.all([articles.close(), media.close(), comments.close()]);
    },
  };
}

/** The code of the answer's one error. */
export function onlyCode({ errors }: GraphResponse): unknown {
  if (errors?.length !== 1) return `${errors?.length ?? 0} errors`;
  return errors[0]?.extensions['code'];
}
