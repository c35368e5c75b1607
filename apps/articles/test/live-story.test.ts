import { editor, reader } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

const create = `mutation ($input: CreateArticleInput!) {
  createArticle(input: $input) { article { id slug } userErrors { code path } } }`;
const publish = 'mutation ($id: ID!) { publishArticle(id: $id) { article { revision } userErrors { code } } }';
const withdraw = 'mutation ($id: ID!) { withdrawArticle(id: $id, reason: "Wrong") { userErrors { code } } }';
const addEntry = `mutation ($id: ID!, $input: LiveEntryInput!) {
  addLiveEntry(articleId: $id, input: $input) { article { revision } userErrors { code path } } }`;
const read = `query ($id: ID!) { article(id: $id) { bodyHtml bodyText wordCount revision figures { caption }
  body { __typename id ... on ParagraphElement { text } ... on RelatedElement { article { headline } }
    ... on LiveEntryElement { headline publishedAt body { __typename id ... on ParagraphElement { text direction }
      ... on RelatedElement { article { headline } } } } } } }`;

type Entry = { headline: string; publishedAt: string; body: { __typename: string }[] };

let articles: ArticlesUnderTest;
beforeAll(async () => {
  articles = await startArticles();
});
afterAll(() => articles[Symbol.asyncDispose]());

const story = { language: 'he', headline: 'שידור חי', timeZone: 'Asia/Jerusalem' };
const entry = (headline: string, publishedAt?: string) => ({
  headline,
  ...(publishedAt ? { publishedAt } : {}),
  body: [{ paragraph: { html: `${headline}, told` } }],
});

async function made(input: object): Promise<string> {
  const { data } = await articles.graph(create, { input: { ...story, ...input } }, editor);
  expect(data.createArticle.userErrors).toEqual([]);
  return data.createArticle.article.id;
}
async function published(input: object): Promise<string> {
  const id = await made(input);
  await articles.graph(publish, { id }, editor);
  return id;
}
const seen = async (id: string, viewer = reader) => (await articles.graph(read, { id }, viewer)).data.article;
const headlines = (body: Entry[]) => body.map(({ headline }) => headline);
const add = async (id: string, input: object) =>
  (await articles.graph(addEntry, { id, input }, editor)).data.addLiveEntry;

