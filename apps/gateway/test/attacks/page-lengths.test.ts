import { parsePage } from '@dateline/service-kit/connection';
import { startTestSubgraph } from '@dateline/testing/supergraph';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { figure } from '../figures.ts';
import { articlesResolvers } from '../small-edition.ts';
import { type GraphResponse, startTestGateway, type TestGateway, viewerSigningSecret } from '../test-gateway.ts';

// A10: a page of a length that no page has. What GraphQL cannot say, and what costs too much, the gateway refuses; what a list
// takes, its subgraph knows: all of ours read it with parsePage, before anything is asked of a database.

let gateway: TestGateway;
let pages = 0;
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  const bounds = { order: 'NEWEST', keyset: z.array(z.string()) };
  const articles = await startTestSubgraph({
    name: 'articles',
    resolvers: {
      ...articlesResolvers,
      Query: {
        ...articlesResolvers.Query,
        articles(parent: unknown, args: { first?: number }) {
          const { limit } = parsePage(args, bounds);
          pages++;
          return articlesResolvers.Query.articles(parent, { first: limit });
        },
      },
    },
    viewerSigningSecret,
  });
  gateway = await startTestGateway({ env: { ARTICLES_URL: articles.url } });
  closing.push(
    () => gateway.close(),
    () => articles.close(),
  );
});
afterAll(async () => {
  for (const close of closing) await close();
});

const ask = async (first: unknown): Promise<readonly [GraphResponse, GraphResponse]> => [
  await gateway.ask('query($n: Int) { articles(first: $n) { nodes { id } } }', { n: first }),
  await gateway.ask(`{ articles(first: ${first}) { nodes { id } } }`),
];

it('A10: no page is made of it, by a variable or in the text, and the answer says what is wrong', async () => {
  const wrong = [-1, -2_147_483_648, 0, 101, 10_000, 2_147_483_647, 2_147_483_648, -2_147_483_649, 1.5, '"ten"'];
  const answers = (await Promise.all(wrong.map(ask))).flat();
  for (const { status, data, errors, text } of answers) {
    expect([200, 400]).toContain(status);
    expect(data?.articles ?? null).toBeNull();
    const codes = expect.stringMatching(/^(BAD_USER_INPUT|TOO_COSTLY|GRAPHQL_VALIDATION_FAILED)$/);
    expect(errors?.[0]?.extensions).toMatchObject({ code: codes });
    expect(text).not.toMatch(/sql|postgres|limit \$|stack/i);
  }
  figure('A10', `pages made of ${answers.length} lengths that no page has`, { seen: pages, atMost: 0 });
});

it('A10: none given, one and a hundred are lengths', async () => {
  const answers = (await Promise.all([null, 1, 100].map(ask))).flat();
  expect(answers.map(({ status, data }) => [status, data.articles.nodes.length])).toEqual(
    [20, 20, 1, 1, 100, 100].map((length) => [200, length]),
  );
});
