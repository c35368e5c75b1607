import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { GraphQLError } from 'graphql';
import { type PaperComment, PaperConversation, type PaperViewer } from './paper-conversation.ts';
import { type PageArgs, paperPage, paperSearch } from './paper-lists.ts';

type Shape = Readonly<Record<string, unknown>>;

/** What a graph on paper knows: objects in the very shapes of the public API. */
export interface Paper {
  readonly sections: readonly (Shape & { readonly slug: string })[];
  readonly contributors: readonly (Shape & { readonly slug: string })[];
  readonly topics: readonly (Shape & { readonly slug: string })[];
  /** Newest first. */
  readonly articles: readonly (Shape & {
    readonly id: string;
    readonly slug: string;
    readonly language: string;
    readonly status: string;
    readonly oldSlugs?: readonly string[];
    readonly headline: string;
    readonly standfirst: string | null;
    readonly section: { readonly slug: string };
    readonly bylines: readonly { readonly contributor: { readonly slug: string } | null }[];
    readonly topics: readonly { readonly slug: string }[];
  })[];
  readonly comments: readonly PaperComment[];
}

export interface PaperGraph extends AsyncDisposable {
  readonly url: string;
  readonly conversation: PaperConversation;
  /** While it is away, threads are null and the answer says that a part is missing. */
  setCommentsAway(isAway: boolean): void;
}

interface Context {
  readonly viewer: PaperViewer | null;
}

const typeDefs = readFileSync(fileURLToPath(import.meta.resolve('@dateline/graph-types/api.graphql')), 'utf8');

/**
 * The public graph over a few stories in memory, so that the site's own tests can say exactly what it answers. The real
 * graph is what the tests of e2e/ have. A token here is a JWT in shape only: its middle is read and nothing is verified.
 */
export async function startPaperGraph(paper: Paper): Promise<PaperGraph> {
  const conversation = new PaperConversation(paper.comments);
  let commentsAreAway = false;
  const published = paper.articles.filter(({ status }) => status === 'PUBLISHED');

  const resolvers = {
    BodyElement: { __resolveType: ({ kind }: { kind: string }) => kind },
    Query: {
      sections: () => paper.sections,
      section: (_root: unknown, { slug }: { slug: string }) => bySlug(paper.sections, slug),
      contributor: (_root: unknown, { slug }: { slug: string }) => bySlug(paper.contributors, slug),
      topic: (_root: unknown, { slug }: { slug: string }) => bySlug(paper.topics, slug),
      searchArticles: (_root: unknown, args: PageArgs & { text: string }) => paperSearch(published, args),
      articles: (_root: unknown, args: PageArgs & { filter?: { languages?: readonly string[] } }) =>
        paperPage(
          paper.articles.filter(({ language }) => args.filter?.languages?.includes(language) ?? true),
          args,
        ),
      article: (_root: unknown, { id, slug }: { id?: string; slug?: string }) =>
        paper.articles.find((one) => one.id === id || one.slug === slug || (slug && one.oldSlugs?.includes(slug))) ??
        null,
      comment: (_root: unknown, { id }: { id: string }) => conversation.find(id),
      viewer: (_root: unknown, _args: unknown, { viewer }: Context) => viewer,
    },
    Section: {
      articles: ({ slug }: { slug: string }, args: PageArgs) =>
        paperPage(
          paper.articles.filter(({ section }) => section.slug === slug),
          args,
        ),
    },
    Contributor: {
      articles: ({ slug }: { slug: string }, args: PageArgs) =>
        paperPage(
          published.filter(({ bylines }) => bylines.some(({ contributor }) => contributor?.slug === slug)),
          args,
        ),
    },
    Topic: {
      articles: ({ slug }: { slug: string }, args: PageArgs) =>
        paperPage(
          published.filter(({ topics }) => bySlug(topics, slug)),
          args,
        ),
    },
    Article: {
      translations: ({ translationSlugs = [] }: { translationSlugs?: readonly string[] }) =>
        paper.articles.filter(({ slug }) => translationSlugs.includes(String(slug))),
      thread: ({ id }: { id: string }) => {
        if (!commentsAreAway) return conversation.thread(id);
        throw new GraphQLError('A part of the answer is not available at the moment.', {
          extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'comments' },
        });
      },
    },
    Thread: {
      comments: (
        { articleId }: { articleId: string },
        args: { sort: 'NEWEST' | 'OLDEST'; first: number; after?: string },
      ) => conversation.page(articleId, null, args),
      viewerDrafts: ({ articleId }: { articleId: string }, _args: unknown, { viewer }: Context) =>
        conversation.drafts(articleId, viewer),
    },
    Comment: {
      article: ({ articleId }: PaperComment) => paper.articles.find(({ id }) => id === articleId),
      editableUntil: (comment: PaperComment, _args: unknown, { viewer }: Context) =>
        comment.author?.id === viewer?.id && !comment.deleted ? '2999-01-01T00:00:00Z' : null,
      replies: (comment: PaperComment, args: { sort: 'NEWEST' | 'OLDEST'; first: number; after?: string }) =>
        conversation.page(comment.articleId, comment.id, args),
      replyCount: (comment: PaperComment) => conversation.replyCount(comment.id),
      ancestors: (comment: PaperComment) => conversation.ancestors(comment),
    },
    Mutation: conversation.mutations,
  };

  const server = new ApolloServer<Context>({ typeDefs, resolvers, includeStacktraceInErrorResponses: false });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0 },
    context: async ({ req }) => ({ viewer: viewerOf(req.headers.authorization) }),
  });
  return {
    url: `${url.replace(/\/$/, '')}/graphql`,
    conversation,
    setCommentsAway(isAway) {
      commentsAreAway = isAway;
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

function bySlug<Named extends { readonly slug: string }>(all: readonly Named[], slug: string): Named | null {
  return all.find((one) => one.slug === slug) ?? null;
}

export function paperToken({ id, displayName, role }: PaperViewer): string {
  const claims = { sub: id, name: displayName, roles: [role] };
  return `paper.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.token`;
}

/** Has the shape of a token, and is refused. */
export const refusedToken = 'paper.refused.token';

function viewerOf(authorization: string | undefined): PaperViewer | null {
  if (authorization === undefined) return null;
  const [, payload = ''] = authorization.split('.');
  if (`Bearer ${refusedToken}` === authorization) {
    const extensions = { code: 'UNAUTHENTICATED', http: { status: 401 } };
    throw new GraphQLError('The token is not valid.', { extensions });
  }
  const { sub, name, roles } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return { id: sub, displayName: name, role: roles[0] };
}
