import { editor, reader } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';
import { editing, inMs, type MutationName } from './editing.ts';

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

const { ask, does, draft, articleIn } = editing(() => articles);

const kindsOf = async (id: string) =>
  (
    await admin`select kind, reason, revision from articles.article_changes where article_id = ${id} order by position`
  ).map(({ kind, reason, revision }) => [kind, reason, revision]);

describe('every mutation in every state', () => {
  const states = ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'CORRECTED', 'WITHDRAWN'];
  /** The state of the graph that it leads to (CORRECTED shows as PUBLISHED), or the code that it is refused with. */
  const table: Readonly<Record<string, readonly string[]>> = {
    updateArticle: ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'PUBLISHED', '!WITHDRAWN'],
    addLiveEntry: ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'PUBLISHED', '!WITHDRAWN'],
    restoreRevision: ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'PUBLISHED', '!WITHDRAWN'],
    'publishArticle now': ['PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'PUBLISHED', '!WITHDRAWN'],
    'publishArticle later': ['SCHEDULED', 'SCHEDULED', '!ALREADY_PUBLISHED', '!ALREADY_PUBLISHED', '!WITHDRAWN'],
    unscheduleArticle: ['!NOT_SCHEDULED', 'DRAFT', '!NOT_SCHEDULED', '!NOT_SCHEDULED', '!WITHDRAWN'],
    correctArticle: ['!NOT_PUBLISHED', '!NOT_PUBLISHED', 'PUBLISHED', 'PUBLISHED', '!WITHDRAWN'],
    withdrawArticle: ['!NOT_PUBLISHED', '!NOT_PUBLISHED', 'WITHDRAWN', 'WITHDRAWN', '!WITHDRAWN'],
    deleteDraft: ['gone', '!NOT_A_DRAFT', '!NOT_A_DRAFT', '!NOT_A_DRAFT', '!NOT_A_DRAFT'],
  };
  const cases = Object.entries(table).flatMap(([action, answers]) =>
    answers.map((answer, index) => ({ action, state: states[index] ?? '', answer })),
  );

  it.each(cases)('$action of what is $state: $answer', async ({ action, state, answer }) => {
    const { id, revision } = await articleIn(state);
    const before = await admin`select a::text as row from articles.articles a where id = ${id}`;
    const told = await kindsOf(id);
    const variables = {
      id,
      articleId: id,
      expectedRevision: revision,
      revision: 1,
      note: 'A note.',
      reason: 'A reason.',
      input: action === 'addLiveEntry' ? { body: [{ paragraph: { html: 'Now.' } }] } : { kicker: 'News' },
      ...(action === 'publishArticle later' ? { at: '2098-01-01T00:00:00Z' } : {}),
    };
    const { article, userErrors } = await ask((action.split(' ')[0] ?? '') as MutationName, variables);
    if (answer.startsWith('!')) {
      expect(userErrors.map(({ code }) => code)).toEqual([answer.slice(1)]);
      expect(await admin`select a::text as row from articles.articles a where id = ${id}`).toEqual(before);
      expect(await kindsOf(id)).toEqual(told);
      return;
    }
    expect(userErrors).toEqual([]);
    expect(article?.status ?? 'gone').toBe(answer);
    expect(await admin`select status from articles.articles where id = ${id}`).toEqual(
      answer === 'gone' ? [] : [{ status: answer }],
    );
  });

  it.each(Object.keys(table))('%s is for editors', async (action) => {
    const { id, revision } = await articleIn('PUBLISHED');
    const name = action.split(' ')[0];
    const args: Readonly<Record<string, string>> = {
      updateArticle: `id: "${id}", expectedRevision: ${revision}, input: {}`,
      addLiveEntry: `articleId: "${id}", input: { body: [] }`,
      restoreRevision: `id: "${id}", revision: 1, expectedRevision: ${revision}`,
      correctArticle: `id: "${id}", expectedRevision: ${revision}, note: "x"`,
      withdrawArticle: `id: "${id}", reason: "x"`,
    };
    const mutation = `mutation { ${name}(${args[name ?? ''] ?? `id: "${id}"`}) { article { id } } }`;
    for (const [viewer, code] of [
      [reader, 'FORBIDDEN'],
      [null, 'UNAUTHENTICATED'],
    ] as const) {
      const { errors } = await articles.graph(mutation, {}, viewer);
      expect(errors?.[0]?.extensions).toMatchObject({ code });
    }
  });
});

