import { editor } from '@dateline/testing/viewers';
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
const { ask, does } = editing(() => articles);

const importDocument = `mutation ($input: ImportArticleInput!) { importArticle(input: $input) {
  outcome userErrors { code path } wantedPictures { id reference elementId }
  article { id slug revision status headline kicker standfirst dateline language urgency bodyText wordCount updatedAt
    isAccessibleForFree copyrightNotice usageTerms
    section { slug } topics { slug } bylines { name } figures { id image { id } } source { receivedAt } } } }`;

async function send(sourceId: string, more: object = {}) {
  const input = {
    ...{ source: 'Wire', sourceId, format: 'ninjs', language: 'en', headline: `Story ${sourceId}` },
    body: [{ id: 'p1', paragraph: { html: `Text of ${sourceId}.` } }],
    ...more,
  };
  const { data, errors } = await articles.graph(importDocument, { input }, editor);
  if (errors) throw new Error(JSON.stringify(errors));
  expect(data.importArticle.userErrors).toEqual([]);
  return data.importArticle;
}

/** An editor's save over whatever stands. */
const edit = async (id: string, input: object) =>
  does('updateArticle', { id, expectedRevision: await revisionOf(id), input });

async function revisionOf(id: string): Promise<number> {
  const [row] = await admin`select revision from articles.articles where id = ${id}`;
  return row?.['revision'];
}

const changesOf = async (id: string) =>
  (await admin`select kind from articles.article_changes where article_id = ${id} order by position`).map(
    ({ kind }) => kind,
  );

async function lastRevisionOf(id: string) {
  const [row] =
    await admin`select author, changes from articles.revisions where article_id = ${id} order by number desc limit 1`;
  return row as unknown as { author: string; changes: { path: string; before: string | null; after: string | null }[] };
}

describe('what an editor rewrote in a story of a wire', () => {
  it('stays when a newer version comes; all else follows the supplier', async () => {
    const { article } = await send('h', { version: '1', kicker: 'Old kicker', standfirst: 'Old standfirst' });
    await edit(article.id, { headline: 'Our headline', standfirst: null });
    const next = { version: '2', headline: 'Their new headline', kicker: 'New kicker', standfirst: 'New standfirst' };
    expect(await send('h', { ...next, urgency: 1 })).toMatchObject({
      outcome: 'UPDATED',
      article: { headline: 'Our headline', standfirst: null, kicker: 'New kicker', urgency: 1, revision: 3 },
    });
    expect(await changesOf(article.id)).toEqual(['PUBLISHED', 'UPDATED', 'UPDATED']);
    expect(await lastRevisionOf(article.id)).toEqual({
      author: 'Wire',
      changes: [
        { path: 'kicker', before: 'Old kicker', after: 'New kicker' },
        { path: 'urgency', before: '5', after: '1' },
        { path: 'supplied.headline', before: 'Story h', after: 'Their new headline' },
        { path: 'supplied.standfirst', before: 'Old standfirst', after: 'New standfirst' },
      ],
    });
    expect((await send('h', { ...next, urgency: 1 })).outcome).toBe('UNCHANGED');
  });
});
