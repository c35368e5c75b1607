import { randomUUID } from 'node:crypto';
import { connect } from '@dateline/db/connect';
import { reader } from '@dateline/testing/viewers';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { topicStore } from '../src/modules/topic/store.ts';
import { type ArticlesUnderTest, startArticles } from './articles.ts';
import { type Newsroom, newsroomOf } from './newsroom.ts';

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

const told = async (slug: string) =>
  (
    await admin`select payload from bus.events where type = 'taxonomy.changed' and payload->>'slug' = ${slug} order by position`
  ).map((row) => row['payload']);

describe('sections', () => {
  const tree = async () => {
    const { data } = await articles.graph('{ sections { id slug parent { slug } children { slug } } }');
    return data.sections as {
      id: string;
      slug: string;
      parent: { slug: string } | null;
      children: { slug: string }[];
    }[];
  };

  it('are made and moved in a tree, in their places, and one that is saved again stays the same one', async () => {
    await newsroom.section({ slug: 'science' });
    await newsroom.section({ slug: 'space', parentSlug: 'science', position: 2 });
    await newsroom.section({ slug: 'sea', parentSlug: 'science', position: 1 });
    const before = await tree();
    const science = before.find(({ slug }) => slug === 'science');
    expect(science?.children.map(({ slug }) => slug)).toEqual(['sea', 'space']);
    await newsroom.section({ slug: 'sea', title: 'The sea' });
    const after = await tree();
    expect(after.find(({ slug }) => slug === 'sea')).toMatchObject({ parent: null });
    expect(after.find(({ slug }) => slug === 'sea')?.id).toBe(before.find(({ slug }) => slug === 'sea')?.id);
    expect(after.find(({ slug }) => slug === 'science')?.children).toEqual([{ slug: 'space' }]);
  });

  it('that two editors move below each other at once make no circle', async () => {
    await newsroom.section({ slug: 'left' });
    await newsroom.section({ slug: 'right' });
    const results = await Promise.all([
      newsroom.section({ slug: 'left', parentSlug: 'right' }),
      newsroom.section({ slug: 'right', parentSlug: 'left' }),
    ]);
    expect(results.flatMap(({ userErrors }) => userErrors)).toEqual([{ code: 'CYCLE', path: ['input', 'parentSlug'] }]);
  });

  it('are told with those above them, before the change and after', async () => {
    await newsroom.section({ slug: 'old-home' });
    await newsroom.section({ slug: 'new-home' });
    await newsroom.section({ slug: 'moved', parentSlug: 'old-home' });
    await newsroom.section({ slug: 'moved', parentSlug: 'new-home' });
    await newsroom.section({ slug: 'moved', parentSlug: 'nowhere' });
    const idOf = new Map((await tree()).map(({ slug, id }) => [slug, id]));
    const payload = { kind: 'section', id: idOf.get('moved'), slug: 'moved' };
    await expect
      .poll(() => told('moved'))
      .toEqual([
        { ...payload, parentIds: [idOf.get('old-home')] },
        { ...payload, parentIds: [idOf.get('old-home'), idOf.get('new-home')] },
      ]);
  });

  it('are refused with a path for each fault', async () => {
    const { userErrors } = await newsroom.section({ slug: 'No slug', title: ' ', position: -1, parentSlug: 'nowhere' });
    expect(userErrors).toEqual([
      { code: 'NOT_A_SLUG', path: ['input', 'slug'] },
      { code: 'EMPTY', path: ['input', 'title'] },
      { code: 'OUT_OF_RANGE', path: ['input', 'position'] },
      { code: 'UNKNOWN', path: ['input', 'parentSlug'] },
    ]);
    expect((await newsroom.section({ slug: 'long', title: 'x'.repeat(200) })).userErrors).toEqual([]);
    expect((await newsroom.section({ slug: 'long', title: 'x'.repeat(201) })).userErrors[0]?.code).toBe('TOO_LONG');
  });
});

