import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, startHouse } from '../src/start-house.ts';

/** How far behind its event an answer may be. */
const maxStalenessMs = 2_000;

const page = /* GraphQL */ `
  query Page($id: ID!) {
    article(id: $id) { id slug headline bodyHtml jsonLd leadFigure { caption image { caption } } thread { commentCount } }
  }
`;
const bySlug = 'query BySlug($slug: String!) { article(slug: $slug) { headline } }';
const list = '{ articles(first: 30) { nodes { id headline leadFigure { caption } } } }';
const section = 'query Section($slug: String!) { section(slug: $slug) { articles(first: 30) { nodes { headline } } } }';
const counts = 'query Counts($ids: [ID!]!) { commentCounts(articleIds: $ids) { count } }';
const conversation = /* GraphQL */ `
  query Conversation($id: ID!) { article(id: $id) { id thread { comments(first: 50) { nodes { id bodyText } } } } }
`;

describe('what readers get is never older than two seconds', () => {
  let house: House;
  let editor: string;
  let reader: string;
  let story: { id: string; slug: string; section: { slug: string } };

  beforeAll(async () => {
    house = await startHouse({ demo: true, start: ['articles', 'media', 'comments', 'gateway'] });
    editor = await house.token('EDITOR');
    reader = await house.token('READER');
    const { data } = await house.graph(
      '{ articles(first: 30) { nodes { id slug section { slug } leadFigure { caption image { id caption } } } } }',
    );
    // Its figure has no words of its own: they come from the picture, by an event.
    story = data.articles.nodes.find(
      ({
        leadFigure,
        section: home,
      }: {
        leadFigure: { caption: string | null; image: { caption: string } } | null;
        section: object;
      }) => home && leadFigure?.caption && leadFigure.caption === leadFigure.image?.caption,
    );
    expect(story).toBeDefined();
  });
  afterAll(() => house?.[Symbol.asyncDispose]());

  const asEditor = async (mutation: string, variables: object) => {
    const { data, errors } = await house.graph(mutation, variables, { token: editor });
    expect(errors).toEqual([]);
    return data;
  };

  /** Asks often enough that a cache keeps the answers, then changes something, and asks until all say so. */
  async function expectFresh(
    asked: readonly { query: string; variables?: object; token?: string }[],
    change: () => Promise<unknown>,
    isNew: (json: string) => boolean,
  ): Promise<void> {
    const ask = ({ query, variables, token }: (typeof asked)[number]) =>
      house.graph(query, variables, token ? { token } : {}).then(({ data }) => JSON.stringify(data));
    for (let times = 0; times < 3; times += 1) {
      for (const answer of await Promise.all(asked.map(ask))) expect(isNew(answer)).toBe(false);
    }
    await change();
    const changedAtMs = performance.now();
    for (const one of asked) {
      while (!isNew(await ask(one))) {
        if (performance.now() - changedAtMs > maxStalenessMs) throw new Error(`Still old: ${one.query}`);
        await delay(20);
      }
    }
    // Once new, never old again.
    for (let times = 0; times < 10; times += 1) {
      for (const answer of await Promise.all(asked.map(ask))) expect(isNew(answer)).toBe(true);
    }
  }

  const lists = () => [{ query: list }, { query: section, variables: { slug: story.section.slug } }];
  const pages = () => [
    { query: page, variables: { id: story.id } },
    { query: page, variables: { id: story.id }, token: reader },
    { query: bySlug, variables: { slug: story.slug } },
  ];

  it('a changed headline, on its page and in lists, for who is signed out and who is signed in', async () => {
    const { data } = await house.graph('query ($id: ID!) { article(id: $id) { revision } }', { id: story.id });
    const update =
      'mutation ($id: ID!, $revision: Int!) { updateArticle(id: $id, expectedRevision: $revision, input: { headline: "Another headline" }) { userErrors { code } } }';
    await expectFresh(
      [...pages(), ...lists()],
      () => asEditor(update, { id: story.id, revision: data.article.revision }),
      (json) => json.includes('Another headline'),
    );
  });

  it('a picture’s new caption, where media shows it and where articles does', async () => {
    const { data } = await house.graph('query ($id: ID!) { article(id: $id) { leadFigure { image { id } } } }', {
      id: story.id,
    });
    const update =
      'mutation ($id: ID!) { updateImage(id: $id, input: { caption: "Other words" }) { userErrors { code } } }';
    await expectFresh(
      [pages()[0] ?? { query: page }, { query: list }],
      () => asEditor(update, { id: data.article.leadFigure.image.id }),
      (json) => json.includes('"caption":"Other words"'),
    );
    const { data: whole } = await house.graph(page, { id: story.id });
    expect(whole.article.leadFigure).toEqual({ caption: 'Other words', image: { caption: 'Other words' } });
    expect(whole.article.jsonLd).toContain('Other words');
  });

  it('a comment, in its conversation and in counts', async () => {
    const post =
      'mutation ($id: ID!) { postComment(input: { articleId: $id, body: "Said just now." }) { userErrors { code } } }';
    const { data } = await house.graph(counts, { ids: [story.id] });
    const before = JSON.stringify(data);
    const say = async () => expect((await house.graph(post, { id: story.id }, { token: reader })).errors).toEqual([]);
    let said = false;
    await expectFresh(
      [
        { query: conversation, variables: { id: story.id } },
        { query: counts, variables: { ids: [story.id] } },
      ],
      async () => {
        await say();
        said = true;
      },
      (json) => (json.startsWith('{"commentCounts"') ? json !== before && said : json.includes('Said just now.')),
    );
  });

  it('a published story, where there was none by its name, and a draft for editors only and at once', async () => {
    const create =
      'mutation { createArticle(input: { language: "en", headline: "Not out yet", slug: "not-out-yet" }) { article { id } } }';
    const { createArticle } = await asEditor(create, {});
    const { id } = createArticle.article;
    expect((await house.graph(bySlug, { slug: 'not-out-yet' }, { token: editor })).data.article).not.toBeNull();
    await expectFresh(
      [{ query: bySlug, variables: { slug: 'not-out-yet' } }, { query: page, variables: { id } }, { query: list }],
      () => asEditor('mutation ($id: ID!) { publishArticle(id: $id) { userErrors { code } } }', { id }),
      (json) => json.includes('Not out yet'),
    );
  });
});
