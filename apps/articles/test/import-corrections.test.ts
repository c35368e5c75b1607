import { editor, reader } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';
import { editing } from './editing.ts';

let articles: ArticlesUnderTest;
let admin: postgres.Sql;
beforeAll(async () => {
  articles = await startArticles();
  admin = postgres(articles.database.adminUrl, { max: 2, onnotice: () => {} });
});
afterAll(async () => {
  await admin.end();
  await articles[Symbol.asyncDispose]();
});
const { does } = editing(() => articles);

const importDocument = `mutation ($inputs: [ImportArticleInput!]!, $dryRun: Boolean!) {
  importArticles(inputs: $inputs, dryRun: $dryRun) {
    outcome userErrors { code path } article { id revision status isAccessibleForFree } } }`;

const item = (sourceId: string, more: object = {}) => ({
  ...{ source: 'pages.example', sourceId, format: 'html-page', language: 'en', headline: `Story ${sourceId}` },
  body: [{ id: 'p1', paragraph: { html: `Text of ${sourceId}` } }],
  ...more,
});

async function send(inputs: readonly object[], dryRun = false) {
  const { data, errors } = await articles.graph(importDocument, { inputs, dryRun }, editor);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.importArticles;
}
const sendOne = async (sourceId: string, more: object = {}) => (await send([item(sourceId, more)]))[0];