describe('topics', () => {
  const find = async (args: string) => {
    const { data, errors } = await articles.graph(
      `{ topics(${args}) { nodes { slug } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(errors).toBeUndefined();
    return data.topics as { nodes: { slug: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  };
  const slugsOf = ({ nodes }: { nodes: { slug: string }[] }) => nodes.map(({ slug }) => slug);

  beforeAll(async () => {
    for (const [slug, title] of [
      ['ete', 'Été en Provence'],
      ['strasse', 'Weiße STRASSE'],
      ['shalom', 'שָׁלוֹם לכולם'],
      ['salam', 'السَّلامُ عليكم'],
      ['moskva', 'МОСКВА'],
      ['percent', 'Up 100%_sure'],
      ['begins', 'To begin מאה'],
      ['percent-not', 'Up 1000 sure'],
    ] as const) {
      expect((await newsroom.topic({ slug, title })).userErrors).toEqual([]);
    }
  });

  it.each([
    ['ETE', 'ete'],
    ['éTÉ', 'ete'],
    ['weisse strasse', 'strasse'],
    ['שלום', 'shalom'],
    ['السلام', 'salam'],
    ['москва', 'moskva'],
    ['100%_', 'percent'],
    ['p 100%_', 'percent'],
    ['מא', 'begins'],
    ['be', 'begins'],
    ['e\u0301te\u0301', 'ete'],
  ])('are found by %j, whatever their case and accents', async (match, slug) => {
    expect(slugsOf(await find(`match: ${JSON.stringify(match)}`))).toEqual([slug]);
  });

  it('are found by fewer than three letters only where a word begins with them, and by no signs alone', async () => {
    for (const match of ['eg', 'g', '%', '%_', '?!']) expect(slugsOf(await find(`match: "${match}"`))).toEqual([]);
    expect(slugsOf(await find('match: "t"'))).toContain('begins');
  });

  it('are paged by title, each once, also where titles are the same', async () => {
    for (const number of [1, 2, 3, 4, 5]) await newsroom.topic({ slug: `same-${number}`, title: 'The same' });
    const all: string[] = [];
    let after = '';
    for (;;) {
      const page = await find(`first: 2, match: "the same"${after}`);
      all.push(...slugsOf(page));
      if (!page.pageInfo.hasNextPage) break;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(all.toSorted()).toEqual([1, 2, 3, 4, 5].map((number) => `same-${number}`));
    const { data } = await articles.graph('{ topics(first: 100) { nodes { title } } }');
    const titles = data.topics.nodes.map(({ title }: { title: string }) => title);
    expect(titles).toEqual(titles.toSorted((a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  it('refuse a cursor that nobody gave out', async () => {
    const id = randomUUID();
    for (const values of [
      ['TITLE', '\u0000', id],
      ['TITLE', 'a', 'no id'],
      ['TITLE', 1, id],
      ['OTHER', 'a', id],
    ]) {
      const after = Buffer.from(JSON.stringify(values)).toString('base64url');
      const { errors } = await articles.graph('query ($after: String!) { topics(after: $after) { nodes { slug } } }', {
        after,
      });
      expect([values, errors?.[0]?.extensions?.['code']]).toEqual([values, 'BAD_USER_INPUT']);
    }
  });

  it('have codes of IPTC Media Topics, each its own', async () => {
    const code = (slug: string, mediaTopic: string | null) => newsroom.topic({ slug, mediaTopic });
    for (const wrong of ['medtop:1234567', 'medtop:123456789', '20000010', 'MEDTOP:20000010', 'medtop:2000001x', '']) {
      expect([wrong, (await code('coded', wrong)).userErrors]).toEqual([
        wrong,
        [{ code: 'NOT_A_MEDIA_TOPIC', path: ['input', 'mediaTopic'] }],
      ]);
    }
    const results = await Promise.all(
      ['coded', 'coded-too', 'coded-three'].map((slug) => code(slug, 'medtop:20000010')),
    );
    const faults = results.flatMap(({ userErrors }) => userErrors);
    expect(faults.map((fault) => fault.code)).toEqual(['TAKEN', 'TAKEN']);
    const { data } = await articles.graph('{ topics(first: 100) { nodes { slug mediaTopic } } }');
    const [holder, ...others] = data.topics.nodes.filter(
      ({ mediaTopic }: { mediaTopic: string | null }) => mediaTopic === 'medtop:20000010',
    );
    expect(others).toEqual([]);
    expect((await code(holder.slug, 'medtop:20000010')).userErrors).toEqual([]);
    expect((await code(holder.slug, null)).userErrors).toEqual([]);
    expect((await code('coded-again', 'medtop:20000010')).userErrors).toEqual([]);
  });

  it('of a hundred thousand are found and paged without reading all', async () => {
    await admin`insert into articles.topics (id, slug, title, kind)
      select gen_random_uuid(), 'many-' || number, md5(number::text) || ' ' || number, 'SUBJECT' from generate_series(1, 100000) number`;
    await admin`analyze articles.topics`;
    const connection = connect(articles.database.url, {
      applicationName: 'test',
      schema: 'articles',
      maxConnections: 1,
    });
    const page = { limit: 20, backward: false, order: 'TITLE' };
    for (const [match, keyset] of [
      [null, null],
      [null, ['8', randomUUID()]],
      ['99999', null],
      ['nothing like it', null],
      ['zq', null],
      ['z%', null],
      ['?!', null],
    ] as const) {
      const read = await connection.db.transaction(async (transaction) => {
        await topicStore.list(transaction, { match, who: 'readers' }, { ...page, keyset });
        const [row] = await transaction.execute(sql`select seq_scan, seq_tup_read + coalesce(idx_tup_fetch, 0) as count
          from pg_stat_xact_user_tables where schemaname = 'articles' and relname = 'topics'`);
        return { scans: Number(row?.['seq_scan']), rows: Number(row?.['count']) };
      });
      expect([match, read.scans]).toEqual([match, 0]);
      expect(read.rows).toBeLessThan(5_000);
    }
    await connection.close();
  }, 60_000);

  it('are told when they are saved', async () => {
    await newsroom.topic({ slug: 'told' });
    await newsroom.topic({ slug: 'told', title: ' ' });
    await expect.poll(() => told('told')).toEqual([{ kind: 'topic', id: expect.any(String), slug: 'told' }]);
  });
});

describe('contributors', () => {
  const save = (input: object) =>
    newsroom.mutate(
      `mutation ($input: SaveContributorInput!) { saveContributor(input: $input) {
        contributor { slug name jobTitle bio portrait { id } } userErrors { code path } } }`,
      { input: { slug: 'ruth', name: 'Ruth', ...input } },
    );

  it('have a page whose words were sanitised when they came in, and are again when they go out', async () => {
    const portraitImageId = randomUUID();
    const bio = '<p>Writes on <a href="https://a.example/x" onclick="x()">ports</a>.<script>alert(1)</script></p>';
    const { contributor } = await save({ jobTitle: ' Editor ', bio, portraitImageId });
    const clean = 'Writes on <a href="https://a.example/x" rel="noopener">ports</a>.';
    expect(contributor).toEqual({
      slug: 'ruth',
      name: 'Ruth',
      jobTitle: 'Editor',
      bio: clean,
      portrait: { id: portraitImageId },
    });
    const [row] = await admin`select bio from articles.contributors where slug = 'ruth'`;
    expect(row?.['bio']).toBe(clean);
    await admin`update articles.contributors set bio = '<img src=x onerror=alert(1)>Older' where slug = 'ruth'`;
    const { data } = await articles.graph('{ contributor(slug: "ruth") { bio } }');
    expect(data.contributor.bio).toBe('Older');
  });

  it('show their published stories on it, newest first, and no others', async () => {
    await save({});
    const bylines = [{ contributorSlug: 'ruth' }];
    const [first, second] = [await newsroom.published({ bylines }), await newsroom.published({ bylines })];
    await newsroom.draft({ bylines });
    await newsroom.published({});
    const { data } = await articles.graph('{ contributor(slug: "ruth") { articles { nodes { id } } } }');
    expect(data.contributor.articles.nodes).toEqual([{ id: second.id }, { id: first.id }]);
  });

  it('are refused with a path for each fault, and told when they are saved', async () => {
    const { userErrors } = await save({ slug: 'a b', name: '', bio: 'x'.repeat(5_001), portraitImageId: 'no id' });
    expect(userErrors.map(({ path }: { path: string[] }) => path[1])).toEqual([
      'slug',
      'name',
      'bio',
      'portraitImageId',
    ]);
    expect((await save({ slug: 'long-bio', bio: 'x'.repeat(5_000) })).userErrors).toEqual([]);
    await expect
      .poll(() => told('long-bio'))
      .toEqual([{ kind: 'contributor', id: expect.any(String), slug: 'long-bio' }]);
  });
});

it('sections, topics and contributors are saved by editors only', async () => {
  for (const [viewer, code] of [
    [null, 'UNAUTHENTICATED'],
    [reader, 'FORBIDDEN'],
  ] as const) {
    for (const mutation of [
      'saveSection(input: { slug: "x", title: "X", language: "en" })',
      'saveTopic(input: { slug: "x", title: "X" })',
      'saveContributor(input: { slug: "x", name: "X" })',
    ]) {
      const { errors } = await articles.graph(`mutation { ${mutation} { userErrors { code } } }`, {}, viewer);
      expect([mutation, errors?.[0]?.extensions?.['code']]).toEqual([mutation, code]);
    }
  }
});
