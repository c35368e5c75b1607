import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import type { RequestContext } from '@dateline/service-kit/subgraph-server';

interface Reference {
  readonly id: string;
}

const article = (id: string) => ({
  __typename: 'Article',
  id,
  slug: `story-${id}`,
  headline: `Headline ${id}`,
  canonicalUrl: `https://news.example/${id}`,
  status: 'PUBLISHED',
  language: 'en',
  direction: 'LTR',
  bylines: [{ name: 'Noa' }],
  topics: [],
  corrections: [],
  body: [
    { __typename: 'ParagraphElement', id: 'p1', html: '<b>One</b>', text: 'One' },
    { __typename: 'FigureElement', id: 'f1', role: 'INLINE', image: { __typename: 'Image', id: 'i1' } },
  ],
  figures: [{ __typename: 'FigureElement', id: 'f1', role: 'INLINE', image: { __typename: 'Image', id: 'i1' } }],
  leadFigure: { __typename: 'FigureElement', id: 'f0', role: 'LEAD', image: { __typename: 'Image', id: 'i0' } },
});

const connection = <Node>(nodes: readonly Node[]) => ({
  edges: nodes.map((node, index) => ({ cursor: String(index), node })),
  nodes,
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
});

export const articlesResolvers = {
  Query: {
    article: (_: unknown, { id }: { id?: string }) => {
      if (id === 'none') return null;
      if (id === 'boom') throw new Error('password=hunter2 SELECT * FROM articles');
      if (id === 'bad') throw new CataloguedError('BAD_USER_INPUT', { message: 'Give an id.', field: ['id'] });
      return article(id ?? 'a1');
    },
    articles: (_: unknown, { first }: { first?: number }) =>
      connection(Array.from({ length: Math.min(first ?? 20, 100) }, (_item, index) => article(`a${index + 1}`))),
    sections: () => [],
  },
  Mutation: {
    publishArticle: (_: unknown, { id }: Reference, { viewer }: RequestContext) => {
      if (!viewer) throw new CataloguedError('UNAUTHENTICATED');
      if (!viewer.roles.includes('EDITOR')) throw new CataloguedError('FORBIDDEN');
      return { article: article(id), userErrors: [] };
    },
  },
  Article: { __resolveReference: ({ id }: Reference) => article(id) },
  BodyElement: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
};

export const mediaResolvers = {
  Image: {
    __resolveReference: ({ id }: Reference) => ({
      id,
      width: 100,
      height: 50,
      byteSize: 1,
      mimeType: 'image/png',
      keywords: [],
      digest: 'd',
      caption: `Caption ${id}`,
      focalPoint: { x: 0.5, y: 0.5 },
    }),
    srcset: () => 'https://media.example/320 320w',
    attribution: () => ({ label: 'Photo', name: 'Reuters', text: 'Photo: Reuters', direction: 'LTR' }),
  },
};

const comment = (id: string) => ({
  __typename: 'Comment',
  id,
  number: 1,
  bodyText: `Comment ${id}`,
  bodyHtml: `<p>${id}</p>`,
  article: { __typename: 'Article', id: 'a1' },
  author: { id: 'reader-1', displayName: 'Noa', role: 'READER' },
  replies: connection([]),
  deleted: false,
  replyCount: 0,
  depth: 0,
});

export const commentsResolvers = {
  Query: {
    comment: (_: unknown, { id }: Reference) => comment(id),
    commentCounts: (_: unknown, { articleIds }: { articleIds: string[] }) =>
      articleIds.map((articleId) => ({ articleId, count: 1 })),
    viewer: (_: unknown, _args: unknown, { viewer }: RequestContext) =>
      viewer && { id: viewer.id, displayName: viewer.displayName, role: 'READER', joinedAt: '2026-01-01T00:00:00Z' },
  },
  Article: {
    __resolveReference: ({ id }: Reference) => ({ id }),
    thread: () => ({ state: 'OPEN', because: 'OPEN', commentCount: 2 }),
  },
  Thread: { comments: () => connection([comment('c1'), comment('c2')]) },
};