describe('an embargo', () => {
  const standing = () => draft({ embargoedUntil: inMs(3_600_000) });

  it('keeps an article from being published, now and at a time before its end', async () => {
    const { id } = await standing();
    expect((await ask('publishArticle', { id })).userErrors).toMatchObject([{ code: 'EMBARGOED' }]);
    const sooner = await ask('publishArticle', { id, at: inMs(60_000) });
    expect(sooner.userErrors).toMatchObject([{ code: 'EMBARGOED', path: ['at'] }]);
    expect(sooner.article?.status).toBe('DRAFT');
  });

  it('lets it be scheduled for the very instant of its end, in whatever zone that is written', async () => {
    const { id } = await draft({ embargoedUntil: '2099-06-01T12:00:00+03:00' });
    expect((await ask('publishArticle', { id, at: '2099-06-01T08:59:59.999Z' })).userErrors).toHaveLength(1);
    expect(await does('publishArticle', { id, at: '2099-06-01T05:00:00-04:00' })).toMatchObject({
      status: 'SCHEDULED',
    });
  });

  it('can be lifted, and the article published', async () => {
    const { id } = await standing();
    const { revision } = await does('updateArticle', { id, expectedRevision: 1, input: { embargoedUntil: null } });
    expect(revision).toBe(2);
    expect(await does('publishArticle', { id })).toMatchObject({ status: 'PUBLISHED' });
  });

  it('that has ended stands in nobody’s way', async () => {
    const { id } = await draft({ embargoedUntil: inMs(-1_000) });
    expect(await does('publishArticle', { id })).toMatchObject({ status: 'PUBLISHED' });
  });

  it('cannot be put on what readers have seen, nor beyond the time that is set', async () => {
    const published = await articleIn('PUBLISHED');
    const input = { embargoedUntil: '2099-06-01T00:00:00Z' };
    const late = await ask('updateArticle', { id: published.id, expectedRevision: published.revision, input });
    expect(late.userErrors).toMatchObject([{ code: 'ALREADY_PUBLISHED', path: ['input', 'embargoedUntil'] }]);
    const scheduled = await articleIn('SCHEDULED');
    const beyond = await ask('updateArticle', { id: scheduled.id, expectedRevision: scheduled.revision, input });
    expect(beyond.userErrors).toMatchObject([{ code: 'EMBARGOED', path: ['input', 'embargoedUntil'] }]);
  });

  it('and the time that is set are told to editors alone', async () => {
    const { id } = await draft({ embargoedUntil: inMs(-1_000), timeZone: 'Asia/Jerusalem' });
    await does('publishArticle', { id });
    const ask = `{ article(id: "${id}") { embargoedUntil scheduledAt revisions { nodes { number } } } }`;
    expect((await articles.graph(ask, {}, reader)).data.article).toEqual({
      embargoedUntil: null,
      scheduledAt: null,
      revisions: { nodes: [] },
    });
    expect((await articles.graph(ask, {}, editor)).data.article.embargoedUntil).toMatch(/\+0[23]:00$/);
  });
});

describe('publishing at a time', () => {
  it('takes one that has just passed for now, and refuses an earlier one', async () => {
    const justNow = await draft();
    expect(await does('publishArticle', { id: justNow.id, at: inMs(-30_000) })).toMatchObject({ status: 'PUBLISHED' });
    const { id } = await draft();
    const slip = await ask('publishArticle', { id, at: inMs(-3_600_000) });
    expect(slip.userErrors).toMatchObject([{ code: 'AT_IN_THE_PAST', path: ['at'] }]);
    expect(slip.article?.status).toBe('DRAFT');
  });

  it('keeps one wake-up an article, for the time that was set last, and none once it is off the schedule', async () => {
    const { id } = await draft();
    const wakeUps = () => admin`select run_at from articles_jobs.jobs where key = ${`article:${id}`}`;
    await does('publishArticle', { id, at: '2098-01-01T00:00:00Z' });
    await does('publishArticle', { id, at: '2099-01-01T00:00:00Z' });
    expect(await wakeUps()).toEqual([{ run_at: new Date('2099-01-01T00:00:00Z') }]);
    await does('unscheduleArticle', { id });
    expect(await wakeUps()).toEqual([]);
    await does('publishArticle', { id, at: '2099-01-01T00:00:00Z' });
    await does('publishArticle', { id });
    expect(await wakeUps()).toEqual([]);
  });

  it('again for the same time changes nothing', async () => {
    const { id } = await draft();
    const first = await does('publishArticle', { id, at: '2099-01-01T00:00:00Z' });
    expect(await does('publishArticle', { id, at: '2099-01-01T02:00:00+02:00' })).toEqual(first);
  });

  it('is undone as a whole when the article cannot be saved', async () => {
    const { id } = await draft();
    await admin`create function articles.refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`;
    await admin`create trigger refuse before insert on articles.revisions for each row execute function articles.refuse()`;
    await expect(ask('publishArticle', { id, at: '2099-01-01T00:00:00Z' })).rejects.toThrow();
    await admin`drop function articles.refuse cascade`;
    expect(await admin`select 1 from articles_jobs.jobs where key = ${`article:${id}`}`).toEqual([]);
    expect(await admin`select status from articles.articles where id = ${id}`).toEqual([{ status: 'DRAFT' }]);
  });
});

