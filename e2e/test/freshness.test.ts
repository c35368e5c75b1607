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

  it('a curated front: a pin, a title, and one that was not there', async () => {
    const front =
      'query Front($slug: String!) { front(slug: $slug) { title version containers { id title articles(first: 3) { id } } } }';
    const { data } = await house.graph(front, { slug: 'home' });
    const [container] = data.front.containers.toReversed();
    await expectFresh(
      [
        { query: front, variables: { slug: 'home' } },
        { query: '{ front { containers { id articles(first: 3) { id } } } }', token: reader },
      ],
      () =>
        asEditor(
          'mutation ($container: ID!, $id: ID!) { pinArticle(containerId: $container, articleId: $id) { userErrors { code } } }',
          { container: container.id, id: story.id },
        ),
      (json) => {
        const { containers } = JSON.parse(json).front;
        return containers.at(-1).articles[0].id === story.id;
      },
    );
    const save =
      'mutation ($slug: String!) { saveFront(slug: $slug, input: { title: "Made just now", language: "en" }) { userErrors { code } } }';
    await expectFresh(
      [{ query: front, variables: { slug: 'made-just-now' } }],
      () => asEditor(save, { slug: 'made-just-now' }),
      (json) => json.includes('Made just now'),
    );
  });

  it('a section that is called otherwise, wherever it is named, and a topic that was not there', async () => {
    const { slug } = story.section;
    const save = `mutation ($slug: String!) {
      saveSection(input: { slug: $slug, title: "Called otherwise", language: "en" }) { userErrors { code } } }`;
    await expectFresh(
      [
        { query: 'query ($slug: String!) { section(slug: $slug) { title } }', variables: { slug } },
        { query: '{ sections { title } }' },
        { query: 'query ($id: ID!) { article(id: $id) { section { title } } }', variables: { id: story.id } },
        { query: '{ articles(first: 30) { nodes { section { title } } } }' },
      ],
      () => asEditor(save, { slug }),
      (json) => json.includes('Called otherwise'),
    );
    await expectFresh(
      [
        { query: '{ topics(match: "made just now") { nodes { title } } }' },
        { query: '{ topic(slug: "made-now") { title } }' },
      ],
      () =>
        asEditor(
          'mutation { saveTopic(input: { slug: "made-now", title: "Made just now" }) { userErrors { code } } }',
          {},
        ),
      (json) => json.includes('Made just now'),
    );
  });

  it('a translation, from its link on and as it is published, where the other is shown', async () => {
    const { createArticle } = await asEditor(
      `mutation ($id: ID!) { createArticle(input: { language: "fr", headline: "En francais", translationOfId: $id }) { article { id } } }`,
      { id: story.id },
    );
    const { id } = createArticle.article;
    const translations = 'query ($id: ID!) { article(id: $id) { headline translations { headline } } }';
    const asked = [{ query: translations, variables: { id: story.id } }];
    await expectFresh(
      asked,
      () => asEditor('mutation ($id: ID!) { publishArticle(id: $id) { userErrors { code } } }', { id }),
      (json) => json.includes('En francais'),
    );
    await expectFresh(
      asked,
      () => asEditor('mutation ($id: ID!) { unlinkTranslation(articleId: $id) { userErrors { code } } }', { id }),
      (json) => !json.includes('En francais'),
    );
  });

  it('a withdrawn story: its notice on its page, and nothing of it in lists, in search, in its conversation and in counts', async () => {
    const { data } = await house.graph('query ($id: ID!) { article(id: $id) { headline } }', { id: story.id });
    const { headline } = data.article;
    const search = 'query ($text: String!) { searchArticles(text: $text) { nodes { id headline } } }';
    await asEditor(
      'mutation ($id: ID!) { postComment(input: { articleId: $id, body: "It says what it says." }) { userErrors { code } } }',
      { id: story.id },
    );
    await house.settled();
    await expectFresh(
      [
        ...pages(),
        ...lists(),
        { query: search, variables: { text: headline } },
        { query: conversation, variables: { id: story.id } },
        { query: counts, variables: { ids: [story.id] } },
      ],
      () =>
        asEditor('mutation ($id: ID!) { withdrawArticle(id: $id, reason: "It was wrong.") { userErrors { code } } }', {
          id: story.id,
        }),
      (json) =>
        json.startsWith('{"commentCounts"')
          ? json.includes('"count":0')
          : !json.includes(headline) && !json.includes('It says what it says.'),
    );
    const { data: notice } = await house.graph(
      'query ($id: ID!) { article(id: $id) { status withdrawal { reason } } }',
      { id: story.id },
    );
    expect(notice.article).toEqual({ status: 'WITHDRAWN', withdrawal: { reason: 'It was wrong.' } });
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
