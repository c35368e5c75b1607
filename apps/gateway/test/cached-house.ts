import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepForViewerAlone } from '@dateline/service-kit/cache-hints';
import { createDevIssuer, ensureDevIssuerKey } from '@dateline/service-kit/dev-issuer';
import type { RequestContext } from '@dateline/service-kit/subgraph-server';
import type { Viewer } from '@dateline/service-kit/viewer';
import { startTestSubgraph, type TestSubgraph } from '@dateline/testing/supergraph';
import type { GraphQLResolveInfo } from 'graphql';
import { articlesResolvers, commentsResolvers, mediaResolvers } from './small-edition.ts';
import { startTestGateway, viewerSigningSecret } from './test-gateway.ts';

export const purgeToken = 'the-operators-token-that-is-long-enough';

interface Reference {
  readonly id: string;
}

/** What the subgraphs of a cached house know; a test changes it. */
export interface Edition {
  headlineOf(id: string): string;
  commentCountOf(id: string): number;
  readonly missing: Set<string>;
  /** What an answer waits for. */
  hold: Promise<void> | null;
}

/** The gateway with its caches on, over real subgraphs with the house's own words of what may be kept. */
export async function startCachedHouse(env: Record<string, string> = {}) {
  const keyFile = join(mkdtempSync(join(tmpdir(), 'dateline-issuer-')), 'key.json');
  await ensureDevIssuerKey(keyFile);
  const edition: Edition = {
    headlineOf: (id) => `Headline ${id}`,
    commentCountOf: () => 2,
    missing: new Set(),
    hold: null,
  };
  const withHeadline = <Item extends Reference>(item: Item) => ({ ...item, headline: edition.headlineOf(item.id) });
  const articles = {
    ...articlesResolvers,
    Query: {
      ...articlesResolvers.Query,
      article: async (_: unknown, { id }: { id?: string }) => {
        await edition.hold;
        const found = articlesResolvers.Query.article(_, id === undefined ? {} : { id });
        return found && !edition.missing.has(found.id) ? withHeadline(found) : null;
      },
      articles: (_: unknown, args: { first?: number }) => {
        const page = articlesResolvers.Query.articles(_, args);
        const nodes = page.nodes.map(withHeadline);
        return { ...page, nodes, edges: nodes.map((node, at) => ({ cursor: String(at), node })) };
      },
    },
    Article: {
      __resolveReference: ({ id }: Reference) => withHeadline(articlesResolvers.Article.__resolveReference({ id })),
    },
  };
  const comments = {
    ...commentsResolvers,
    Article: {
      ...commentsResolvers.Article,
      thread: async ({ id }: Reference) => {
        await edition.hold;
        return { state: 'OPEN', because: 'OPEN', commentCount: edition.commentCountOf(id) };
      },
    },
    Comment: {
      editableUntil: (_: unknown, _args: unknown, { viewer }: RequestContext, info: GraphQLResolveInfo) => {
        if (!viewer) return null;
        keepForViewerAlone(info);
        return `2030-01-01T00:00:00.${viewer.id.slice(-3)}Z`;
      },
    },
    Mutation: {
      postComment: (_: unknown, { input }: { input: { body: string } }) => ({
        comment: { ...commentsResolvers.Query.comment(_, { id: 'c9' }), bodyText: input.body },
        userErrors: [],
      }),
    },
  };
  const start = (name: 'articles' | 'media' | 'comments', resolvers: object, port = 0) =>
    startTestSubgraph({ name, resolvers, viewerSigningSecret, port });
  const subgraphs: Record<'articles' | 'media' | 'comments', TestSubgraph> = {
    articles: await start('articles', articles),
    media: await start('media', mediaResolvers),
    comments: await start('comments', comments),
  };
  const gateway = await startTestGateway({
    env: {
      ARTICLES_URL: subgraphs.articles.url,
      MEDIA_SUBGRAPH_URL: subgraphs.media.url,
      COMMENTS_URL: subgraphs.comments.url,
      CACHE_PURGE_TOKEN: purgeToken,
      DEV_ISSUER_KEY_FILE: keyFile,
      LOG_LEVEL: 'warn',
      ...env,
    },
  });
  const issuer = createDevIssuer({ keyFile, nodeEnv: 'test' });
  const all = () => Object.values(subgraphs);

  return {
    gateway,
    edition,
    subgraphs,
    /** Requests that subgraphs have received. */
    received: () => all().reduce((sum, { received }) => sum + received.length, 0),
    /** The representations of the last request to a subgraph. */
    lastAsked(name: keyof typeof subgraphs): readonly unknown[] {
      const body = subgraphs[name].received.at(-1)?.body as { variables: Record<string, unknown> } | undefined;
      return Object.values(body?.variables ?? {}).find((value) => Array.isArray(value)) ?? [];
    },
    async as({ id, displayName, roles }: Viewer): Promise<Record<string, string>> {
      const token = await issuer.issue({ subject: id, name: displayName, roles, ttlSeconds: 60 });
      return { authorization: `Bearer ${token}` };
    },
    async purge(body: object): Promise<number> {
      const answer = await fetch(`${gateway.origin}/cache/purge`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${purgeToken}` },
        body: JSON.stringify(body),
      });
      return ((await answer.json()) as { purged: number }).purged;
    },
    /** Takes a subgraph away for good. */
    async goAway(name: keyof typeof subgraphs): Promise<void> {
      await subgraphs[name].close();
    },
    async close() {
      await gateway.close();
      await Promise.all(all().map((subgraph) => subgraph.close()));
    },
  };
}

export type CachedHouse = Awaited<ReturnType<typeof startCachedHouse>>;
