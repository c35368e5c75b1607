import { startTestSubgraph } from '@dateline/testing/supergraph';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articlesResolvers, commentsResolvers, mediaResolvers } from '../small-edition.ts';
import { startTestGateway, type TestGateway, viewerSigningSecret } from '../test-gateway.ts';
import { mergeParts } from './merge-parts.ts';
import { askInParts } from './read-parts.ts';

const conversation = `thread { state commentCount comments(first: 20) { nodes { number bodyHtml author { displayName } } } }`;
const story = (thread: string) => `query Story($id: ID!) {
  article(id: $id) {
    headline
    bylines { name }
    leadFigure { image { width height } }
    body { __typename ... on ParagraphElement { html } }
    ${thread}
  }
}`;
const deferred = story(`... @defer(label: "conversation") { ${conversation} }`);

let gateway: TestGateway;
let letGo: () => void;
let asked: Promise<void>;
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  let tellAsked: () => void = () => undefined;
  asked = new Promise((resolve) => {
    tellAsked = resolve;
  });
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const slowComments = {
    ...commentsResolvers,
    Article: {
      ...commentsResolvers.Article,
      async thread() {
        tellAsked();
        await gate;
        return commentsResolvers.Article.thread();
      },
    },
  };
  const [articles, media, comments] = await Promise.all([
    startTestSubgraph({ name: 'articles', resolvers: articlesResolvers, viewerSigningSecret }),
    startTestSubgraph({ name: 'media', resolvers: mediaResolvers, viewerSigningSecret }),
    startTestSubgraph({ name: 'comments', resolvers: slowComments, viewerSigningSecret }),
  ]);
  gateway = await startTestGateway({
    env: { ARTICLES_URL: articles.url, MEDIA_SUBGRAPH_URL: media.url, COMMENTS_URL: comments.url },
  });
  closers.push(gateway.close, articles.close, media.close, comments.close);
});
afterAll(async () => {
  letGo();
  for (const close of closers) await close();
});

it('the article is read while its conversation is still being fetched, and both together are what is given at once', async () => {
  const parts = await askInParts(gateway.origin, { query: deferred, variables: { id: 'a1' } });
  const first = await parts.next();
  expect(first.data.article).toMatchObject({ headline: 'Headline a1', leadFigure: { image: { width: 100 } } });
  expect(first.data.article).not.toHaveProperty('thread');
  expect(first.pending).toEqual([{ id: '0', path: ['article'], label: 'conversation' }]);
  await asked;
  letGo();
  const merged = mergeParts([JSON.stringify(first), ...(await parts.rest())]);
  const whole = await gateway.ask(story(conversation), { id: 'a1' });
  expect(merged).toEqual({ data: whole.data, errors: [] });
});

it('who takes no parts is given it whole, and that answer is not mistaken for the parts', async () => {
  const whole = await gateway.ask(deferred, { id: 'a1' });
  const again = await gateway.ask(deferred, { id: 'a1' });
  expect(whole.data.article.thread.commentCount).toBe(2);
  expect(again.text).toBe(whole.text);
  expect(whole.headers.get('content-type')).toContain('application/graphql-response+json');
});
