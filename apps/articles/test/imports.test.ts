import { editor, reader } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

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

const importDocument = `mutation ($inputs: [ImportArticleInput!]!, $dryRun: Boolean!) {
  importArticles(inputs: $inputs, dryRun: $dryRun) {
    outcome userErrors { code path message } wantedPictures { id reference elementId articleId }
    article { id slug status headline revision firstPublishedAt publishedAt scheduledAt embargoedUntil
      topics { slug title mediaTopic } figures { id image { id } }
      bylines { name } } } }`;

const item = (sourceId: string, more: object = {}) => ({
  source: 'Wire',
  sourceId,
  format: 'ninjs',
  language: 'en',
  headline: `Story ${sourceId}`,
  body: [{ paragraph: { html: `Text of ${sourceId}` } }],
  ...more,
});

async function send(inputs: readonly object[], dryRun = false) {
  const answer = await articles.graph(importDocument, { inputs, dryRun }, editor);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.importArticles;
}
const outcomesOf = (payloads: readonly { readonly outcome: string | null }[]) => payloads.map(({ outcome }) => outcome);
const sendOne = async (sourceId: string, more: object = {}) => (await send([item(sourceId, more)]))[0];

async function changesOf(articleId: string): Promise<string[]> {
  const rows = await admin`select kind from articles.article_changes where article_id = ${articleId} order by position`;
  return rows.map(({ kind }) => kind);
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

describe('a batch', () => {
  it('answers for each item in its place, and what is wrong with one stops no other', async () => {
    const payloads = await send([
      item('b1'),
      item('b2', { headline: ' ' }),
      item('b3', { sectionSlug: 'nowhere' }),
      item('b4', { version: 'one' }),
      item('b5', { topics: [{ title: 'X', mediaTopic: 'medtop:1' }] }),
      item('b6'),
    ]);
    expect(outcomesOf(payloads)).toEqual(['CREATED', null, null, null, null, 'CREATED']);
    expect(payloads.map(({ userErrors }: { userErrors: { code: string }[] }) => userErrors[0]?.code)).toEqual([
      undefined,
      'EMPTY',
      'UNKNOWN',
      'NOT_A_VERSION',
      'NOT_A_CODE',
      undefined,
    ]);
  });

  it('goes on item by item where the database refuses one that nobody foresaw, in a dry run too', async () => {
    await admin.unsafe(`create function articles.refuse_curse() returns trigger language plpgsql as $$
      begin if new.headline = 'Curse' then raise exception 'no' using errcode = '23514'; end if; return new; end $$;
      create trigger refuse_curse before insert on articles.articles for each row execute function articles.refuse_curse()`);
    const batch = [item('f1'), item('f2', { headline: 'Curse' }), item('f3')];
    for (const dryRun of [true, false]) {
      const payloads = await send(batch, dryRun);
      expect(outcomesOf(payloads)).toEqual(['CREATED', null, 'CREATED']);
      expect(payloads[1].userErrors).toMatchObject([{ code: 'NOT_IMPORTED' }]);
    }
    await admin.unsafe('drop trigger refuse_curse on articles.articles; drop function articles.refuse_curse');
    expect(outcomesOf(await send(batch))).toEqual(['UNCHANGED', 'CREATED', 'UNCHANGED']);
  });

  it('takes 200 items and not 201', async () => {
    const many = Array.from({ length: 201 }, (_, index) => item(`many ${index}`));
    expect(outcomesOf(await send(many.slice(1)))).toEqual(Array(200).fill('CREATED'));
    const { errors } = await articles.graph(importDocument, { inputs: many, dryRun: false }, editor);
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('is nobody’s but editors’', async () => {
    for (const viewer of [null, reader]) {
      const { errors } = await articles.graph(importDocument, { inputs: [item('x')], dryRun: true }, viewer);
      expect(errors?.[0]?.extensions?.['code']).toBe(viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED');
    }
  });

  it('reads an item that comes several times in its order', async () => {
    const payloads = await send([
      item('w', { version: '1', headline: 'First' }),
      item('w', { version: '3', headline: 'Third' }),
      item('w', { version: '2', headline: 'Second' }),
      item('w', { version: '3', headline: 'Third' }),
    ]);
    expect(outcomesOf(payloads)).toEqual(['CREATED', 'UPDATED', 'STALE', 'UNCHANGED']);
    expect(payloads[3].article).toMatchObject({ headline: 'Third', revision: 2 });
  });

  it('writes the last of several without versions, whole, though it is what stood before', async () => {
    const first = item('back', { topics: [{ title: 'Back again' }], bylines: [{ name: 'A' }] });
    await send([first]);
    const payloads = await send([item('back', { headline: 'Another' }), first]);
    expect(outcomesOf(payloads)).toEqual(['UPDATED', 'UPDATED']);
    expect(payloads[1].article).toMatchObject({
      topics: [{ slug: 'back-again' }],
      bylines: [{ name: 'A' }],
      revision: 3,
    });
  });

  it('gives each of many stories with one headline a slug of its own', async () => {
    const payloads = await send(Array.from({ length: 30 }, (_, index) => item(`s${index}`, { headline: 'One name' })));
    const slugs = payloads.map(({ article }: { article: { slug: string } }) => article.slug);
    expect(slugs.slice(0, 3)).toEqual(['one-name', 'one-name-2', 'one-name-3']);
    expect(new Set(slugs).size).toBe(30);
  });

  it('sent by several at once makes each article and topic once, and none waits for ever', async () => {
    const topics = Array.from({ length: 5 }, (_, index) => ({ title: `Race ${index}`, kind: 'EVENT' }));
    const batch = Array.from({ length: 40 }, (_, index) => item(`r${index}`, { headline: 'Race', topics }));
    const orders = [batch, batch.toReversed(), batch.slice(20).concat(batch.slice(0, 20)), batch.toReversed()];
    const all = (await Promise.all(orders.map((order) => send(order)))).flat();
    expect(all.filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(40);
    expect(all.filter(({ outcome }) => outcome === 'UNCHANGED')).toHaveLength(120);
    const [count] = await admin`select count(*) from articles.topics where title like 'Race %'`;
    expect(count?.['count']).toBe('5');
  });
});

describe('a dry run', () => {
  it('tells the outcomes that would be, and writes nothing', async () => {
    const [standing] = await send([item('d1', { version: '2' }), item('d2', { version: '2' })]);
    const batch = [
      item('d1', { version: '3', headline: 'New' }),
      item('d2', { version: '1' }),
      item('d3', { topics: [{ title: 'Never made' }] }),
      item('d4', { pubStatus: 'CANCELED' }),
      item('d1', { pubStatus: 'CANCELED' }),
    ];
    const count = async () =>
      admin`select (select count(*) from articles.articles), (select count(*) from articles.topics) as topics,
        (select count(*) from articles.import_kills) as kills, (select count(*) from articles.revisions) as revisions,
        (select count(*) from articles.article_changes) as changes`;
    const before = await count();
    const tried = await send(batch, true);
    expect(await count()).toEqual(before);
    expect(tried[0].article).toEqual(standing.article);
    expect(tried[2].article).toBeNull();
    expect(outcomesOf(tried)).toEqual(['UPDATED', 'STALE', 'CREATED', 'DEAD', 'WITHDRAWN']);
    expect(outcomesOf(await send(batch))).toEqual(outcomesOf(tried));
  });
});

describe('what a supplier says of an item', () => {
  it('takes it back for good when it is killed, with the reason, whatever comes after', async () => {
    const { article } = await sendOne('k1', { version: '5' });
    const killed = await sendOne('k1', { version: '1', pubStatus: 'CANCELED', statusReason: 'Libel.', headline: '' });
    expect(killed).toMatchObject({
      outcome: 'WITHDRAWN',
      article: { status: 'WITHDRAWN' },
    });
    expect(await changesOf(article.id)).toEqual(['PUBLISHED', 'WITHDRAWN']);
    const [row] = await admin`select withdrawal_reason from articles.articles where id = ${article.id}`;
    expect(row?.['withdrawal_reason']).toBe('Its supplier took this article back.');
    const [told] =
      await admin`select changes from articles.revisions where article_id = ${article.id} order by number desc limit 1`;
    expect(told?.['changes']).toContainEqual({ path: 'statusReason', before: null, after: 'Libel.' });
    expect(await admin`select reason from articles.import_kills where source_id = 'k1'`).toEqual([
      { reason: 'Libel.' },
    ]);
    for (const more of [{ version: '9' }, { version: '9', pubStatus: 'CANCELED' }, { pubStatus: 'WITHHELD' }]) {
      expect(await sendOne('k1', more)).toMatchObject({ outcome: 'DEAD', article: { status: 'WITHDRAWN' } });
    }
    expect(await changesOf(article.id)).toEqual(['PUBLISHED', 'WITHDRAWN']);
  });

  it('remembers the kill of an item that never came', async () => {
    expect(await sendOne('k2', { pubStatus: 'CANCELED' })).toMatchObject({ outcome: 'DEAD', article: null });
    expect(await sendOne('k2', { version: '7' })).toMatchObject({ outcome: 'DEAD', article: null });
  });

  it('hides it while it is withheld, and shows it again after', async () => {
    const { article } = await sendOne('h1', { version: '1' });
    expect(await sendOne('h1', { version: '2', pubStatus: 'WITHHELD' })).toMatchObject({
      outcome: 'WITHDRAWN',
      article: { status: 'DRAFT' },
    });
    const seen = await articles.graph('query ($id: ID!) { article(id: $id) { id } }', { id: article.id }, reader);
    expect(seen.data.article).toBeNull();
    expect(await sendOne('h1', { version: '3' })).toMatchObject({
      outcome: 'UPDATED',
      article: { status: 'PUBLISHED' },
    });
    expect(await changesOf(article.id)).toEqual(['PUBLISHED', 'WITHDRAWN', 'PUBLISHED']);
  });

  it("keeps an editor's embargo whatever its supplier sends, and lifts its supplier's own with a version without", async () => {
    // Whole seconds: a fraction is written without the zeros at its end.
    const until = inAnHour().replace(/\.\d+Z$/, '+00:00');
    const { article: draft } = await sendOne('e10', { version: '1', publish: false });
    await articles.graph(
      'mutation ($id: ID!, $input: UpdateArticleInput!) { updateArticle(id: $id, expectedRevision: 1, input: $input) { article { id } } }',
      { id: draft.id, input: { embargoedUntil: until } },
      editor,
    );
    expect(await sendOne('e10', { version: '2' })).toMatchObject({
      outcome: 'UPDATED',
      article: { status: 'SCHEDULED', scheduledAt: until, embargoedUntil: until },
    });
    expect(
      (await articles.graph('query ($id: ID!) { article(id: $id) { id } }', draft, reader)).data.article,
    ).toBeNull();

    expect((await sendOne('e11', { version: '1', embargoedUntil: until })).article.status).toBe('SCHEDULED');
    expect(await sendOne('e11', { version: '2' })).toMatchObject({
      outcome: 'UPDATED',
      article: { status: 'PUBLISHED', embargoedUntil: null },
    });
  });

  it('holds it until its embargo ends, and takes back what an embargo comes for late', async () => {
    const until = inAnHour();
    const held = await sendOne('e1', { embargoedUntil: until });
    expect(held).toMatchObject({ outcome: 'CREATED', article: { status: 'SCHEDULED' } });
    expect(Date.parse(held.article.scheduledAt)).toBe(Date.parse(until));
    const jobs = await admin`select 1 from articles_jobs.jobs where key = ${`article:${held.article.id}`}`;
    expect(jobs).toHaveLength(1);
    expect(await sendOne('e2', { embargoedUntil: until, publish: false })).toMatchObject({
      article: { status: 'DRAFT' },
    });
    await sendOne('e3', { version: '1' });
    expect(await sendOne('e3', { version: '2', embargoedUntil: until })).toMatchObject({
      outcome: 'WITHDRAWN',
      article: { status: 'SCHEDULED' },
    });
    expect(await sendOne('e3', { version: '3' })).toMatchObject({
      article: { status: 'PUBLISHED', scheduledAt: null },
    });
  });

  it('never makes a missing date now', async () => {
    const { article } = await sendOne('date');
    expect(article).toMatchObject({ status: 'PUBLISHED', firstPublishedAt: null });
    expect(article.publishedAt).not.toBeNull();
  });

  it('keeps a version without news as the one that stands', async () => {
    await sendOne('v', { version: '1' });
    expect((await sendOne('v', { version: '3' })).outcome).toBe('UNCHANGED');
    expect((await sendOne('v', { version: '2', headline: 'Between' })).outcome).toBe('STALE');
  });
});

describe('what an item points to', () => {
  it('finds topics by their code, then by their title in any case, and makes what there is not', async () => {
    const first = await sendOne('t1', {
      topics: [
        { title: 'Économie', mediaTopic: 'medtop:04000000' },
        { title: 'Haifa', kind: 'PLACE' },
      ],
    });
    const second = await sendOne('t2', {
      topics: [
        { title: 'economy, business and finance', mediaTopic: 'medtop:04000000' },
        { title: 'HAIFA', kind: 'PLACE' },
        { title: 'Haifa', kind: 'ORGANISATION' },
        { title: 'economie' },
      ],
    });
    const slugs = ({ article }: { article: { topics: { slug: string }[] } }) => article.topics.map(({ slug }) => slug);
    expect(slugs(first)).toEqual(['economie', 'haifa']);
    expect(slugs(second)).toEqual(['economie', 'haifa', 'haifa-2']);
  });

  it('takes no topic by a code that several have, but that of the same name', async () => {
    await admin`insert into articles.topics (id, slug, title, kind, media_topic) values
      (gen_random_uuid(), 'running', 'Running', 'SUBJECT', 'medtop:15000000'),
      (gen_random_uuid(), 'ritsa', 'ריצה', 'SUBJECT', 'medtop:15000000')`;
    const named = async (id: string, title: string) => {
      const { article } = await sendOne(id, { topics: [{ title, mediaTopic: 'medtop:15000000' }] });
      return article.topics.map(({ slug }: { slug: string }) => slug);
    };
    expect(await named('code 1', 'RUNNING')).toEqual(['running']);
    expect(await named('code 2', 'sport')).toEqual(['sport']);
    expect(await named('code 3', 'Sport')).toEqual(['sport']);
  });

  it('takes bylines without contributors as they are printed', async () => {
    const { article } = await sendOne('by', { bylines: [{ name: 'A. Nobody', role: 'Text' }] });
    expect(article.bylines).toEqual([{ name: 'A. Nobody' }]);
  });

  it.each([
    ['before its translations', ['original', 'he', 'ar']],
    ['after them', ['he', 'ar', 'original']],
    ['between them', ['he', 'original', 'ar']],
  ])('links an original that comes %s, one by one or together', async (_when, order) => {
    for (const [key, together] of [
      ['a', true],
      ['b', false],
    ] as const) {
      const id = (name: string) => `tr ${order.join()} ${key} ${name}`;
      const items = order.map((name) =>
        name === 'original'
          ? item(id(name))
          : item(id(name), { language: name, translationOfSourceId: id('original') }),
      );
      if (together) await send(items);
      else for (const one of items) await send([one]);
      const groups = await admin`select distinct translation_group_id as group from articles.articles
        where source_id in ${admin(order.map(id))}`;
      expect(groups).toHaveLength(1);
      expect(groups[0]?.['group']).not.toBeNull();
      expect(outcomesOf(await send(items))).toEqual(Array(3).fill('UNCHANGED'));
    }
  });
});

it('leaves a story alone that translates another into its own language', async () => {
  await send([item('tr self original')]);
  const [{ article }] = await send([item('tr self', { translationOfSourceId: 'tr self original' })]);
  const query = 'query ($id: ID!) { article(id: $id) { translations { id } } }';
  expect((await articles.graph(query, { id: article.id }, editor)).data.article.translations).toEqual([]);
});

describe('pictures', () => {
  const withPicture = (reference: string, caption = 'A view', more: object = {}) => ({
    body: [{ figure: { role: 'LEAD', pictureReference: reference, caption } }, { paragraph: { html: caption } }],
    ...more,
  });
  const attach = async (wantedPictureId: string, imageId: string) =>
    articles.graph(
      `mutation ($wantedPictureId: ID!, $imageId: ID!) { attachPicture(wantedPictureId: $wantedPictureId, imageId: $imageId) {
        article { id revision figures { image { id } } } userErrors { code } } }`,
      { wantedPictureId, imageId },
      editor,
    );

  it('are wanted until media has them, then stand in every article of the supplier that names them', async () => {
    const one = await sendOne('p1', withPicture('https://wire.example/1.jpg'));
    const two = await sendOne('p2', withPicture('https://wire.example/1.jpg', 'Elsewhere', { publish: false }));
    const [other] = await send([item('p3', { source: 'Other', ...withPicture('https://wire.example/1.jpg') })]);
    expect(one.wantedPictures).toMatchObject([{ reference: 'https://wire.example/1.jpg', articleId: one.article.id }]);

    const imageId = crypto.randomUUID();
    const { data } = await attach(one.wantedPictures[0].id, imageId);
    expect(data.attachPicture.article).toMatchObject({
      id: one.article.id,
      revision: 2,
      figures: [{ image: { id: imageId } }],
    });
    expect(await changesOf(one.article.id)).toEqual(['PUBLISHED', 'UPDATED']);
    expect(await changesOf(two.article.id)).toEqual([]);
    const again = await sendOne('p2', withPicture('https://wire.example/1.jpg', 'Elsewhere', { publish: false }));
    expect(again).toMatchObject({
      outcome: 'UNCHANGED',
      wantedPictures: [],
      article: { figures: [{ image: { id: imageId } }] },
    });
    expect(
      (await send([item('p3', { source: 'Other', ...withPicture('https://wire.example/1.jpg') })]))[0],
    ).toMatchObject({
      wantedPictures: other.wantedPictures,
    });
    expect((await attach(one.wantedPictures[0].id, imageId)).errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('stay with their figure when a later version has other words, and come at once to a new item', async () => {
    const first = await sendOne('p4', withPicture('https://wire.example/view.jpg', 'A view', { version: '1' }));
    const imageId = crypto.randomUUID();
    await attach(first.wantedPictures[0].id, imageId);
    const figures = [{ id: first.article.figures[0].id, image: { id: imageId } }];
    expect(
      await sendOne('p4', withPicture('https://wire.example/view.jpg', 'Other words', { version: '2' })),
    ).toMatchObject({
      outcome: 'UPDATED',
      wantedPictures: [],
      article: { figures },
    });
    expect(await sendOne('p5', withPicture('https://wire.example/view.jpg'))).toMatchObject({
      wantedPictures: [],
      article: { figures },
    });
  });

  it('named by a file beside the item are known again in its versions, and in no other item', async () => {
    const first = await sendOne('p9', withPicture('1.jpg', 'One', { version: '1' }));
    const other = await sendOne('p10', withPicture('1.jpg'));
    const imageId = crypto.randomUUID();
    await attach(first.wantedPictures[0].id, imageId);
    expect(await sendOne('p9', withPicture('1.jpg', 'Two', { version: '2' }))).toMatchObject({
      wantedPictures: [],
      article: { figures: [{ image: { id: imageId } }] },
    });
    expect(await sendOne('p10', withPicture('1.jpg'))).toMatchObject({ wantedPictures: other.wantedPictures });
    expect(await sendOne('p11', withPicture('1.jpg'))).toMatchObject({ wantedPictures: [{ reference: '1.jpg' }] });
  });

  it('are wanted in entries of live stories too, and no more when a version drops them or is killed', async () => {
    const entry = {
      liveEntry: { publishedAt: '2026-01-01T00:00:00Z', body: [{ figure: { pictureReference: 'live.jpg' } }] },
    };
    const live = await sendOne('p6', { body: [entry], version: '1' });
    expect(live.wantedPictures).toMatchObject([{ reference: 'live.jpg' }]);
    expect(
      (await sendOne('p6', { body: [entry, { paragraph: { html: 'More' } }], version: '2' })).wantedPictures,
    ).toEqual(live.wantedPictures);
    expect((await sendOne('p6', { body: [{ paragraph: { html: 'None' } }], version: '3' })).wantedPictures).toEqual([]);
    await sendOne('p7', withPicture('gone.jpg'));
    await sendOne('p7', { pubStatus: 'CANCELED' });
    expect(await admin`select 1 from articles.wanted_pictures where reference in ('live.jpg', 'gone.jpg')`).toEqual([]);
  });

  it('that could not be had go on being wanted, with the reason', async () => {
    const { wantedPictures } = await sendOne('p8', withPicture('missing.jpg'));
    const report = `mutation ($id: ID!) { reportPictureFailure(wantedPictureId: $id, reason: "404") { id attempts lastReason } }`;
    await articles.graph(report, { id: wantedPictures[0].id }, editor);
    const { data } = await articles.graph(report, { id: wantedPictures[0].id }, editor);
    expect(data.reportPictureFailure).toEqual({ id: wantedPictures[0].id, attempts: 2, lastReason: '404' });
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await articles.graph(
        'query ($after: String) { wantedPictures(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
        editor,
      );
      const { nodes, pageInfo } = page.data.wantedPictures;
      seen.push(...nodes.map(({ id }: { id: string }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toContain(wantedPictures[0].id);
    expect(seen).toEqual(seen.toSorted());
  });

  it('are shown to editors only', async () => {
    const { errors } = await articles.graph('{ wantedPictures { nodes { id } } }', {}, reader);
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

describe('failures', () => {
  const record = (inputs: readonly object[]) =>
    articles.graph(
      `mutation ($inputs: [ImportFailureInput!]!) { recordImportFailures(inputs: $inputs) { id file place reason attempts payload } }`,
      { inputs },
      editor,
    );
  const list = async () =>
    (await articles.graph('{ importFailures(first: 100) { nodes { id place attempts } } }', {}, editor)).data
      .importFailures.nodes;

  it('are one for a place of a file, however often it fails, until they are taken off', async () => {
    const failures = [1, 2].map((line) => ({ file: 'a.xml', place: `line ${line}`, reason: 'cut off' }));
    await record(failures);
    const { data } = await record([{ ...failures[0], reason: 'still', payload: '<x' }]);
    expect(data.recordImportFailures).toMatchObject([{ place: 'line 1', reason: 'still', attempts: 2, payload: '<x' }]);
    const stand = (await list()).toSorted((a: { place: string }, b: { place: string }) => (a.place < b.place ? -1 : 1));
    expect(stand).toMatchObject([
      { place: 'line 1', attempts: 2 },
      { place: 'line 2', attempts: 1 },
    ]);
    const resolve = `mutation ($ids: [ID!]!) { resolveImportFailures(ids: $ids) }`;
    const ids = stand.map(({ id }: { id: string }) => id);
    expect((await articles.graph(resolve, { ids: [...ids, 'none'] }, editor)).data.resolveImportFailures).toBe(2);
    expect((await articles.graph(resolve, { ids }, editor)).data.resolveImportFailures).toBe(0);
    expect(await list()).toEqual([]);
  });

  it('keep what came up to 256 KB, and are at most 200 at once', async () => {
    const failure = (more: object) => ({ file: 'b', place: 'item 1', reason: 'r', ...more });
    expect((await record([failure({ payload: 'x'.repeat(262_144) })])).errors).toBeUndefined();
    expect((await record([failure({ payload: 'x'.repeat(262_145) })])).errors?.[0]?.extensions?.['code']).toBe(
      'BAD_USER_INPUT',
    );
    const many = Array.from({ length: 201 }, (_, index) => failure({ place: `item ${index}` }));
    expect((await record(many.slice(1))).data.recordImportFailures).toHaveLength(200);
    expect((await record(many)).errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('what an import names', () => {
  const topicsOf = async (viewer: typeof reader | null) => {
    const query = '{ topics(match: "merger of") { nodes { slug } } topic(slug: "merger-of-xylo-and-quam") { slug } }';
    const { data } = await articles.graph(query, {}, viewer);
    return [data.topics.nodes.length, data.topic !== null];
  };

  it('as its topics readers see with the first story that they see about it, and not before', async () => {
    const topics = [{ title: 'Merger of Xylo and Quam' }];
    const [{ article }] = await send([item('embargoed', { topics, publish: true, embargoedUntil: inAnHour() })]);
    expect(article.status).toBe('SCHEDULED');
    expect(await topicsOf(null)).toEqual([0, false]);
    expect(await topicsOf(reader)).toEqual([0, false]);
    expect(await topicsOf(editor)).toEqual([1, true]);
    await send([item('public', { topics, publish: true })]);
    expect(await topicsOf(null)).toEqual([1, true]);
    await send([item('public', { pubStatus: 'CANCELED' })]);
    expect(await topicsOf(null)).toEqual([0, false]);
  });

  it('as a topic readers see once an editor saved it, story or not', async () => {
    await send([item('draft of a topic', { topics: [{ title: 'Adopted by the desk' }], publish: false })]);
    const query = '{ topic(slug: "adopted-by-the-desk") { slug } }';
    expect((await articles.graph(query)).data.topic).toBeNull();
    const save = 'mutation ($input: SaveTopicInput!) { saveTopic(input: $input) { userErrors { code } } }';
    await articles.graph(save, { input: { slug: 'adopted-by-the-desk', title: 'Adopted by the desk' } }, editor);
    expect((await articles.graph(query)).data.topic).toEqual({ slug: 'adopted-by-the-desk' });
  });

  it('may be ten thousand topics in one batch, which takes time in proportion and few of the locks of the server', async () => {
    const topicsOfItem = (at: number) =>
      Array.from({ length: 100 }, (_, index) => ({ title: `Flood ${at} ${index}`, kind: 'PLACE' }));
    const batch = Array.from({ length: 100 }, (_, at) => item(`flood ${at}`, { topics: topicsOfItem(at) }));
    const payloads = await send(batch);
    expect(new Set(outcomesOf(payloads))).toEqual(new Set(['CREATED']));
    const [count] =
      await admin`select count(*)::int from articles.topics where kind = 'PLACE' and title like 'Flood %'`;
    expect(count?.['count']).toBe(10_000);
  }, 30_000);
});
