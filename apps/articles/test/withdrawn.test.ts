import { editor, reader } from '@dateline/testing/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

const whole = `id slug canonicalUrl status headline kicker standfirst dateline bodyHtml bodyText wordCount body { id }
  bylines { name } topics { slug } section { slug } leadFigure { id } figures { id } corrections { note } copyrightNotice
  usageTerms source { sourceId } translations { id } related { id } jsonLd firstPublishedAt withdrawal { reason withdrawnAt }`;

describe('a withdrawn article', () => {
  let articles: ArticlesUnderTest;
  beforeAll(async () => {
    articles = await startArticles();
  });
  afterAll(() => articles[Symbol.asyncDispose]());

  const ask = async (query: string, variables: Readonly<Record<string, unknown>>, viewer = editor) => {
    const { data, errors } = await articles.graph(query, variables, viewer);
    expect(errors).toBeUndefined();
    return data;
  };
  const secret = 'libel';
  async function published(language: string) {
    const { createArticle } = await ask(
      'mutation ($input: CreateArticleInput!) { createArticle(input: $input) { article { id } userErrors { code } } }',
      {
        input: {
          language,
          slug: `first-name-${language}`,
          headline: `A ${secret}`,
          kicker: secret,
          standfirst: secret,
          dateline: secret,
          bylines: [{ name: secret }],
          copyrightNotice: secret,
          usageTerms: secret,
          body: [{ figure: { role: 'LEAD', caption: secret } }, { paragraph: { html: secret } }],
        },
      },
    );
    const { id } = createArticle.article;
    await ask('mutation ($id: ID!) { publishArticle(id: $id) { userErrors { code } } }', { id });
    await ask(
      'mutation ($id: ID!, $slug: String!) { updateArticle(id: $id, expectedRevision: 2, input: { slug: $slug }) { userErrors { code } } }',
      { id, slug: `second-name-${language}` },
    );
    await ask(
      'mutation ($id: ID!) { correctArticle(id: $id, expectedRevision: 3, note: "libel, corrected") { userErrors { code } } }',
      { id },
    );
    return id as string;
  }
  const withdraw = (id: string) =>
    ask(
      'mutation ($id: ID!) { withdrawArticle(id: $id, reason: "The court said so.") { article { headline status } userErrors { code } } }',
      { id },
    );

  it('answers readers with its notice, and nothing of what it said, at its id, its slugs and its URL', async () => {
    const id = await published('he');
    await withdraw(id);
    const ways = [
      `article(id: "${id}")`,
      'article(slug: "second-name-he")',
      'article(slug: "first-name-he")',
      'article(url: "https://news.example/articles/second-name-he")',
    ];
    for (const viewer of [null, reader]) {
      for (const way of ways) {
        const { data, errors } = await articles.graph(`{ ${way} { ${whole} } }`, {}, viewer);
        expect(errors).toBeUndefined();
        expect(JSON.stringify(data)).not.toContain(secret);
        expect(data.article).toMatchObject({
          id,
          slug: 'second-name-he',
          status: 'WITHDRAWN',
          headline: 'הכתבה הוסרה',
          body: [],
          figures: [],
          bylines: [],
          corrections: [],
          withdrawal: { reason: 'The court said so.', withdrawnAt: expect.stringMatching(/^\d{4}-/) },
        });
        expect(data.article.firstPublishedAt).not.toBeNull();
      }
      const entities = await articles.graph(
        `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Article { headline } } }`,
        { keys: [{ __typename: 'Article', id }] },
        viewer,
      );
      expect(entities.data._entities).toEqual([{ headline: 'הכתבה הוסרה' }]);
    }
  });

  it('is in no list', async () => {
    const id = await published('ar');
    const lists = '{ articles(first: 100, filter: { languages: ["ar"] }) { nodes { id } } }';
    expect((await ask(lists, {}, reader)).articles.nodes).toEqual([{ id }]);
    await withdraw(id);
    expect((await ask(lists, {}, reader)).articles.nodes).toEqual([]);
    expect((await ask(lists, {}, editor)).articles.nodes).toEqual([]);
  });

  it('that readers never saw has no notice: killed before it was out, it never was', async () => {
    const kill = {
      source: 'agency',
      sourceId: 'early',
      format: 'ninjs',
      language: 'en',
      headline: 'Too early',
      body: [],
    };
    const importing = (input: object) =>
      ask('mutation ($input: ImportArticleInput!) { importArticle(input: $input) { outcome article { id status } } }', {
        input,
      });
    const { importArticle } = await importing({ ...kill, publish: false });
    const { id } = importArticle.article;
    expect((await importing({ ...kill, pubStatus: 'CANCELED' })).importArticle).toEqual({
      outcome: 'WITHDRAWN',
      article: { id, status: 'WITHDRAWN' },
    });
    const query = `{ article(id: "${id}") { status } _entities(representations: [{ __typename: "Article", id: "${id}" }]) { ... on Article { status } } }`;
    expect(await ask(query, {}, reader)).toEqual({ article: null, _entities: [null] });
    expect((await ask(query, {})).article).toEqual({ status: 'WITHDRAWN' });
  });

  it('stays whole for editors', async () => {
    const id = await published('en');
    const { withdrawArticle } = await withdraw(id);
    expect(withdrawArticle.article).toEqual({ headline: `A ${secret}`, status: 'WITHDRAWN' });
    const { article } = await ask(`{ article(id: "${id}") { ${whole} revisions { nodes { number } } } }`, {});
    expect(article).toMatchObject({ headline: `A ${secret}`, bodyText: secret, bylines: [{ name: secret }] });
    expect(article.revisions.nodes[0]).toEqual({ number: 5 });
  });

  it('ends what follows it with its notice', async () => {
    const id = await published('fr');
    const stream = articles.streams(
      'subscription ($id: ID!) { articleUpdated(id: $id) { status headline bodyText } }',
      { id },
      reader,
    );
    const told: unknown[] = [];
    const ended = (async () => {
      for await (const { data } of stream) told.push(data.articleUpdated);
    })();
    await expect
      .poll(async () => /^live_subscriptions\{[^}]*\} 1$/m.test(await (await fetch(`${articles.url}/metrics`)).text()))
      .toBe(true);
    await withdraw(id);
    await ended;
    expect(told.at(-1)).toEqual({ status: 'WITHDRAWN', headline: expect.not.stringContaining(secret), bodyText: '' });
  });
});
