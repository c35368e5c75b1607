import { editor, reader } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

const create = `mutation ($input: CreateArticleInput!) {
  createArticle(input: $input) { article { id slug revision status } userErrors { code message path } } }`;
const update = `mutation ($id: ID!, $expectedRevision: Int!, $input: UpdateArticleInput!) {
  updateArticle(id: $id, expectedRevision: $expectedRevision, input: $input) { article { id slug revision headline kicker } userErrors { code path } } }`;
const publish =
  'mutation ($id: ID!) { publishArticle(id: $id) { article { status revision publishedAt } userErrors { code } } }';
const importArticle = `mutation ($input: ImportArticleInput!) {
  importArticle(input: $input) { outcome article { id slug revision firstPublishedAt } userErrors { code path } } }`;

let articles: ArticlesUnderTest;
beforeAll(async () => {
  articles = await startArticles();
});
afterAll(() => articles[Symbol.asyncDispose]());

async function made(input: object): Promise<{ id: string; slug: string; revision: number }> {
  const { data } = await articles.graph(create, { input: { language: 'en', headline: 'A story', ...input } }, editor);
  expect(data.createArticle.userErrors).toEqual([]);
  return data.createArticle.article;
}

async function published(input: object) {
  const article = await made(input);
  await articles.graph(publish, { id: article.id }, editor);
  return article;
}

describe('writing', () => {
  it('is for editors: a reader is forbidden, a stranger must sign in', async () => {
    const input = { language: 'en', headline: 'No' };
    expect((await articles.graph(create, { input }, reader)).errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await articles.graph(create, { input }, null)).errors?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('refuses an update from a stale revision and changes nothing', async () => {
    const { id } = await made({ kicker: 'before' });
    await articles.graph(update, { id, expectedRevision: 1, input: { kicker: 'first' } }, editor);
    const { data } = await articles.graph(update, { id, expectedRevision: 1, input: { kicker: 'second' } }, editor);
    expect(data.updateArticle.userErrors).toEqual([{ code: 'REVISION_CONFLICT', path: ['expectedRevision'] }]);
    expect(data.updateArticle.article).toMatchObject({ revision: 2, kicker: 'first' });
  });

  it('lets exactly one of many updates from the same revision through', async () => {
    const { id } = await made({});
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        articles.graph(update, { id, expectedRevision: 1, input: { kicker: `update ${number}` } }, editor),
      ),
    );
    expect(answers.filter(({ data }) => data.updateArticle.userErrors.length === 0)).toHaveLength(1);
  });

  it('keeps what an update does not name, and empties what it sets to null', async () => {
    const { id } = await made({ kicker: 'kept', standfirst: 'goes' });
    await articles.graph(update, { id, expectedRevision: 1, input: { standfirst: null } }, editor);
    const { data } = await articles.graph(
      'query ($id: ID!) { article(id: $id) { kicker standfirst } }',
      { id },
      editor,
    );
    expect(data.article).toEqual({ kicker: 'kept', standfirst: null });
  });

  it('names every fault of an input at once, by its field', async () => {
    const input = {
      language: 'en',
      headline: ' ',
      urgency: 9,
      timeZone: 'Mars/Olympus',
      slug: '--',
      sectionSlug: 'nowhere',
      body: [{}],
    };
    const { data } = await articles.graph(create, { input }, editor);
    expect(data.createArticle.article).toBeNull();
    expect(data.createArticle.userErrors.map(({ path }: { path: string[] }) => path.slice(1).join('.'))).toEqual([
      'headline',
      'slug',
      'timeZone',
      'urgency',
      'body.0',
      'sectionSlug',
    ]);
  });

  it.each([
    [300, []],
    [301, ['TOO_LONG']],
  ])('takes a headline of %i characters with faults %j', async (length, codes) => {
    const { data } = await articles.graph(create, { input: { language: 'en', headline: 'x'.repeat(length) } }, editor);
    expect(data.createArticle.userErrors.map(({ code }: { code: string }) => code)).toEqual(codes);
  });

  it.each([
    [1000, []],
    [1001, ['TOO_MANY_ELEMENTS']],
  ])('takes a body of %i elements with faults %j', async (length, codes) => {
    const body = Array.from({ length }, () => ({ paragraph: { html: 'x' } }));
    const { data } = await articles.graph(create, { input: { language: 'en', headline: 'Long', body } }, editor);
    expect(data.createArticle.userErrors.map(({ code }: { code: string }) => code)).toEqual(codes);
  });
});

