import { randomUUID } from 'node:crypto';
import { editor, reader } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';
import { type Newsroom, newsroomOf, type Story } from './newsroom.ts';

const link = `mutation ($ids: [ID!]!) {
  linkTranslations(articleIds: $ids) { articles { id language } userErrors { code path } } }`;
const unlink = `mutation ($id: ID!) {
  unlinkTranslation(articleId: $id) { article { id translations { id } } userErrors { code } } }`;

describe('translations', () => {
  let articles: ArticlesUnderTest;
  let newsroom: Newsroom;
  let admin: postgres.Sql;
  beforeAll(async () => {
    articles = await startArticles();
    newsroom = newsroomOf(articles);
    admin = postgres(articles.database.adminUrl, { max: 1, onnotice: () => {} });
  });
  afterAll(async () => {
    await admin.end();
    await articles[Symbol.asyncDispose]();
  });

  const linked = (...stories: readonly Story[]) => newsroom.mutate(link, { ids: stories.map(({ id }) => id) });
  const inLanguages = (...languages: string[]) =>
    Promise.all(languages.map((language) => newsroom.published({ language })));
  async function translationsOf({ id }: Story, viewer: typeof reader | null = null): Promise<string[]> {
    const query = 'query ($id: ID!) { article(id: $id) { translations { id } } }';
    const { data, errors } = await articles.graph(query, { id }, viewer);
    expect(errors).toBeUndefined();
    return data.article.translations.map((each: Story) => each.id);
  }
  const changesOf = async ({ id }: Story) =>
    (await admin`select kind, revision from articles.article_changes where article_id = ${id} order by position`).map(
      ({ kind, revision }) => [kind, revision],
    );
  const linkedEvents = async ({ id }: Story) =>
    (await admin`select 1 from bus.events where type = 'article.linked' and payload->>'articleId' = ${id}`).length;

  it('are all others of the story, by language and never itself, whoever of them is asked', async () => {
    const [he, en, ar] = await inLanguages('he', 'en', 'ar');
    if (!he || !en || !ar) throw new Error('No stories.');
    const { articles: group } = await linked(he, en, ar);
    expect(group).toEqual([
      { id: ar.id, language: 'ar' },
      { id: en.id, language: 'en' },
      { id: he.id, language: 'he' },
    ]);
    expect(await translationsOf(he)).toEqual([ar.id, en.id]);
    expect(await translationsOf(en)).toEqual([ar.id, he.id]);
    expect(await translationsOf(ar)).toEqual([en.id, he.id]);
  });

  it('join groups into one, and refuse two of a language, also where only their groups meet', async () => {
    const [a, b, c, d, e] = await inLanguages('en', 'he', 'ar', 'fr', 'en');
    if (!a || !b || !c || !d || !e) throw new Error('No stories.');
    await linked(a, b);
    await linked(c, d);
    await linked(b, c);
    expect((await translationsOf(a)).toSorted()).toEqual([b.id, c.id, d.id].toSorted());
    expect((await linked(e, d)).userErrors).toEqual([{ code: 'LANGUAGE_TAKEN', path: ['articleIds'] }]);
    expect(await translationsOf(e)).toEqual([]);
    expect((await linked(a, a)).userErrors[0].code).toBe('TOO_FEW');
    const unknown = await newsroom.mutate(link, { ids: [a.id, randomUUID(), 'no id'] });
    expect(unknown.userErrors.map(({ code }: { code: string }) => code)).toEqual(['UNKNOWN', 'UNKNOWN']);
  });

  it('make one group of all, in whatever order and however many editors link at once', async () => {
    const stories = await inLanguages('en', 'he', 'ar', 'fr', 'de', 'es');
    const pairs = stories.slice(1).map((story, at) => [stories[at], story]);
    const results = await Promise.all(
      pairs.map((pair, at) =>
        newsroom.mutate(link, { ids: (at % 2 ? pair : pair.toReversed()).map((story) => story?.id) }),
      ),
    );
    expect(results.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const [first, ...others] = stories;
    expect((await translationsOf(first as Story)).toSorted()).toEqual(others.map(({ id }) => id).toSorted());
  });

  it('are shown once they are published, and not after they were withdrawn; editors see those that wait', async () => {
    const [en] = await inLanguages('en');
    const he = await newsroom.draft({ language: 'he' });
    if (!en) throw new Error('No story.');
    await linked(en, he);
    expect(await translationsOf(en)).toEqual([]);
    expect(await translationsOf(en, reader)).toEqual([]);
    expect(await translationsOf(en, editor)).toEqual([he.id]);
    await newsroom.publish(he);
    expect(await translationsOf(en)).toEqual([he.id]);
    await newsroom.mutate('mutation ($id: ID!) { withdrawArticle(id: $id, reason: "A test") { article { id } } }', {
      id: he.id,
    });
    expect(await translationsOf(en)).toEqual([]);
    // Published and withdrawn: twice it came or went, and pages that show it are told each time.
    await expect.poll(() => linkedEvents(en)).toBe(2);
  });

  it('are told as changes of those for whom readers see a difference, whose text stays at its revision', async () => {
    const [en, he] = await inLanguages('en', 'he');
    const fr = await newsroom.draft({ language: 'fr' });
    if (!en || !he) throw new Error('No stories.');
    await linked(en, fr);
    expect(await changesOf(en)).toEqual([['PUBLISHED', en.revision]]);
    await linked(fr, he);
    await linked(en, he);
    for (const story of [en, he]) {
      expect(await changesOf(story)).toEqual([
        ['PUBLISHED', story.revision],
        ['UPDATED', story.revision],
      ]);
    }
    expect(await changesOf(fr)).toEqual([]);
    await newsroom.mutate(unlink, { id: he.id });
    for (const story of [en, he]) expect((await changesOf(story)).length).toBe(3);
  });

  it('let one go, and leave nobody in a group alone', async () => {
    const [en, he, ar] = await inLanguages('en', 'he', 'ar');
    if (!en || !he || !ar) throw new Error('No stories.');
    await linked(en, he, ar);
    expect((await newsroom.mutate(unlink, { id: ar.id })).article.translations).toEqual([]);
    expect(await translationsOf(en)).toEqual([he.id]);
    await newsroom.mutate(unlink, { id: he.id });
    const [row] = await admin`select count(*)::int as count from articles.articles
      where id in ${admin([en.id, he.id, ar.id])} and translation_group_id is not null`;
    expect(row?.['count']).toBe(0);
    expect((await newsroom.mutate(unlink, { id: he.id })).userErrors).toEqual([]);
  });

  it('may be made beside their original, in a language that its group has not, or not at all', async () => {
    const [en] = await inLanguages('en');
    if (!en) throw new Error('No story.');
    const he = await newsroom.draft({ language: 'he', translationOfId: en.id });
    const ar = await newsroom.draft({ language: 'ar', translationOfId: he.id });
    expect(await translationsOf(en, editor)).toEqual([ar.id, he.id]);
    const create =
      'mutation ($input: CreateArticleInput!) { createArticle(input: $input) { article { id } userErrors { code path } } }';
    const count = async () => (await admin`select count(*)::int as count from articles.articles`)[0]?.['count'];
    const before = await count();
    for (const [input, error] of [
      [
        { language: 'he', translationOfId: en.id },
        { code: 'LANGUAGE_TAKEN', path: ['input', 'language'] },
      ],
      [
        { language: 'fr', translationOfId: randomUUID() },
        { code: 'UNKNOWN', path: ['input', 'translationOfId'] },
      ],
    ] as const) {
      const { article, userErrors } = await newsroom.mutate(create, { input: { headline: 'Again', ...input } });
      expect([article, userErrors]).toEqual([null, [error]]);
    }
    expect(await count()).toBe(before);
  });

  it('keep their languages apart when an article’s language is changed', async () => {
    const [en, he] = await inLanguages('en', 'he');
    if (!en || !he) throw new Error('No stories.');
    await linked(en, he);
    const change = `mutation ($id: ID!, $revision: Int!, $language: LanguageTag!) {
      updateArticle(id: $id, expectedRevision: $revision, input: { language: $language }) { userErrors { code path } } }`;
    const taken = await newsroom.mutate(change, { ...he, language: 'en' });
    expect(taken.userErrors).toEqual([{ code: 'LANGUAGE_TAKEN', path: ['input', 'language'] }]);
    expect((await newsroom.mutate(change, { ...he, language: 'yi' })).userErrors).toEqual([]);
  });

  it('keep their languages apart when an earlier revision is written again', async () => {
    const [first, he] = await inLanguages('en', 'he');
    if (!first || !he) throw new Error('No stories.');
    const change = `mutation ($id: ID!, $revision: Int!) {
      updateArticle(id: $id, expectedRevision: $revision, input: { language: "he" }) { article { id revision } userErrors { code } } }`;
    const { article: renamed } = await newsroom.mutate(change, { ...first });
    const [en] = await inLanguages('en');
    if (!en) throw new Error('No story.');
    await newsroom.mutate(
      `mutation ($id: ID!, $revision: Int!) {
      updateArticle(id: $id, expectedRevision: $revision, input: { language: "de" }) { userErrors { code } } }`,
      { id: first.id, revision: renamed.revision },
    );
    await linked(first, he, en);
    const restore = `mutation ($id: ID!, $revision: Int!, $expectedRevision: Int!) {
      restoreRevision(id: $id, revision: $revision, expectedRevision: $expectedRevision) { userErrors { code path } } }`;
    const restored = await newsroom.mutate(restore, {
      id: first.id,
      revision: first.revision,
      expectedRevision: renamed.revision + 1,
    });
    expect(restored.userErrors).toEqual([{ code: 'LANGUAGE_TAKEN', path: ['revision'] }]);
  });

  it('of a whole list are one statement', async () => {
    const [en, he] = await inLanguages('en', 'he');
    const [fr, ar] = await inLanguages('fr', 'ar');
    if (!en || !he || !fr || !ar) throw new Error('No stories.');
    await linked(en, he);
    await linked(fr, ar);
    articles.statements.splice(0);
    await articles.graph('{ articles(first: 4) { nodes { translations { id } } } }');
    expect(articles.statements.splice(0).length).toBe(2);
  });

  it('are linked by editors only', async () => {
    for (const [viewer, code] of [
      [null, 'UNAUTHENTICATED'],
      [reader, 'FORBIDDEN'],
    ] as const) {
      for (const [mutation, variables] of [
        [link, { ids: [randomUUID(), randomUUID()] }],
        [unlink, { id: randomUUID() }],
      ] as const) {
        const { errors } = await articles.graph(mutation, variables, viewer);
        expect(errors?.[0]?.extensions?.['code']).toBe(code);
      }
    }
  });
});
