import { globSync, readFileSync } from 'node:fs';
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

async function keptOf(id: string, viewer: typeof editor | null = editor) {
  const { data } = await articles.graph('query ($id: ID!) { article(id: $id) { keptFields } }', { id }, viewer);
  return data.article.keptFields;
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

  it('is told to editors alone where nothing else is new, and that once', async () => {
    const { article } = await send('quiet', { version: '1' });
    await edit(article.id, { headline: 'Ours' });
    const edited = await send('quiet', { version: '2' });
    expect(edited.outcome).toBe('UNCHANGED');
    const next = await send('quiet', { version: '3', headline: 'Theirs' });
    expect(next).toMatchObject({
      outcome: 'UPDATED',
      article: { headline: 'Ours', revision: 3, updatedAt: edited.article.updatedAt, source: edited.article.source },
    });
    expect(await changesOf(article.id)).toEqual(['PUBLISHED', 'UPDATED']);
    const told = { path: 'supplied.headline', before: 'Story quiet', after: 'Theirs' };
    expect((await lastRevisionOf(article.id)).changes).toEqual([told]);
    expect((await send('quiet', { version: '3', headline: 'Theirs' })).outcome).toBe('UNCHANGED');

    await send('quiet', { version: '4', headline: 'Theirs', kicker: 'New' });
    expect((await lastRevisionOf(article.id)).changes).toEqual([{ path: 'kicker', before: null, after: 'New' }]);
    expect(await changesOf(article.id)).toEqual(['PUBLISHED', 'UPDATED', 'UPDATED']);
  });

  it('is told to editors alone also where another story has the slug that the supplier names', async () => {
    await send('slug of its own', { slug: 'one-slug' });
    const { article } = await send('slug of another', { version: '1', slug: 'one-slug' });
    await edit(article.id, { headline: 'Ours' });
    const told = await changesOf(article.id);
    const second = await send('slug of another', { version: '2', slug: 'one-slug', headline: 'Theirs' });
    expect(second).toMatchObject({ outcome: 'UPDATED', article: { slug: 'one-slug-2', headline: 'Ours' } });
    expect(await changesOf(article.id)).toEqual(told);
    const third = await send('slug of another', { version: '3', slug: 'two-slugs', headline: 'Theirs' });
    expect(third.article.slug).toBe('two-slugs');
    expect(await changesOf(article.id)).toEqual([...told, 'UPDATED']);
  });

  it('stays in a correction, and in a version that comes twice in one batch', async () => {
    const { article } = await send('c', { version: '1' });
    const body = [{ id: 'p1', paragraph: { html: 'What is right.' } }];
    await does('correctArticle', { id: article.id, expectedRevision: 1, note: 'It was wrong.', input: { body } });
    const versions = ['2', '3'].map((version) => ({
      ...{ source: 'Wire', sourceId: 'c', format: 'ninjs', language: 'en', version, headline: `Version ${version}` },
      body: [{ id: 'p1', paragraph: { html: `One wrong word more ${version}.` } }],
    }));
    const { data } = await articles.graph(
      `mutation ($inputs: [ImportArticleInput!]!) { importArticles(inputs: $inputs) { outcome article { headline bodyText wordCount } } }`,
      { inputs: versions },
      editor,
    );
    expect(data.importArticles).toEqual(
      ['2', '3'].map((version) => ({
        outcome: 'UPDATED',
        article: { headline: `Version ${version}`, bodyText: 'What is right.', wordCount: 3 },
      })),
    );
    expect((await lastRevisionOf(article.id)).changes).toContainEqual({
      path: 'supplied.body.p1',
      before: '<p>One wrong word more 2.</p>',
      after: '<p>One wrong word more 3.</p>',
    });
  });

  it('is only what became another: who saves the same words keeps nothing', async () => {
    const { article } = await send('same', { version: '1' });
    await edit(article.id, {
      headline: 'Story same',
      body: [{ id: 'p1', paragraph: { html: 'Text of same.' } }],
      bylines: [],
      kicker: 'Ours',
    });
    await does('withdrawArticle', { id: (await send('other')).article.id, reason: 'Wrong.' });
    expect(await keptOf(article.id)).toEqual(['KICKER']);
    expect((await send('same', { version: '2', headline: 'New' })).article).toMatchObject({
      headline: 'New',
      kicker: 'Ours',
    });
  });

  it('is the section, the topics, the bylines, the slug and the mark for subscribers too', async () => {
    await admin`insert into articles.sections (id, slug, title, language, position) values (gen_random_uuid(), 'desk', 'Desk', 'en', 1),
      (gen_random_uuid(), 'wire', 'Wire', 'en', 2)`;
    await admin`insert into articles.topics (id, slug, title, kind) values (gen_random_uuid(), 'ours', 'Ours', 'SUBJECT')`;
    const wire = { sectionSlug: 'wire', topics: [{ title: 'Theirs' }], bylines: [{ name: 'Wire Writer' }] };
    const { article } = await send('parts', { version: '1', ...wire });
    const input = { sectionSlug: 'desk', topicSlugs: ['ours'], bylines: [{ name: 'Desk' }], slug: 'our-slug' };
    await edit(article.id, { ...input, isAccessibleForFree: false });
    const kept = {
      ...{ slug: 'our-slug', section: { slug: 'desk' }, topics: [{ slug: 'ours' }], bylines: [{ name: 'Desk' }] },
      isAccessibleForFree: false,
    };
    expect((await send('parts', { version: '2', ...wire, slug: 'their-slug', headline: 'New' })).article).toMatchObject(
      {
        headline: 'New',
        ...kept,
      },
    );
    const { article: again } = await send('parts', { version: '3', headline: 'Newer' });
    expect(again).toMatchObject({ headline: 'Newer', ...kept });
    const { changes } = await lastRevisionOf(article.id);
    expect(changes.map(({ path }) => path).toSorted()).toEqual([
      'headline',
      'supplied.bylines',
      'supplied.sectionId',
      'supplied.topicIds',
    ]);
  });

  it('changes nothing of holds, embargoes and kills', async () => {
    const { article } = await send('fate', { version: '1' });
    await edit(article.id, { headline: 'Ours' });
    const held = { version: '2', pubStatus: 'WITHHELD', headline: 'Held' };
    expect(await send('fate', held)).toMatchObject({
      outcome: 'WITHDRAWN',
      article: { status: 'DRAFT', headline: 'Ours' },
    });
    expect(await send('fate', { version: '3', headline: 'Held' })).toMatchObject({
      outcome: 'UPDATED',
      article: { status: 'PUBLISHED', headline: 'Ours' },
    });
    expect(
      await send('fate', { version: '4', embargoedUntil: '2099-01-01T00:00:00Z', headline: 'Held' }),
    ).toMatchObject({
      outcome: 'WITHDRAWN',
      article: { status: 'SCHEDULED', headline: 'Ours' },
    });
    expect(await send('fate', { pubStatus: 'CANCELED' })).toMatchObject({
      outcome: 'WITHDRAWN',
      article: { status: 'WITHDRAWN', headline: 'Ours' },
    });
    expect(await changesOf(article.id)).toEqual(['PUBLISHED', 'UPDATED', 'WITHDRAWN', 'PUBLISHED', 'WITHDRAWN']);
  });

  it('is what an earlier revision said, where an editor restored it', async () => {
    const { article } = await send('r', { version: '1', kicker: 'One' });
    await send('r', { version: '2', kicker: 'One', headline: 'Second' });
    await does('restoreRevision', { id: article.id, revision: 1, expectedRevision: 2 });
    expect(await keptOf(article.id)).toEqual(['HEADLINE']);
    expect((await send('r', { version: '3', kicker: 'Three', headline: 'Third' })).article).toMatchObject({
      headline: 'Story r',
      kicker: 'Three',
    });
  });

  it('is its language, by which it stands among its translations', async () => {
    const original = await send('original', { language: 'en' });
    await send('third', { language: 'de', translationOfSourceId: 'original' });
    const { article } = await send('translated', { version: '1', language: 'en' });
    await edit(article.id, { language: 'fr' });
    await send('translated', { version: '2', language: 'en', translationOfSourceId: 'original' });
    const { data } = await articles.graph(
      'query ($id: ID!) { article(id: $id) { translations { id language } } }',
      { id: original.article.id },
      editor,
    );
    expect(data.article.translations).toContainEqual({ id: article.id, language: 'fr' });
  });

  it('is not written by a dry run, which tells what would be', async () => {
    const { article } = await send('dry', { version: '1' });
    await edit(article.id, { headline: 'Ours' });
    const dryRun = `mutation ($inputs: [ImportArticleInput!]!) { importArticles(inputs: $inputs, dryRun: true) { outcome } }`;
    const input = { source: 'Wire', sourceId: 'dry', format: 'ninjs', language: 'en', headline: 'Theirs', body: [] };
    const { data } = await articles.graph(dryRun, { inputs: [{ ...input, version: '2' }] }, editor);
    expect(data.importArticles).toEqual([{ outcome: 'UPDATED' }]);
    await send('dry', { version: '2', headline: 'Theirs' });
    expect((await lastRevisionOf(article.id)).changes).toContainEqual({
      path: 'supplied.headline',
      before: 'Story dry',
      after: 'Theirs',
    });
  });

  it('is the last word of whoever was told that it was saved, also while versions come at the same time', async () => {
    for (let race = 0; race < 8; race += 1) {
      const id = `race ${race}`;
      const { article } = await send(id, { version: '1' });
      const [answer] = await Promise.all([
        articles.graph(
          `mutation ($id: ID!) { updateArticle(id: $id, expectedRevision: 1, input: { headline: "Ours" }) { userErrors { code } } }`,
          { id: article.id },
          editor,
        ),
        send(id, { version: '2', headline: 'Theirs' }),
      ]);
      const isSaved = answer.data.updateArticle.userErrors.length === 0;
      const [row] = await admin`select headline from articles.articles where id = ${article.id}`;
      expect(row?.['headline']).toBe(isSaved ? 'Ours' : 'Theirs');
    }
  });

  it('is not asked for where nobody saved the story since it came, nor where nothing is new', async () => {
    const asked = async (work: () => Promise<unknown>) => {
      articles.statements.splice(0);
      await work();
      return articles.statements.filter((statement) => statement.includes('kept_fields')).length;
    };
    await send('fast', { version: '1' });
    expect(await asked(() => send('fast', { version: '2', headline: 'New' }))).toBe(0);
    expect(await asked(() => send('fast', { version: '3', headline: 'New' }))).toBe(0);
    expect(await asked(() => send('fast', { version: '4', headline: 'Newer' }))).toBe(1);
  });
});