const openStreams = async () => {
  const metrics = await (await fetch(`${articles.url}/metrics`)).text();
  return Number(/^live_subscriptions\{[^}]*\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
};

describe('a live story', () => {
  it('shows its entries newest first whatever the order they were written in, in the time of its own zone', async () => {
    const id = await published({
      body: [
        { paragraph: { html: 'Before' } },
        { liveEntry: entry('first', '2026-11-20T08:00:00Z') },
        { liveEntry: entry('third', '2026-11-20T12:30:00+02:00') },
        { liveEntry: entry('second', '2026-11-20T09:00:00Z') },
        { paragraph: { html: 'After' } },
      ],
    });
    const { body } = await seen(id);
    expect(body[0].text).toBe('Before');
    expect(headlines(body.slice(1, 4))).toEqual(['third', 'second', 'first']);
    expect(body[1].publishedAt).toBe('2026-11-20T12:30:00+02:00');
    expect(body[4].text).toBe('After');
  });

  it('counts the words, the text and the pictures of its entries, and has them in its HTML', async () => {
    const id = await published({
      body: [
        {
          liveEntry: {
            headline: 'One two',
            publishedAt: '2026-11-20T08:00:00Z',
            body: [{ paragraph: { html: '<b>three</b> four' } }, { figure: { caption: 'In the entry' } }],
          },
        },
      ],
    });
    const { bodyText, wordCount, figures, bodyHtml, body } = await seen(id);
    expect([bodyText, wordCount, figures]).toEqual(['One two\nthree four', 4, [{ caption: 'In the entry' }]]);
    expect(bodyHtml).toContain('<time datetime="2026-11-20T08:00:00.000Z">20 בנוב׳ 2026, 10:00</time>');
    expect(bodyHtml).toContain('<p dir="ltr"><b>three</b> four</p>');
    expect(body[0].body[0].direction).toBe('LTR');
  });

  it('holds no entries within entries', async () => {
    const nested = { liveEntry: { headline: 'out', body: [{ liveEntry: entry('in') }] } };
    const { data } = await articles.graph(create, { input: { ...story, body: [nested] } }, editor);
    expect(data.createArticle).toEqual({
      article: null,
      userErrors: [{ code: 'NESTED_ENTRY', path: ['input', 'body', '0', 'liveEntry', 'body', '0', 'liveEntry'] }],
    });
  });

  it.each([
    ['an entry that says nothing', { headline: ' ', body: [] }, 'EMPTY', ['input', 'body']],
    [
      'a heading of no level',
      { body: [{ heading: { level: 9, text: 'x' } }] },
      'OUT_OF_RANGE',
      ['input', 'body', '0', 'heading', 'level'],
    ],
    ['a headline without end', { headline: 'x'.repeat(301), body: [] }, 'TOO_LONG', ['input', 'headline']],
  ])('says what is wrong with %s', async (_what, input, code, path) => {
    const id = await made({});
    expect(await add(id, input)).toEqual({ article: { revision: 1 }, userErrors: [{ code, path }] });
  });

  it('gives every element an id of its own, those of entries too', async () => {
    const same = { paragraph: { html: 'Same' } };
    const id = await published({ body: [same, { liveEntry: { ...entry('a'), body: [same, same] } }] });
    await add(id, { headline: 'b', body: [same] });
    const { body } = await seen(id);
    const ids = body.flatMap((element: { id: string; body?: { id: string }[] }) => [
      element.id,
      ...(element.body ?? []).map((inner) => inner.id),
    ]);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });
});

describe('an entry that is added', () => {
  it('loses none of forty that come at the same time, and makes a revision and a change of each', async () => {
    const id = await published({ body: [{ paragraph: { html: 'Before' } }] });
    const names = Array.from({ length: 40 }, (_, number) => `entry ${number}`);
    const answers = await Promise.all(names.map((name) => add(id, entry(name))));
    const revisions = answers.map(({ article }) => article.revision).toSorted((a, b) => a - b);
    expect(revisions).toEqual(names.map((_, at) => at + 3));
    const { body, revision } = await seen(id);
    expect(revision).toBe(42);
    expect(headlines(body.slice(1)).toSorted()).toEqual(names.toSorted());
    const times = body.slice(1).map(({ publishedAt }: Entry) => Date.parse(publishedAt));
    expect(times).toEqual(times.toSorted((a: number, b: number) => b - a));

    const admin = postgres(articles.database.adminUrl, { max: 1 });
    const told =
      await admin`select kind, revision from articles.article_changes where article_id = ${id} order by position`;
    await admin.end();
    expect(told.map(({ kind }) => kind)).toEqual(['PUBLISHED', ...names.map(() => 'UPDATED')]);
    expect(told.map(({ revision: of }) => of)).toEqual(names.map((_, at) => at + 2).concat(42));
  });

  it('stands on top; one that is told late stands in its place by time', async () => {
    const id = await published({ body: [{ paragraph: { html: 'Intro' } }] });
    await add(id, entry('noon', '2026-11-20T12:00:00Z'));
    await add(id, entry('one', '2026-11-20T13:00:00Z'));
    await add(id, entry('again one', '2026-11-20T13:00:00Z'));
    await add(id, entry('half past noon', '2026-11-20T12:30:00Z'));
    const { body } = await seen(id);
    expect(headlines(body)).toEqual([undefined, 'again one', 'one', 'half past noon', 'noon']);
  });

  it('is not told ahead of its time: a minute of a fast clock is taken, more is refused where readers see the story', async () => {
    const [seenByReaders, waiting] = [await published({ body: [] }), await made({ body: [] })];
    const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
    expect((await add(seenByReaders, entry('soon', inSeconds(50)))).userErrors).toEqual([]);
    const refused = { code: 'AT_IN_THE_FUTURE', path: ['input', 'publishedAt'] };
    expect((await add(seenByReaders, entry('later', inSeconds(90)))).userErrors).toEqual([refused]);
    expect(headlines((await seen(seenByReaders)).body)).toEqual(['soon']);
    expect((await add(waiting, entry('later', inSeconds(90)))).userErrors).toEqual([]);
  });

  it('is told of to who follows the story', async () => {
    const id = await published({ body: [] });
    const stream = articles.streams(
      'subscription ($id: ID!) { articleUpdated(id: $id) { body { ... on LiveEntryElement { headline } } } }',
      { id },
      reader,
    );
    const heard = (async () => {
      for await (const { data } of stream) if (data?.articleUpdated.body.length > 0) return data.articleUpdated.body;
    })();
    await expect.poll(openStreams).toBe(1);
    await add(id, entry('heard'));
    expect(await heard).toEqual([{ headline: 'heard' }]);
  });

  it('is refused to readers, for a story that is full, and for one that was withdrawn', async () => {
    const id = await made({ body: Array.from({ length: 1000 }, () => ({ paragraph: { html: 'x' } })) });
    expect((await articles.graph(addEntry, { id, input: entry('x') }, reader)).errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await add(id, entry('x'))).userErrors).toEqual([{ code: 'TOO_MANY_ELEMENTS', path: ['input'] }]);
    const withdrawn = await published({});
    await articles.graph(withdraw, { id: withdrawn }, editor);
    expect((await add(withdrawn, entry('x'))).userErrors).toMatchObject([{ code: 'WITHDRAWN' }]);
  });
});

