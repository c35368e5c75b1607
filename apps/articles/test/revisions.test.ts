import { globSync, readFileSync } from 'node:fs';
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

const { ask, does, draft } = editing(() => articles);

const revisionsOf = async (id: string, page = 'first: 100') => {
  const { data, errors } = await articles.graph(
    `{ article(id: "${id}") { revisions(${page}) {
      nodes { number author createdAt headline changes { path before after } }
      pageInfo { hasNextPage endCursor } } } }`,
    {},
    editor,
  );
  expect(errors).toBeUndefined();
  return data.article.revisions;
};

describe('every save', () => {
  it('is a revision: who, when, and what it changed by path, newest first', async () => {
    const body = [
      { id: 'p1', paragraph: { html: 'One.' } },
      { id: 'p2', paragraph: { html: 'Two.' } },
    ];
    const { id } = await draft({ headline: 'Old words', body });
    const changed = { headline: 'New words', body: [body[0], { id: 'p2', paragraph: { html: 'Zwei.' } }] };
    await does('updateArticle', { id, expectedRevision: 1, input: changed });
    await does('publishArticle', { id });
    await does('correctArticle', { id, expectedRevision: 3, note: 'Wrong.', input: { kicker: 'News' } });
    await does('withdrawArticle', { id, reason: 'All wrong.' });
    const { nodes } = await revisionsOf(id);
    const changes = nodes.map(({ number, changes }: { number: number; changes: object }) => ({ number, changes }));
    expect(changes).toEqual([
      {
        number: 5,
        changes: [
          { path: 'status', before: 'PUBLISHED', after: 'WITHDRAWN' },
          { path: 'withdrawalReason', before: null, after: 'All wrong.' },
        ],
      },
      {
        number: 4,
        changes: [
          { path: 'kicker', before: null, after: 'News' },
          { path: 'corrections', before: null, after: 'Wrong.' },
        ],
      },
      { number: 3, changes: [{ path: 'status', before: 'DRAFT', after: 'PUBLISHED' }] },
      {
        number: 2,
        changes: [
          { path: 'headline', before: 'Old words', after: 'New words' },
          { path: 'body.p2', before: '<p>Two.</p>', after: '<p>Zwei.</p>' },
        ],
      },
      { number: 1, changes: [] },
    ]);
    for (const { author, createdAt } of nodes) {
      expect(author).toBe(editor.id);
      expect(Math.abs(Date.now() - Date.parse(createdAt))).toBeLessThan(60_000);
    }
  });

  it('by a wire bears the wire’s name', async () => {
    const mutation = 'mutation ($input: ImportArticleInput!) { importArticle(input: $input) { article { id } } }';
    const input = { source: 'Wire', sourceId: '1', format: 'ninjs', language: 'en', headline: 'Item', body: [] };
    const { data } = await articles.graph(mutation, { input }, editor);
    const { nodes } = await revisionsOf(data.importArticle.article.id);
    expect(nodes).toMatchObject([{ number: 1, author: 'Wire' }]);
  });

  it('that is refused is none', async () => {
    const { id } = await draft();
    await ask('updateArticle', { id, expectedRevision: 1, input: { urgency: 99 } });
    await ask('updateArticle', { id, expectedRevision: 7, input: { kicker: 'x' } });
    expect((await revisionsOf(id)).nodes).toHaveLength(1);
  });

  it('is found page by page, each once', async () => {
    const { id } = await draft();
    for (let revision = 1; revision < 7; revision += 1) {
      await does('updateArticle', { id, expectedRevision: revision, input: { kicker: `k${revision}` } });
    }
    const seen: number[] = [];
    let page = 'first: 3';
    for (let more = true; more; ) {
      const { nodes, pageInfo } = await revisionsOf(id, page);
      seen.push(...nodes.map(({ number }: { number: number }) => number));
      page = `first: 3, after: "${pageInfo.endCursor}"`;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });
});

describe('an article from before there were revisions', () => {
  it('gets the revision that a save would have written, and is told as published', async () => {
    const { id } = await draft({
      body: [{ paragraph: { html: 'Words.' } }],
      bylines: [{ name: 'Ann', role: 'Words' }, { name: 'Bo' }],
      kicker: 'News',
      embargoedUntil: '2017-11-21T21:03:00.120Z',
    });
    await does('publishArticle', { id });
    const history = () =>
      Promise.all([
        // The mark for subscribers came later than this history.
        admin`select article_id, number, snapshot - 'isAccessibleForFree' as snapshot
          from articles.revisions where article_id = ${id} and number = 2`,
        admin`select kind, at, article_id, revision, reason from articles.article_changes where article_id = ${id}`,
      ]);
    const written = await history();
    await admin`delete from articles.revisions where article_id = ${id}`;
    await admin`delete from articles.article_changes where article_id = ${id}`;
    const [migration] = globSync(`${import.meta.dirname}/../migrations/*_tell_history_of_what_is_there.sql`);
    const statements = readFileSync(migration ?? '', 'utf8');
    for (let run = 0; run < 2; run += 1) await admin.unsafe(statements.replaceAll('--> statement-breakpoint', ''));
    expect(await history()).toEqual(written);
  });
});

describe('an article as a revision kept it', () => {
  const saveTopic = (slug: string) =>
    admin`insert into articles.topics (id, slug, title, kind) values (gen_random_uuid(), ${slug}, ${slug}, 'SUBJECT')`;
  const asOf = async (id: string) => {
    const { data, errors } = await articles.graph(
      `{ article(id: "${id}") { revisions { nodes { article {
        id revision status headline isAccessibleForFree bodyText wordCount slug jsonLd bylines { name role } topics { slug } } } } } }`,
      {},
      editor,
    );
    expect(errors).toBeUndefined();
    return data.article.revisions.nodes.map(({ article }: { article: object }) => article);
  };

  it('has its text, its bylines and its topics of then, and its status of today', async () => {
    await Promise.all(['then', 'now', 'both'].map(saveTopic));
    const { id, slug } = await draft({
      headline: 'Then',
      body: [{ paragraph: { html: 'Three words then.' } }],
      bylines: [{ name: 'Ann', role: 'Words' }, { name: 'Bo' }],
      topicSlugs: ['then', 'both'],
    });
    const input = {
      headline: 'Now',
      slug: 'another-slug',
      body: [{ paragraph: { html: 'Now.' } }],
      bylines: [{ name: 'Cy' }],
      topicSlugs: ['both', 'now'],
    };
    await does('updateArticle', { id, expectedRevision: 1, input });
    await does('publishArticle', { id });
    const [third, second, first] = await asOf(id);
    const today = { id, status: 'PUBLISHED', headline: 'Now', bylines: [{ name: 'Cy', role: null }] };
    expect(third).toMatchObject({ ...today, revision: 3, slug: 'another-slug' });
    expect(second).toMatchObject({ ...today, revision: 2, topics: [{ slug: 'both' }, { slug: 'now' }], wordCount: 1 });
    expect(first).toMatchObject({
      ...{ id, status: 'PUBLISHED', revision: 1, headline: 'Then', slug, wordCount: 3, bodyText: 'Three words then.' },
      bylines: [
        { name: 'Ann', role: 'Words' },
        { name: 'Bo', role: null },
      ],
      topics: [{ slug: 'then' }, { slug: 'both' }],
    });
    const { author } = JSON.parse((first as { jsonLd: string }).jsonLd);
    expect(author.map(({ name }: { name: string }) => name)).toEqual(['Ann', 'Bo']);
  });

  it('is written again as a new revision, with its bylines and topics; the slug and the embargo stay as they are', async () => {
    await saveTopic('restored');
    const { id } = await draft({
      headline: 'Good',
      slug: 'first-name',
      topicSlugs: ['restored'],
      bylines: [{ name: 'Di' }],
    });
    const input = {
      headline: 'Bad',
      slug: 'second-name',
      topicSlugs: [],
      bylines: [],
      body: [{ paragraph: { html: 'x' } }],
    };
    await does('updateArticle', {
      id,
      expectedRevision: 1,
      input: { ...input, embargoedUntil: '2099-01-01T00:00:00Z' },
    });
    const restored = await does('restoreRevision', { id, revision: 1, expectedRevision: 2 });
    expect(restored).toMatchObject({ revision: 3, headline: 'Good', slug: 'second-name' });
    expect(restored.embargoedUntil).toBe('2099-01-01T00:00:00+00:00');
    const [third, second] = await asOf(id);
    expect(third).toMatchObject({
      topics: [{ slug: 'restored' }],
      bylines: [{ name: 'Di' }],
      bodyText: '',
      wordCount: 0,
    });
    expect(second).toMatchObject({ headline: 'Bad', revision: 2, topics: [] });
  });

  it('from before there was the mark for subscribers leaves it as it is when it is written again', async () => {
    const { id } = await draft({ headline: 'Old' });
    await admin`update articles.revisions set snapshot = snapshot - 'isAccessibleForFree' where article_id = ${id}`;
    await does('updateArticle', { id, expectedRevision: 1, input: { headline: 'New', isAccessibleForFree: false } });
    const [second] = (await revisionsOf(id)).nodes;
    expect(second.changes).toContainEqual({ path: 'isAccessibleForFree', before: 'true', after: 'false' });
    await does('restoreRevision', { id, revision: 1, expectedRevision: 2 });
    expect(await asOf(id)).toMatchObject([
      { revision: 3, headline: 'Old', isAccessibleForFree: false },
      { revision: 2, headline: 'New', isAccessibleForFree: false },
      { revision: 1, headline: 'Old', isAccessibleForFree: false },
    ]);
  });

  it('brings the mark for subscribers back that it had', async () => {
    const { id } = await draft({ headline: 'Old', isAccessibleForFree: false });
    await does('updateArticle', { id, expectedRevision: 1, input: { isAccessibleForFree: true } });
    await does('updateArticle', { id, expectedRevision: 2, input: { isAccessibleForFree: null, kicker: 'x' } });
    await does('restoreRevision', { id, revision: 1, expectedRevision: 3 });
    expect(
      (await asOf(id)).map((one: { isAccessibleForFree: boolean; jsonLd: string }) => [
        one.isAccessibleForFree,
        JSON.parse(one.jsonLd).isAccessibleForFree,
      ]),
    ).toEqual([
      [false, false],
      [true, true],
      [true, true],
      [false, false],
    ]);
  });

  it('cannot be written again when there is none, nor over what another has saved since', async () => {
    const { id } = await draft();
    expect((await ask('restoreRevision', { id, revision: 2, expectedRevision: 1 })).userErrors).toMatchObject([
      { code: 'UNKNOWN_REVISION', path: ['revision'] },
    ]);
    await does('updateArticle', { id, expectedRevision: 1, input: { kicker: 'x' } });
    expect((await ask('restoreRevision', { id, revision: 1, expectedRevision: 1 })).userErrors).toMatchObject([
      { code: 'REVISION_CONFLICT' },
    ]);
  });
});

describe('many writers of one article', () => {
  it('lose no update: each that was told that it wrote is in the chain of revisions, and nothing else is', async () => {
    const { id } = await draft({ kicker: 'start' });
    const writers = 8;
    const saves = 6;
    let conflicts = 0;
    /** As a person does: reads, writes on top, and reads again where another was quicker. */
    async function write(writer: number): Promise<void> {
      let expectedRevision = 1;
      for (let save = 0; save < saves; ) {
        const { article, userErrors } = await ask('updateArticle', {
          id,
          expectedRevision,
          input: { kicker: `writer ${writer}, save ${save}` },
        });
        expectedRevision = article?.revision ?? Number.NaN;
        if (userErrors.length === 0) save += 1;
        else conflicts += 1;
      }
    }
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    expect(conflicts).toBeGreaterThan(0);
    const { nodes } = await revisionsOf(id);
    const chain = nodes
      .toReversed()
      .flatMap(({ changes }: { changes: { before: string; after: string }[] }) => changes);
    expect(chain).toHaveLength(writers * saves);
    expect(new Set(chain.map(({ after }: { after: string }) => after)).size).toBe(writers * saves);
    for (const [index, { before }] of chain.entries()) expect(before).toBe(chain[index - 1]?.after ?? 'start');
  });
});