describe('a body that an editor rewrote', () => {
  const figure = (reference: string, more: object = {}) => ({
    id: 'lead',
    figure: { role: 'LEAD', caption: 'A view', ...more, pictureReference: reference },
  });
  const words = (html: string) => ({ id: 'p1', paragraph: { html } });
  const attach = (wantedPictureId: string, imageId: string) =>
    articles.graph(
      `mutation ($wantedPictureId: ID!, $imageId: ID!) { attachPicture(wantedPictureId: $wantedPictureId, imageId: $imageId) { userErrors { code } } }`,
      { wantedPictureId, imageId },
      editor,
    );

  it('waits for its picture, once, gets it, and stays the editor’s after', async () => {
    const reference = 'https://wire.example/kept.jpg';
    const { article, wantedPictures } = await send('p1', { version: '1', body: [figure(reference), words('One.')] });
    await edit(article.id, { body: [{ id: 'lead', figure: { role: 'LEAD', caption: 'Ours' } }, words('Our words.')] });
    const second = await send('p1', {
      version: '2',
      body: [figure(reference), words('Two.'), { paragraph: { html: 'More.' } }],
    });
    expect(second).toMatchObject({
      outcome: 'UPDATED',
      wantedPictures,
      article: { bodyText: expect.stringContaining('Our words.') },
    });
    expect(wantedPictures).toHaveLength(1);

    const imageId = crypto.randomUUID();
    await attach(wantedPictures[0].id, imageId);
    const third = await send('p1', { version: '3', body: [figure(reference), words('Three.')] });
    expect(third).toMatchObject({ wantedPictures: [], article: { figures: [{ id: 'lead', image: { id: imageId } }] } });
    expect(third.article.bodyText).toContain('Our words.');
    expect(await keptOf(article.id)).toEqual(['BODY']);
  });

  it('is not one that only got its picture: the next version writes over it', async () => {
    const reference = 'https://wire.example/plain.jpg';
    const { article, wantedPictures } = await send('p0', { version: '1', body: [figure(reference), words('One.')] });
    await attach(wantedPictures[0].id, crypto.randomUUID());
    expect(await keptOf(article.id)).toEqual([]);
    expect((await send('p0', { version: '2', body: [words('Two.')] })).article).toMatchObject({
      bodyText: 'Two.',
      figures: [],
    });
  });

  it('waits no more for a picture that the editor took out, nor for one that came after', async () => {
    const { article, wantedPictures } = await send('p2', { version: '1', body: [figure('out.jpg'), words('One.')] });
    expect(wantedPictures).toHaveLength(1);
    await edit(article.id, { body: [words('Our words alone.')] });
    const second = await send('p2', { version: '2', body: [figure('other.jpg'), words('Two.')] });
    expect(second).toMatchObject({ wantedPictures: [], article: { figures: [], wordCount: 3 } });
    expect(await admin`select 1 from articles.wanted_pictures where article_id = ${article.id}`).toEqual([]);
  });

  it('makes room for the supplier’s again with all its pictures, where the editor gives it back', async () => {
    const { article } = await send('p3', { version: '1', body: [figure('one.jpg'), words('One.')] });
    await edit(article.id, { body: [words('Our words.')] });
    const second = { version: '2', body: [figure('two.jpg'), words('Two.')] };
    await send('p3', second);
    await edit(article.id, { followSupplier: ['BODY'] });
    expect(await send('p3', second)).toMatchObject({
      outcome: 'UPDATED',
      wantedPictures: [{ reference: 'two.jpg', elementId: 'lead' }],
      article: { bodyText: expect.stringContaining('Two.'), figures: [{ id: 'lead', image: null }] },
    });
  });
});

