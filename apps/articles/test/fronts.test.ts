import { randomUUID } from 'node:crypto';
import { editor, reader } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';
import { type Newsroom, newsroomOf, type Story } from './newsroom.ts';

const fields = 'slug title version containers { id title display pinnedArticleIds articles(first: $first) { id } }';
const save = `mutation ($slug: String! = "home", $version: Int, $input: FrontInput!, $first: Int = 3) {
  saveFront(slug: $slug, expectedVersion: $version, input: $input) { front { ${fields} } userErrors { code path } } }`;
const pin = `mutation ($container: ID!, $article: ID!, $position: Int! = 0, $first: Int = 3) {
  pinArticle(containerId: $container, articleId: $article, position: $position) { front { ${fields} } userErrors { code path } } }`;
const unpin = `mutation ($container: ID!, $article: ID!, $first: Int = 3) {
  unpinArticle(containerId: $container, articleId: $article) { front { ${fields} } userErrors { code path } } }`;

interface FrontAnswer {
  version: number;
  containers: { id: string; title: string; pinnedArticleIds: string[]; articles: { id: string }[] }[];
}

describe('a front', () => {
  let articles: ArticlesUnderTest;
  let newsroom: Newsroom;
  let admin: postgres.Sql;
  const stories: Story[] = [];
  let version: number | null = null;

  beforeAll(async () => {
    articles = await startArticles();
    newsroom = newsroomOf(articles);
    admin = postgres(articles.database.adminUrl, { max: 1, onnotice: () => {} });
    await newsroom.section({ slug: 'sport', title: 'Sport' });
    await newsroom.topic({ slug: 'cup', title: 'Cup' });
    for (let number = 0; number < 12; number += 1) {
      const input = number % 3 === 0 ? { sectionSlug: 'sport', urgency: 2 } : {};
      stories.unshift(await newsroom.published({ headline: `Story ${number}`, ...input }));
    }
  });
  afterAll(async () => {
    await admin.end();
    await articles[Symbol.asyncDispose]();
  });

  const ids = (...numbers: number[]) => numbers.map((number) => stories[number]?.id ?? '');
  const shown = ({ containers }: FrontAnswer) => containers.map((container) => container.articles.map(({ id }) => id));
  const curate = async (input: object, more: object = {}) => {
    const { front, userErrors } = await newsroom.mutate(save, { version, input, ...more });
    version = front?.version ?? null;
    return { front: front as FrontAnswer, userErrors };
  };
  async function read(viewer: typeof reader | null = null, first = 3): Promise<FrontAnswer> {
    const { data, errors } = await articles.graph(`query ($first: Int!) { front { ${fields} } }`, { first }, viewer);
    expect(errors).toBeUndefined();
    return data.front;
  }

  beforeEach(async () => {
    await curate({ title: 'Home', language: 'en', containers: [] });
  });

  it('that nobody made is null, and a new one needs a title and a language', async () => {
    const { data } = await articles.graph('{ front(slug: "nowhere") { title } }');
    expect(data.front).toBeNull();
    const { userErrors } = await newsroom.mutate(save, { slug: 'nowhere', input: {} });
    expect(userErrors.map(({ path }: { path: string[] }) => path)).toEqual([
      ['input', 'title'],
      ['input', 'language'],
    ]);
  });

  it('shows pins first and in order, then the newest that the fill lets through, and no article twice', async () => {
    const { front } = await curate({
      containers: [
        { title: 'Top', display: 'lead', pinnedArticleIds: ids(5, 11) },
        { title: 'Sport', fill: { sections: ['sport'] } },
        { title: 'Latest', pinnedArticleIds: ids(1) },
      ],
    });
    // Of sport are 2, 5, 8 and 11; 5 and 11 stand above, and 1 is pinned below.
    const expected = [ids(5, 11, 0), ids(2, 8), ids(1, 3, 4)];
    expect(shown(front)).toEqual(expected);
    for (const viewer of [null, reader, editor]) expect(shown(await read(viewer))).toEqual(expected);
  });

  it('is whole for every value of first: a longer container takes from those below', async () => {
    await curate({ containers: [{ title: 'Top' }, { title: 'Below' }] });
    expect(shown(await read(null, 2))).toEqual([ids(0, 1), ids(2, 3)]);
    expect(shown(await read(null, 5))).toEqual([ids(0, 1, 2, 3, 4), ids(5, 6, 7, 8, 9)]);
    for (const first of [0, 51]) {
      const { errors } = await articles.graph(
        'query ($first: Int!) { front { containers { articles(first: $first) { id } } } }',
        { first },
      );
      expect([first, errors?.[0]?.extensions?.['code']]).toEqual([first, 'BAD_USER_INPUT']);
    }
    expect((await read(null, 50)).containers.map((container) => container.articles.length)).toEqual([12, 0]);
  });

  it('shows what is pinned and not published to nobody until it is', async () => {
    const later = await newsroom.draft({ headline: 'Not yet' });
    await curate({ containers: [{ title: 'Top', pinnedArticleIds: [later.id, ...ids(7)] }] });
    for (const viewer of [null, reader, editor]) expect(shown(await read(viewer))).toEqual([ids(7, 0, 1)]);
    expect((await read(editor)).containers[0]?.pinnedArticleIds).toEqual([later.id, ...ids(7)]);
    expect((await read(reader)).containers[0]?.pinnedArticleIds).toEqual([]);
    await newsroom.publish(later);
    expect(shown(await read())).toEqual([[later.id, ...ids(7, 0)]]);
    stories.unshift(later);
    await admin`update articles.articles set status = 'WITHDRAWN', withdrawn_at = now(), withdrawal_reason = 'A test' where id = ${later.id}`;
    for (const viewer of [null, editor]) expect(shown(await read(viewer))).toEqual([ids(8, 1, 2)]);
    stories.shift();
  });

  it('keeps containers and pins that the input leaves alone, and drops those that it does not name', async () => {
    const { front } = await curate({
      containers: [
        { title: 'Top', pinnedArticleIds: ids(4) },
        { title: 'Old', pinnedArticleIds: ids(6) },
      ],
    });
    const [top] = front.containers;
    const changed = await curate({ containers: [{ title: 'New' }, { id: top?.id, title: 'Top, renamed' }] });
    expect(changed.front.containers.map(({ title, pinnedArticleIds }) => [title, pinnedArticleIds])).toEqual([
      ['New', []],
      ['Top, renamed', ids(4)],
    ]);
    expect(changed.front.containers[1]?.id).toBe(top?.id);
    const renamed = await curate({ title: 'Another title' });
    expect(renamed.front.containers.length).toBe(2);
  });

  it('refuses a curation that was written from another version, and changes nothing', async () => {
    const before = await read(editor);
    for (const stale of [null, before.version - 1, before.version + 1]) {
      const { userErrors } = await newsroom.mutate(save, { version: stale, input: { title: 'Lost' } });
      expect(userErrors).toEqual([{ code: 'VERSION_CONFLICT', path: ['expectedVersion'] }]);
    }
    const { userErrors } = await newsroom.mutate(save, { slug: 'new', version: 1, input: { title: 'New' } });
    expect(userErrors[0].code).toBe('VERSION_CONFLICT');
    expect(await read(editor)).toEqual(before);
  });

  it('lets one of two editors win who save at once', async () => {
    const results = await Promise.all(
      ['One', 'Two', 'Three'].map((title) => newsroom.mutate(save, { version, input: { title } })),
    );
    const won = results.filter(({ userErrors }) => userErrors.length === 0);
    expect(won.length).toBe(1);
    version = won[0].front.version;
    const made = await Promise.all(
      ['One', 'Two'].map((title) =>
        newsroom.mutate(save, { slug: 'at-once', input: { title, language: 'en', containers: [] } }),
      ),
    );
    expect(made.filter(({ userErrors }) => userErrors.length === 0).length).toBe(1);
  });

  it('names each fault by its path, and changes nothing', async () => {
    const before = await read(editor);
    const nobody = randomUUID();
    const { userErrors } = await newsroom.mutate(save, {
      version,
      input: {
        title: ' ',
        containers: [
          {
            title: '',
            display: 'No name!',
            fill: { sections: ['nowhere'], topics: ['cup', 'nothing'], maxUrgency: 9 },
          },
          { id: nobody, title: 'Fine', pinnedArticleIds: [nobody, 'no id'] },
        ],
      },
    });
    expect(userErrors).toEqual([
      { code: 'EMPTY', path: ['input', 'title'] },
      { code: 'EMPTY', path: ['input', 'containers', '0', 'title'] },
      { code: 'NOT_A_NAME', path: ['input', 'containers', '0', 'display'] },
      { code: 'UNKNOWN', path: ['input', 'containers', '0', 'fill', 'sections'] },
      { code: 'UNKNOWN', path: ['input', 'containers', '0', 'fill', 'topics'] },
      { code: 'OUT_OF_RANGE', path: ['input', 'containers', '0', 'fill', 'maxUrgency'] },
      { code: 'UNKNOWN', path: ['input', 'containers', '1', 'id'] },
      { code: 'UNKNOWN', path: ['input', 'containers', '1', 'pinnedArticleIds'] },
      { code: 'UNKNOWN', path: ['input', 'containers', '1', 'pinnedArticleIds'] },
    ]);
    const double = [
      { title: 'A', pinnedArticleIds: ids(1) },
      { title: 'B', pinnedArticleIds: ids(2, 1) },
    ];
    expect((await newsroom.mutate(save, { version, input: { containers: double } })).userErrors[0].code).toBe(
      'DUPLICATE',
    );
    expect(await read(editor)).toEqual(before);
  });

  it('takes 30 containers of 50 pins and no more', async () => {
    const containers = (count: number) => Array.from({ length: count }, () => ({ title: 'One of many' }));
    expect((await curate({ containers: containers(30) })).userErrors).toEqual([]);
    const { userErrors } = await newsroom.mutate(save, { version, input: { containers: containers(31) } });
    expect(userErrors).toEqual([{ code: 'TOO_MANY', path: ['input', 'containers'] }]);
    const drafts =
      await admin`insert into articles.articles (id, slug, language, time_zone, headline, body, word_count, urgency)
        select gen_random_uuid(), 'draft-' || number, 'en', 'UTC', 'A draft', '[]', 0, 5 from generate_series(1, 51) number returning id`;
    const pinned = drafts.map(({ id }) => String(id));
    const withPins = (pinnedArticleIds: string[]) => ({ containers: [{ title: 'Full', pinnedArticleIds }] });
    expect((await newsroom.mutate(save, { version, input: withPins(pinned) })).userErrors[0].code).toBe('TOO_MANY');
    const { front } = await curate(withPins(pinned.slice(0, 50)));
    const one = { container: front.containers[0]?.id, article: pinned[50] };
    expect((await newsroom.mutate(pin, one)).userErrors).toEqual([{ code: 'TOO_MANY', path: ['containerId'] }]);
  });

  it('has each article pinned in one place: pinning it elsewhere moves it, and unpinning lets it go', async () => {
    const { front } = await curate({
      containers: [
        { title: 'Top', pinnedArticleIds: ids(4, 5) },
        { title: 'Below', pinnedArticleIds: ids(6) },
      ],
    });
    const [top, below] = front.containers;
    const pins = async (mutation: string, variables: Readonly<Record<string, unknown>>) => {
      const { front: after, userErrors } = await newsroom.mutate(mutation, variables);
      expect(userErrors).toEqual([]);
      version = after.version;
      return after.containers.map(({ pinnedArticleIds }: FrontAnswer['containers'][number]) => pinnedArticleIds);
    };
    const one = { container: below?.id, article: stories[4]?.id };
    expect(await pins(pin, { ...one, position: 1 })).toEqual([ids(5), ids(6, 4)]);
    expect(await pins(pin, { ...one, position: 0 })).toEqual([ids(5), ids(4, 6)]);
    expect(await pins(pin, { ...one, container: top?.id, position: 99 })).toEqual([ids(5, 4), ids(6)]);
    const standing = version;
    expect(await pins(unpin, one)).toEqual([ids(5, 4), ids(6)]);
    expect(version).toBe(standing);
    expect(await pins(unpin, { ...one, container: top?.id })).toEqual([ids(5), ids(6)]);
    expect(version).toBe((standing ?? 0) + 1);
    for (const [variables, path] of [
      [{ ...one, container: randomUUID() }, 'containerId'],
      [{ ...one, article: randomUUID() }, 'articleId'],
      [{ ...one, article: 'no id' }, 'articleId'],
      [{ ...one, position: -1 }, 'position'],
    ] as const) {
      expect((await newsroom.mutate(pin, variables)).userErrors.map((fault: { path: string[] }) => fault.path)).toEqual(
        [[path]],
      );
    }
  });

  it('loses no pin of editors who pin at once', async () => {
    const { front } = await curate({ containers: [{ title: 'Top' }] });
    const container = front.containers[0]?.id;
    await Promise.all(ids(0, 1, 2, 3, 4, 5).map((article) => newsroom.mutate(pin, { container, article })));
    const after = await read(editor);
    expect(after.containers[0]?.pinnedArticleIds.toSorted()).toEqual(ids(0, 1, 2, 3, 4, 5).toSorted());
    expect(after.version).toBe(front && (version ?? 0) + 6);
    version = after.version;
  });

  it('is curated by editors only', async () => {
    for (const [viewer, code] of [
      [null, 'UNAUTHENTICATED'],
      [reader, 'FORBIDDEN'],
    ] as const) {
      for (const [mutation, variables] of [
        [save, { input: {} }],
        [pin, { container: randomUUID(), article: randomUUID() }],
        [unpin, { container: randomUUID(), article: randomUUID() }],
      ] as const) {
        const { errors } = await articles.graph(mutation, variables, viewer);
        expect(errors?.[0]?.extensions?.['code']).toBe(code);
      }
    }
  });

  it('of ten containers takes as many statements as one of two', async () => {
    const count = async (containers: number) => {
      await curate({
        containers: Array.from({ length: containers }, (_, at) => ({
          title: `Container ${at}`,
          fill: at % 2 ? { sections: ['sport'], topics: [] } : { languages: ['en'], maxUrgency: 8 - (at % 4) },
          pinnedArticleIds: ids(at),
        })),
      });
      articles.statements.splice(0);
      await read(null, 10);
      return articles.statements.splice(0).length;
    };
    const few = await count(2);
    expect(few).toBeLessThanOrEqual(7);
    expect(await count(10)).toBe(few);
  });

  it('tells of each curation, by its name, and of none that changed nothing', async () => {
    const told = async () =>
      (await admin`select payload from bus.events where type = 'front.curated' and payload->>'slug' = 'told'`).map(
        (row) => row['payload'],
      );
    const input = { title: 'Told', language: 'en', containers: [{ title: 'Top' }] };
    const { front } = await newsroom.mutate(save, { slug: 'told', input });
    const one = { container: front.containers[0].id, article: stories[0]?.id };
    await newsroom.mutate(pin, one);
    await newsroom.mutate(pin, one);
    await newsroom.mutate(save, { slug: 'told', version: 1, input: { title: 'Stale' } });
    await newsroom.mutate(unpin, one);
    await expect.poll(told).toEqual([{ slug: 'told' }, { slug: 'told' }, { slug: 'told' }]);
  });
});
