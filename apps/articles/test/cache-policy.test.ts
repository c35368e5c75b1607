import { editor, reader } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

const create =
  'mutation ($input: CreateArticleInput!) { createArticle(input: $input) { article { id slug revision } } }';
const publish = 'mutation ($id: ID!) { publishArticle(id: $id) { article { id revision } } }';
const rename =
  'mutation ($id: ID!, $revision: Int!, $slug: String!) { updateArticle(id: $id, expectedRevision: $revision, input: { slug: $slug }) { article { slug } } }';

describe('what may be kept of articles', () => {
  let articles: ArticlesUnderTest;
  let admin: postgres.Sql;
  let id: string;
  const policyOf = async (query: string, viewer: typeof reader | null = null) => {
    const { errors, cacheControl } = await articles.graph(query, {}, viewer);
    expect(errors).toBeUndefined();
    return cacheControl;
  };

  beforeAll(async () => {
    articles = await startArticles();
    admin = postgres(articles.database.adminUrl, { max: 1 });
    await admin`insert into articles.sections (id, slug, title, language, position) values (${crypto.randomUUID()}, 'news', 'News', 'en', 1)`;
    const input = { language: 'en', headline: 'The harbour', sectionSlug: 'news' };
    const { data } = await articles.graph(create, { input }, editor);
    ({ id } = data.createArticle.article);
    const published = await articles.graph(publish, { id }, editor);
    const { revision } = published.data.publishArticle.article;
    await articles.graph(rename, { id, revision, slug: 'the-port' }, editor);
    const save =
      'mutation { saveFront(slug: "home", input: { title: "Home", language: "en", containers: [{ title: "Top" }] }) { userErrors { code } } }';
    await articles.graph(save, {}, editor);
  });
  afterAll(async () => {
    await admin.end();
    await articles[Symbol.asyncDispose]();
  });

  it('the whole page of a published article, for five minutes and for everybody', async () => {
    const page = `{ article(id: "${id}") {
      headline bodyHtml jsonLd firstPublishedLine section { title parent { title } } bylines { name contributor { name portrait { id } } }
      topics { title } corrections { note } source { name }
      leadFigure { caption image { id } } figures { credit } body { id ... on ParagraphElement { html } ... on TableElement { rows } }
    } }`;
    expect(await policyOf(page)).toBe('max-age=300, public');
    expect(await policyOf(page, reader)).toBe('max-age=300, public');
  });

  it('lists, for five minutes', async () => {
    const list =
      'edges { cursor node { headline section { title } } } nodes { slug } pageInfo { hasNextPage endCursor }';
    expect(await policyOf(`{ articles { ${list} } }`)).toBe('max-age=300, public');
    expect(await policyOf('{ articles(filter: { topics: ["nothing"] }) { nodes { slug } } }')).toBe(
      'max-age=300, public',
    );
    expect(await policyOf(`{ section(slug: "news") { title articles { ${list} } } }`)).toBe('max-age=300, public');
    expect(await policyOf('{ sections { title children { title } } }')).toBe('max-age=300, public');
  });

  it('a front for a minute, topics and translations as long as articles, related stories for ten seconds', async () => {
    expect(await policyOf('{ front { title containers { articles { headline } } } }')).toBe('max-age=60, public');
    expect(await policyOf('{ topics(match: "x") { nodes { title } } }')).toBe('max-age=300, public');
    expect(await policyOf(`{ article(id: "${id}") { translations { headline } } }`)).toBe('max-age=300, public');
    expect(await policyOf(`{ article(id: "${id}") { related { headline } } }`)).toBe('max-age=10, public');
  });

  it('lists that no new article would purge, for ten seconds', async () => {
    const nested = 'articles { nodes { slug } }';
    expect(await policyOf(`{ sections { ${nested} } }`)).toBe('max-age=10, public');
    expect(await policyOf(`{ article(id: "${id}") { section { ${nested} } } }`)).toBe('max-age=10, public');
    const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Article { section { ${nested} } } } }`;
    const { cacheControl } = await articles.graph(entities, { of: [{ __typename: 'Article', id }] });
    expect(cacheControl).toBe('max-age=10, public');
  });

  it('nothing for an editor, who sees drafts', async () => {
    for (const query of [
      `{ article(id: "${id}") { headline } }`,
      '{ articles { nodes { headline } } }',
      '{ sections { title } }',
    ]) {
      expect(await policyOf(query, editor)).toBe('no-store');
    }
  });

  it('an article by the words that its events name it by, and by no others', async () => {
    expect(await policyOf('{ article(slug: "the-port") { headline } }')).toBe('max-age=300, public');
    expect(await policyOf('{ article(slug: "not-there-yet") { headline } }')).toBe('max-age=300, public');
    expect(await policyOf(`{ article(id: "${crypto.randomUUID()}") { headline } }`)).toBe('max-age=300, public');
    for (const otherwise of [
      'slug: "the-harbour"',
      'slug: "cafe\u0301-not-there-yet"',
      'url: "https://news.example/articles/the-port"',
      `id: "${id.toUpperCase()}"`,
      'id: "no-id"',
    ]) {
      expect([otherwise, await policyOf(`{ article(${otherwise}) { headline } }`)]).toEqual([otherwise, 'no-store']);
    }
  });

  it('nothing of an answer with an error in it', async () => {
    const { errors, cacheControl } = await articles.graph(
      '{ sections { title } articles(first: 0) { nodes { slug } } }',
    );
    expect([errors?.length, cacheControl]).toEqual([1, 'no-store']);
  });
});