describe('a correction', () => {
  it('is dated, stands with the article, is told with its note, and may bring a change', async () => {
    const { id, revision } = await articleIn('PUBLISHED');
    const input = { standfirst: 'The right name.' };
    const corrected = await does('correctArticle', { id, expectedRevision: revision, note: '  The name.  ', input });
    const { data } = await articles.graph(
      `{ article(id: "${id}") { standfirst corrections { note revision publishedAt } } }`,
    );
    expect(data.article).toMatchObject({
      standfirst: 'The right name.',
      corrections: [{ note: 'The name.', revision: corrected.revision, publishedAt: expect.any(String) }],
    });
    expect(await kindsOf(id)).toEqual([
      ['PUBLISHED', null, revision],
      ['CORRECTED', 'The name.', corrected.revision],
    ]);
  });

  it('from a stale revision is refused, and leaves no trace', async () => {
    const { id, revision } = await articleIn('PUBLISHED');
    const { userErrors } = await ask('correctArticle', { id, expectedRevision: revision - 1, note: 'A note.' });
    expect(userErrors).toMatchObject([{ code: 'REVISION_CONFLICT' }]);
    expect(await admin`select 1 from articles.corrections where article_id = ${id}`).toEqual([]);
  });
});

describe('words that readers are told', () => {
  it.each([
    ['', ['EMPTY']],
    [' \n\t ', ['EMPTY']],
    ['x'.repeat(1_000), []],
    [` ${'x'.repeat(1_000)} `, []],
    ['🗞'.repeat(1_000), []],
    ['x'.repeat(1_001), ['TOO_LONG']],
  ])('case %#: a note and a reason are refused alike', async (words, codes) => {
    const { id, revision } = await articleIn('PUBLISHED');
    const corrected = await ask('correctArticle', { id, expectedRevision: revision, note: words });
    expect(corrected.userErrors.map(({ code }) => code)).toEqual(codes);
    const withdrawn = await ask('withdrawArticle', { id, reason: words });
    expect(withdrawn.userErrors.map(({ code }) => code)).toEqual(codes);
  });
});

describe('a withdrawal', () => {
  it('is told once with its reason, and dated', async () => {
    const { id, revision } = await articleIn('PUBLISHED');
    await does('withdrawArticle', { id, reason: ' A court said so. ' });
    expect(await kindsOf(id)).toEqual([
      ['PUBLISHED', null, revision],
      ['WITHDRAWN', 'A court said so.', revision + 1],
    ]);
    await expect
      .poll(() => admin`select type from bus.events where payload->>'articleId' = ${id} order by position`)
      .toEqual([{ type: 'article.published' }, { type: 'article.withdrawn' }]);
  });
});

describe('deleting', () => {
  it('never takes a draft that readers were told of, as one is that its wire recalled', async () => {
    const { id } = await articleIn('PUBLISHED');
    await admin`update articles.articles set status = 'DRAFT' where id = ${id}`;
    expect((await ask('deleteDraft', { id })).userErrors).toMatchObject([{ code: 'WAS_PUBLISHED' }]);
    expect(await admin`select 1 as there from articles.articles where id = ${id}`).toHaveLength(1);
  });

  it('takes a draft with its revisions and frees its slug', async () => {
    const { id, slug } = await draft({ slug: 'a-name-to-be-freed' });
    expect(await ask('deleteDraft', { id })).toEqual({ article: null, userErrors: [] });
    expect(await admin`select 1 from articles.revisions where article_id = ${id}`).toEqual([]);
    expect((await draft({ slug })).slug).toBe(slug);
  });
});