describe('a related story', () => {
  it('is named while a reader may see it, and left out before and after, in entries too', async () => {
    const other = await made({ headline: 'The other story' });
    const id = await published({
      body: [
        { related: { articleId: other } },
        { related: { articleId: crypto.randomUUID() } },
        { liveEntry: { ...entry('with a link'), body: [{ related: { articleId: other } }] } },
      ],
    });
    const before = await seen(id);
    expect(before.body).toMatchObject([{ __typename: 'LiveEntryElement', body: [] }]);
    expect(before.bodyHtml).not.toContain('data-article');
    expect((await seen(id, editor)).body[0]).toMatchObject({ article: { headline: 'The other story' } });

    await articles.graph(publish, { id: other }, editor);
    articles.statements.length = 0;
    const after = await seen(id);
    expect(after.body).toMatchObject([
      { __typename: 'RelatedElement', article: { headline: 'The other story' } },
      { body: [{ article: { headline: 'The other story' } }] },
    ]);
    // In HTML it is a place with its id: a headline there would outlive its withdrawal in caches.
    expect(after.bodyHtml.match(new RegExp(`data-article="${other}"`, 'g'))).toHaveLength(2);
    expect(after.bodyHtml).not.toContain('The other story');
    // The story, and all that it names.
    expect(articles.statements).toHaveLength(2);

    expect((await articles.graph(withdraw, { id: other }, editor)).data.withdrawArticle.userErrors).toEqual([]);
    const gone = await seen(id);
    expect(gone.body).toMatchObject([{ __typename: 'LiveEntryElement', body: [] }]);
    expect(gone.bodyHtml).not.toContain('data-article');
  });

  it('is an id, or a fault says so', async () => {
    const { data } = await articles.graph(
      create,
      { input: { ...story, body: [{ related: { articleId: 'x' } }] } },
      editor,
    );
    expect(data.createArticle.userErrors).toEqual([
      { code: 'NOT_AN_ID', path: ['input', 'body', '0', 'related', 'articleId'] },
    ]);
  });
});

describe('the size of a story', () => {
  const paragraphs = (count: number, characters: number) =>
    Array.from({ length: count }, () => ({ paragraph: { html: 'x'.repeat(characters) } }));
  const faultsOf = async (body: object[]) =>
    (await articles.graph(create, { input: { ...story, body } }, editor)).data.createArticle.userErrors;

  it('is bounded by element: 100,000 characters and not one more', async () => {
    expect(await faultsOf(paragraphs(1, 100_000))).toEqual([]);
    expect(await faultsOf(paragraphs(1, 100_001))).toEqual([{ code: 'TOO_LONG', path: ['input', 'body', '0'] }]);
    const list = { list: { items: ['x'.repeat(60_000), 'x'.repeat(60_000)] } };
    expect(await faultsOf([{ liveEntry: { body: [list] } }])).toEqual([
      { code: 'TOO_LONG', path: ['input', 'body', '0', 'liveEntry', 'body', '0'] },
    ]);
  });
});