describe('visibility', () => {
  it('hides a draft from readers on every path: id, slug, lists and entities', async () => {
    const { id, slug } = await made({ headline: 'Not yet for readers' });
    const query = `query ($id: ID!, $slug: String!, $key: [_Any!]!) {
      byId: article(id: $id) { id } bySlug: article(slug: $slug) { id } articles(first: 100) { nodes { id } }
      _entities(representations: $key) { ... on Article { id } } }`;
    const { data } = await articles.graph(
      query,
      {
        id,
        slug,
        key: [
          { __typename: 'Article', id },
          { __typename: 'Article', slug },
        ],
      },
      reader,
    );
    expect(data).toMatchObject({ byId: null, bySlug: null, _entities: [null, null] });
    expect(data.articles.nodes).not.toContainEqual({ id });
    expect((await articles.graph('query ($id: ID!) { article(id: $id) { id } }', { id }, editor)).data.article).toEqual(
      { id },
    );
  });

  it('refuses readers who ask for statuses', async () => {
    const { errors } = await articles.graph('{ articles(filter: { statuses: [DRAFT] }) { nodes { id } } }', {}, reader);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('slugs', () => {
  it('gives two articles of one headline two slugs, also at the same time', async () => {
    const twins = await Promise.all(Array.from({ length: 5 }, () => made({ headline: 'The very same headline' })));
    expect(new Set(twins.map(({ slug }) => slug)).size).toBe(5);
  });

  it('finds an article by a slug that it had, and says where it is now', async () => {
    const { id, slug } = await published({ headline: 'Old name' });
    await articles.graph(update, { id, expectedRevision: 2, input: { slug: 'new-name' } }, editor);
    const { data } = await articles.graph(
      'query ($slug: String!, $url: Url!) { old: article(slug: $slug) { id canonicalUrl } url: article(url: $url) { id } }',
      {
        slug,
        url: `https://news.example/articles/${slug}`,
      },
    );
    expect(data.old).toEqual({ id, canonicalUrl: 'https://news.example/articles/new-name' });
    expect(data.url).toEqual({ id });
  });

  it('finds an article by its URL however it is written: Unicode form, query, closing slash, scheme, case of the host', async () => {
    // In NFD a letter stands as its parts, as file names of a Mac do.
    const { id } = await published({ headline: '한국어 기사' });
    const slug = '한국어-기사';
    for (const url of [
      `https://news.example/articles/${encodeURIComponent(slug.normalize('NFD'))}`,
      `https://news.example/articles/${slug}/?utm_source=feed#top`,
      `https://NEWS.example:443/articles/${encodeURIComponent(slug)}`,
      `http://news.example/articles/${encodeURIComponent(slug)}`,
    ]) {
      const { data } = await articles.graph('query ($url: Url!) { article(url: $url) { id } }', { url });
      expect(data.article).toEqual({ id });
    }
    const { data } = await articles.graph(
      'query ($slug: String!, $url: Url!) { article(slug: $slug) { id } other: article(url: $url) { id } }',
      { slug: slug.normalize('NFD'), url: `https://elsewhere.example/articles/${slug}` },
    );
    expect(data).toEqual({ article: { id }, other: null });
    for (const url of [
      `https://news.example@elsewhere.example/articles/${slug}`,
      'https://news.example/articles/%zz',
    ]) {
      const found = await articles.graph('query ($url: Url!) { article(url: $url) { id } }', { url });
      expect(found).toMatchObject({ data: { article: null } });
    }
  });

  it('looks at the slugs that compete with a new one, and at no others', async () => {
    await made({ headline: 'Contested' });
    await made({ headline: 'Contested', slug: 'contested-2' });
    const { slug } = await made({ headline: 'Contested' });
    expect(slug).toBe('contested-3');
    articles.statements.length = 0;
    await made({ headline: 'C' });
    expect(articles.statements.filter((statement) => statement.includes('starts_with'))).toEqual([]);
  });

  it('asks for exactly one key of an article', async () => {
    for (const keys of ['', '(id: "x", slug: "y")']) {
      const { errors } = await articles.graph(`{ article${keys} { id } }`);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});

describe('hostile input', () => {
  const articlesAfter =
    'query ($after: String, $order: ArticleOrder) { articles(after: $after, orderBy: $order) { nodes { id } } }';
  const forged = (...keyset: unknown[]) => Buffer.from(JSON.stringify(keyset)).toString('base64url');
  const nobody = '0190b2c4-0000-7000-8000-000000000001';

  it.each([
    ['a slug with U+0000 in a variable', 'query ($slug: String!) { article(slug: $slug) { id } }', { slug: 'a\0' }],
    ['a slug with U+0000 in the text', '{ article(slug: "a\\u0000") { id } }', {}],
    [
      'half a character',
      'query ($s: [String!]) { articles(filter: { sections: $s }) { nodes { id } } }',
      { s: ['\ud800'] },
    ],
    ['the year 0', '{ articles(filter: { publishedAfter: "0000-01-01T00:00:00Z" }) { nodes { id } } }', {}],
    ['a leap second', '{ articles(filter: { updatedAfter: "2016-12-31T23:59:60Z" }) { nodes { id } } }', {}],
    ['a cursor of the year 0', articlesAfter, { after: forged('PUBLISHED_AT_DESC', '0000-01-01T00:00:00Z', nobody) }],
    [
      'a cursor that overflows',
      articlesAfter,
      { after: forged('URGENCY', 2 ** 40, '2026-01-01T00:00:00Z', nobody), order: 'URGENCY' },
    ],
  ])('%s is the asker\u2019s fault, not ours', async (_what, query, variables) => {
    const { errors } = await articles.graph(query, variables);
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual([
      expect.stringMatching(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/),
    ]);
  });

  it('takes any other text, and gives it back as it was', async () => {
    const headline = 'C:\\u0000 😀 \u0001 \u2028 \u202e';
    const { id } = await published({ headline, body: [{ paragraph: { html: headline } }] });
    const { data } = await articles.graph('query ($id: ID!) { article(id: $id) { headline } }', { id });
    expect(data.article).toEqual({ headline });
  });
});

describe('the body', () => {
  it('is typed elements, with HTML and text derived, and nothing that runs', async () => {
    const body = [
      { figure: { role: 'LEAD', caption: 'Above', credit: 'Reuters' } },
      { paragraph: { html: 'One <em>two</em><script>alert(1)</script> <a href="javascript:x" onclick="y">three</a>' } },
      { heading: { text: 'Four' } },
      { figure: { caption: 'Inside' } },
      { table: { head: ['a'], rows: [['1']] } },
    ];
    const { id } = await published({ body });
    const { data } = await articles.graph(
      `query ($id: ID!) { article(id: $id) { bodyHtml bodyText wordCount leadFigure { caption credit image { id } } figures { caption }
        body { __typename id ... on ParagraphElement { html text } } } }`,
      { id },
    );
    expect(data.article.body.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
      'ParagraphElement',
      'HeadingElement',
      'FigureElement',
      'TableElement',
    ]);
    expect(data.article.body[0].html).toBe('One <em>two</em> <a>three</a>');
    expect(data.article.body[0].text).toBe('One two three');
    expect(data.article.bodyText).toBe('One two three\n\nFour\n\na\n1');
    expect(data.article.wordCount).toBe(6);
    expect(data.article.leadFigure).toEqual({ caption: 'Above', credit: 'Reuters', image: null });
    expect(data.article.figures).toEqual([{ caption: 'Above' }, { caption: 'Inside' }]);
    expect(data.article.bodyHtml).not.toMatch(/script|onclick|javascript/);
  });

  it('gives JSON-LD that no headline can break out of', async () => {
    const { id } = await published({ headline: 'A </script><script>alert(1)</script> headline' });
    const { data } = await articles.graph('query ($id: ID!) { article(id: $id) { jsonLd } }', { id });
    expect(data.article.jsonLd).not.toContain('<');
    expect(JSON.parse(data.article.jsonLd)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'A </script><script>alert(1)</script> headline',
    });
  });
});

describe('lists', () => {
  it('page forwards and backwards over every article once, in every order', async () => {
    await using fresh = await startArticles();
    const slugs: string[] = [];
    for (let number = 0; number < 7; number += 1) {
      const input = { language: 'en', headline: `Story ${number}`, urgency: 1 + (number % 3) };
      const { data } = await fresh.graph(create, { input }, editor);
      await fresh.graph(publish, { id: data.createArticle.article.id }, editor);
      slugs.push(data.createArticle.article.slug);
    }
    for (const order of ['PUBLISHED_AT_DESC', 'PUBLISHED_AT_ASC', 'UPDATED_AT_DESC', 'URGENCY']) {
      const forwards = await walk(fresh, order, 'first', 'after');
      const backwards = await walk(fresh, order, 'last', 'before');
      expect(forwards.toSorted()).toEqual(slugs.toSorted());
      expect(backwards.toReversed()).toEqual(forwards);
    }
  });

  it('refuses a cursor of another order, and a forged one', async () => {
    const { data } = await articles.graph('{ articles(first: 1) { pageInfo { endCursor } } }');
    const forged = Buffer.from(JSON.stringify(['PUBLISHED_AT_DESC', "'; drop table articles", 'x'])).toString(
      'base64url',
    );
    for (const [after, order] of [
      [data.articles.pageInfo.endCursor, 'URGENCY'],
      [forged, 'PUBLISHED_AT_DESC'],
      ['rubbish', 'PUBLISHED_AT_DESC'],
    ]) {
      const { errors } = await articles.graph(
        `query ($after: String) { articles(after: $after, orderBy: ${order}) { nodes { id } } }`,
        { after },
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: ['after'] });
    }
  });
});

async function walk(
  { graph }: ArticlesUnderTest,
  order: string,
  size: 'first' | 'last',
  from: 'after' | 'before',
): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { data } = await graph(
      `query ($cursor: String) { articles(${size}: 3, ${from}: $cursor, orderBy: ${order}) {
        nodes { slug } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      { cursor },
    );
    const { nodes, pageInfo } = data.articles;
    const page = nodes.map(({ slug }: { slug: string }) => slug);
    seen.push(...(size === 'first' ? page : page.toReversed()));
    cursor =
      size === 'first'
        ? pageInfo.hasNextPage
          ? pageInfo.endCursor
          : null
        : pageInfo.hasPreviousPage
          ? pageInfo.startCursor
          : null;
  } while (cursor !== null);
  return seen;
}

describe('imports', () => {
  const item = {
    source: 'Wire',
    sourceId: 'item-1',
    format: 'page-text',
    language: 'en',
    headline: 'From outside',
    timeZone: 'Asia/Jerusalem',
    firstPublishedAt: '2017-11-21T21:03:00+02:00',
    body: [{ paragraph: { html: 'Text' } }],
  };
  const send = async (input: object) => (await articles.graph(importArticle, { input }, editor)).data.importArticle;

  it('create once, change nothing the second time, and update what is different', async () => {
    const first = await send(item);
    expect(first).toMatchObject({
      outcome: 'CREATED',
      article: { revision: 1, firstPublishedAt: '2017-11-21T21:03:00+02:00' },
    });
    expect(await send(item)).toEqual({ ...first, outcome: 'UNCHANGED' });
    const changed = await send({ ...item, headline: 'From outside, corrected' });
    expect(changed).toMatchObject({
      outcome: 'UPDATED',
      article: { id: first.article.id, slug: first.article.slug, revision: 2 },
    });
  });

  it('empty what the item no longer says, since it comes whole', async () => {
    const whole = { ...item, sourceId: 'item-whole' };
    const { article } = await send({ ...whole, kicker: 'Gone', standfirst: 'Gone', usageTerms: 'Gone' });
    await send({ ...whole, standfirst: 'Stays' });
    const { data } = await articles.graph('query ($id: ID!) { article(id: $id) { kicker standfirst usageTerms } }', {
      id: article.id,
    });
    expect(data.article).toEqual({ kicker: null, standfirst: 'Stays', usageTerms: null });
  });

  it('keep the slug that they got when the one they ask for is taken, and make no redirect to themselves', async () => {
    await made({ headline: 'Other', slug: 'asked-for' });
    const asking = { ...item, sourceId: 'item-slug', slug: 'asked-for' };
    const first = await send(asking);
    const second = await send({ ...asking, headline: 'Changed' });
    expect([first.article.slug, second.article.slug]).toEqual(['asked-for-2', 'asked-for-2']);
    const admin = postgres(articles.database.adminUrl, { max: 1 });
    expect(await admin`select slug from articles.article_slugs where slug like 'asked-for%'`).toEqual([]);
    await admin.end();
  });

  it('make one article of the same item sent many times at once', async () => {
    const results = await Promise.all(Array.from({ length: 6 }, () => send({ ...item, sourceId: 'item-2' })));
    expect(new Set(results.map(({ article }) => article.id)).size).toBe(1);
    expect(results.filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(1);
  });

  it('tell the first-published line as the reader of a locale expects it', async () => {
    await send(item);
    const { data } = await articles.graph(
      `{ articles(first: 100) { nodes { headline en: firstPublishedLine he: firstPublishedLine(locale: "he")
        ar: firstPublishedLine(locale: "ar", timeZone: "UTC") } } }`,
    );
    const node = data.articles.nodes.find(({ headline }: { headline: string }) => headline.startsWith('From outside'));
    expect(node).toMatchObject({
      en: 'First published: 11.21.17, 21:03',
      he: 'פרסום ראשון: 11.21.17, 21:03',
      ar: 'نُشر لأول مرة: 21\u200f/11\u200f/2017، 7:03 م',
    });
  });
});

describe('figures', () => {
  it('fall back to the words that media says of the picture', async () => {
    const imageId = crypto.randomUUID();
    const { id } = await published({ body: [{ figure: { imageId, credit: 'Own' } }] });
    const admin = postgres(articles.database.adminUrl, { max: 1 });
    const event = { imageId, caption: 'From media', altText: 'Seen', credit: 'Media' };
    await admin`insert into bus.events (id, type, at, payload) values (${crypto.randomUUID()}, 'image.described', now(), ${admin.json(event)})`;
    await admin`select pg_notify('dateline_bus', '')`;
    await admin.end();
    await expect
      .poll(
        async () =>
          (
            await articles.graph(
              'query ($id: ID!) { article(id: $id) { figures { caption altText credit image { id } } } }',
              { id },
            )
          ).data.article.figures,
      )
      .toEqual([{ caption: 'From media', altText: 'Seen', credit: 'Own', image: { id: imageId } }]);
    const { data } = await articles.graph('query ($id: ID!) { article(id: $id) { bodyHtml jsonLd } }', { id });
    expect(data.article.bodyHtml).toContain(
      '<figcaption><span dir="auto">From media</span> <small dir="auto">Own</small></figcaption>',
    );
    expect(JSON.parse(data.article.jsonLd).image).toEqual([
      {
        '@type': 'ImageObject',
        '@id': expect.stringContaining('#'),
        caption: 'From media',
        description: 'Seen',
        creditText: 'Own',
      },
    ]);
  });
});