describe('a field that an editor gives back', () => {
  it('follows its supplier from when the story comes next, be it the same version, and no older one', async () => {
    const { article } = await send('back', { version: '1' });
    await edit(article.id, { headline: 'Ours', kicker: 'Ours' });
    await send('back', { version: '2', headline: 'Theirs' });
    const given = await edit(article.id, { followSupplier: ['HEADLINE'] });
    expect(given.headline).toBe('Ours');
    expect((await lastRevisionOf(article.id)).changes).toEqual([
      { path: 'followSupplier', before: null, after: 'headline' },
    ]);
    expect(await keptOf(article.id)).toEqual(['KICKER']);
    expect((await send('back', { version: '1' })).outcome).toBe('STALE');
    const again = { version: '2', headline: 'Theirs' };
    expect(await send('back', again)).toMatchObject({
      outcome: 'UPDATED',
      article: { headline: 'Theirs', kicker: 'Ours' },
    });
    expect((await send('back', again)).outcome).toBe('UNCHANGED');
    expect((await send('back', { version: '3', headline: 'Newer' })).article.headline).toBe('Newer');
  });

  it('may be written in the same save, and follows from there on', async () => {
    const { article } = await send('both', { version: '1' });
    const saved = await edit(article.id, { headline: 'Until they say more', followSupplier: ['HEADLINE'] });
    expect(saved.headline).toBe('Until they say more');
    expect(await keptOf(article.id)).toEqual([]);
    expect((await send('both', { version: '2', headline: 'More' })).article.headline).toBe('More');
  });

  it('was not kept: then nothing is different, and the same item changes nothing', async () => {
    const { article } = await send('never', { version: '1' });
    await edit(article.id, { followSupplier: ['HEADLINE', 'TOPICS'] });
    expect((await send('never', { version: '1' })).outcome).toBe('UNCHANGED');
  });

  it('is none in a story of the house’s own', async () => {
    const { data } = await articles.graph(
      `mutation { createArticle(input: { language: "en", headline: "Own" }) { article { id keptFields } } }`,
      {},
      editor,
    );
    const { id, keptFields } = data.createArticle.article;
    expect(keptFields).toEqual([]);
    const { userErrors } = await ask('updateArticle', {
      id,
      expectedRevision: 1,
      input: { followSupplier: ['HEADLINE'] },
    });
    expect(userErrors).toMatchObject([{ code: 'NO_SUPPLIER', path: ['input', 'followSupplier'] }]);
  });

  it('is the newsroom’s own affair: readers see nothing of it', async () => {
    const { article } = await send('readers', { version: '1' });
    await edit(article.id, { headline: 'Ours' });
    expect(await keptOf(article.id)).toEqual(['HEADLINE']);
    for (const viewer of [reader, null]) expect(await keptOf(article.id, viewer)).toEqual([]);
  });
});

describe('what was rewritten before it was written down whose a field is', () => {
  it('is kept where an editor changed it last', async () => {
    const { article } = await send('old', { version: '1' });
    await edit(article.id, { headline: 'Ours', kicker: 'Ours' });
    await send('old', { version: '2' });
    await edit(article.id, { standfirst: 'Ours' });
    await edit(article.id, { followSupplier: ['KICKER'] });
    await send('old', { version: '2', kicker: 'Theirs' });
    const kept = () => admin`select field from articles.kept_fields where article_id = ${article.id} order by field`;
    const before = await kept();
    expect(before).toEqual([{ field: 'headline' }, { field: 'standfirst' }]);
    await admin`delete from articles.kept_fields`;
    const [migration] = globSync(`${import.meta.dirname}/../migrations/*_keep_what_was_rewritten_before.sql`);
    for (let run = 0; run < 2; run += 1) await admin.unsafe(readFileSync(migration ?? '', 'utf8'));
    expect(await kept()).toEqual(before);
    await send('old', { version: '3', headline: 'Theirs' });
    expect((await lastRevisionOf(article.id)).changes).toContainEqual({
      path: 'supplied.headline',
      before: null,
      after: 'Theirs',
    });
  });
});