/** As a reader gets it. */
async function storyOf(id: string) {
  const { data, errors } = await articles.graph(
    `{ article(id: "${id}") { revision isAccessibleForFree jsonLd corrections { note publishedAt revision } } }`,
    {},
    reader,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.article;
}

const changesOf = async (id: string) =>
  (await admin`select kind, reason from articles.article_changes where article_id = ${id} order by position`).map(
    ({ kind, reason }) => [kind, reason],
  );

const pier = { note: 'The pier was the eastern one.', publishedAt: '2026-03-02T10:45:00+01:00' };
const pierTold = { note: pier.note, publishedAt: '2026-03-02T09:45:00.000Z' };

describe("a supplier's own correction", () => {
  it('that a newer version brings is told readers as one, with its words and its date, in a revision and in JSON-LD', async () => {
    const { article } = await sendOne('c1', { version: '1' });
    const next = await sendOne('c1', { version: '2', corrections: [pier] });
    expect(next).toMatchObject({ outcome: 'UPDATED', article: { revision: 2 } });
    const story = await storyOf(article.id);
    expect(story.corrections).toEqual([{ ...pierTold, revision: 2 }]);
    expect(JSON.parse(story.jsonLd).correction).toMatchObject([{ '@type': 'CorrectionComment', text: pier.note }]);
    expect(await changesOf(article.id)).toEqual([
      ['PUBLISHED', null],
      ['CORRECTED', pier.note],
    ]);
    const [row] =
      await admin`select author, changes from articles.revisions where article_id = ${article.id} and number = 2`;
    expect(row).toEqual({
      author: 'pages.example',
      changes: [{ path: 'corrections', before: null, after: pier.note }],
    });
  });

  it('stands once, however often it comes, and is not told again; none is taken away', async () => {
    const { article } = await sendOne('c2', { version: '1', corrections: [pier] });
    const again = await sendOne('c2', { version: '2', corrections: [pier] });
    const reworded = await sendOne('c2', { version: '3', headline: 'Another', corrections: [pier] });
    const more = await sendOne('c2', {
      version: '4',
      headline: 'Another',
      corrections: [pier, { note: 'So was the ship.', publishedAt: '2026-03-03T00:00:00Z' }, { note: pier.note }],
    });
    const dropped = await sendOne('c2', { version: '5', headline: 'Another' });
    expect([again, reworded, more, dropped].map(({ outcome }) => outcome)).toEqual([
      ...['UNCHANGED', 'UPDATED', 'UPDATED', 'UPDATED'],
    ]);
    expect((await storyOf(article.id)).corrections).toEqual([
      { note: 'So was the ship.', publishedAt: '2026-03-03T00:00:00.000Z', revision: 3 },
      { ...pierTold, revision: 1 },
    ]);
    expect(await changesOf(article.id)).toEqual([
      ['PUBLISHED', null],
      ['UPDATED', null],
      ['CORRECTED', 'So was the ship.'],
      ['UPDATED', null],
    ]);
  });

  it('of several versions in one batch stands once too', async () => {
    const [first] = await send([
      item('c3', { version: '1', corrections: [pier] }),
      item('c3', { version: '2', headline: 'New', corrections: [pier] }),
    ]);
    expect((await storyOf(first.article.id)).corrections).toEqual([{ ...pierTold, revision: 1 }]);
    expect(await changesOf(first.article.id)).toEqual([
      ['PUBLISHED', null],
      ['UPDATED', null],
    ]);
  });

  it('of an older version that comes late is not told', async () => {
    const { article } = await sendOne('c4', { version: '2' });
    expect(await sendOne('c4', { version: '1', corrections: [pier] })).toMatchObject({ outcome: 'STALE' });
    expect((await storyOf(article.id)).corrections).toEqual([]);
  });

  it('without a date is dated as the version that brought it', async () => {
    const { article } = await sendOne('c5', {
      versionCreatedAt: '2026-03-04T00:00:00Z',
      corrections: [{ note: 'It was nine.' }],
    });
    expect((await storyOf(article.id)).corrections).toEqual([
      { note: 'It was nine.', publishedAt: '2026-03-04T00:00:00.000Z', revision: 1 },
    ]);
  });

  it('is told of what readers see only: a held story comes as published, one that is taken back as withdrawn', async () => {
    const { article } = await sendOne('c6', { version: '1', pubStatus: 'WITHHELD', corrections: [pier] });
    expect(await storyOf(article.id)).toBeNull();
    await sendOne('c6', { version: '2', corrections: [pier] });
    expect((await storyOf(article.id)).corrections).toEqual([{ ...pierTold, revision: 1 }]);
    await sendOne('c6', { version: '3', pubStatus: 'WITHHELD', corrections: [pier, { note: 'More.' }] });
    expect((await changesOf(article.id)).map(([kind]) => kind)).toEqual(['PUBLISHED', 'WITHDRAWN']);
    expect(await storyOf(article.id)).toBeNull();
  });

  it("is told also where an editor's words stand in the place of all that the version brings", async () => {
    const { article } = await sendOne('c7', { version: '1' });
    await does('updateArticle', { id: article.id, expectedRevision: 1, input: { headline: 'Ours' } });
    await sendOne('c7', { version: '2', headline: 'Theirs', corrections: [pier] });
    expect(await changesOf(article.id)).toEqual([
      ['PUBLISHED', null],
      ['UPDATED', null],
      ['CORRECTED', pier.note],
    ]);
    const [row] =
      await admin`select headline, updated_at = source_received_at as "isNew" from articles.articles where id = ${article.id}`;
    expect(row).toEqual({ headline: 'Ours', isNew: true });
  });

  it('that an editor told already is not told twice', async () => {
    const { article } = await sendOne('c8', { version: '1' });
    await does('correctArticle', { id: article.id, expectedRevision: 1, note: pier.note });
    await sendOne('c8', { version: '2', corrections: [{ note: pier.note }] });
    await sendOne('c8', { version: '3', corrections: [pier] });
    expect((await storyOf(article.id)).corrections).toHaveLength(1);
    expect((await changesOf(article.id)).map(([kind]) => kind)).toEqual([
      'PUBLISHED',
      'CORRECTED',
      'UPDATED',
      'UPDATED',
    ]);
  });

  it('in a dry run says what would be, and writes nothing', async () => {
    const { article } = await sendOne('c9', { version: '1' });
    const [tried] = await send([item('c9', { version: '2', corrections: [pier] })], true);
    expect(tried).toMatchObject({ outcome: 'UPDATED', article: { revision: 1 } });
    expect((await storyOf(article.id)).corrections).toEqual([]);
    expect(await changesOf(article.id)).toHaveLength(1);
  });

  it('has words, 5,000 characters at most, and a story 100 of them', async () => {
    const corrections = (count: number) => Array.from({ length: count }, (_, at) => ({ note: `No. ${at}` }));
    const [empty, long, many, ...fit] = await send([
      item('d1', { corrections: [{ note: ' ' }] }),
      item('d2', { corrections: [{ note: 'א'.repeat(5_001) }] }),
      item('d3', { corrections: corrections(101) }),
      item('d4', { corrections: [{ note: '😀'.repeat(5_000) }] }),
      item('d5', { corrections: corrections(100) }),
    ]);
    expect([empty, long, many].map(({ userErrors }) => userErrors)).toEqual([
      [{ code: 'EMPTY', path: ['input', 'corrections', '0', 'note'] }],
      [{ code: 'TOO_LONG', path: ['input', 'corrections', '0', 'note'] }],
      [{ code: 'TOO_MANY', path: ['input', 'corrections'] }],
    ]);
    expect(fit.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['CREATED', 'CREATED']);
  });
});

describe('the mark for subscribers', () => {
  it('follows the supplier, and a story without it is free', async () => {
    const { article } = await sendOne('f1', { version: '1' });
    expect(article.isAccessibleForFree).toBe(true);
    await sendOne('f1', { version: '2', isAccessibleForFree: false });
    const marked = await storyOf(article.id);
    expect([marked.isAccessibleForFree, JSON.parse(marked.jsonLd).isAccessibleForFree]).toEqual([false, false]);
    await sendOne('f1', { version: '3' });
    expect((await storyOf(article.id)).isAccessibleForFree).toBe(true);
  });

  it('is no lock: a reader gets the body', async () => {
    const { article } = await sendOne('f2', { isAccessibleForFree: false });
    const { data } = await articles.graph(`{ article(id: "${article.id}") { bodyText } }`, {}, reader);
    expect(data.article.bodyText).toBe('Text of f2');
  });
});
