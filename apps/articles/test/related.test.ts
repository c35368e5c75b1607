import { connect } from '@dateline/db/connect';
import { editor, reader } from '@dateline/testing/viewers';
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relatedStore } from '../src/modules/related/store.ts';
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

async function relatedTo(id: string, { first = 20, viewer = null as typeof reader | null } = {}): Promise<string[]> {
  const query = 'query ($id: ID!, $first: Int!) { article(id: $id) { related(first: $first) { id } } }';
  const { data, errors } = await articles.graph(query, { id, first }, viewer);
  expect(errors).toBeUndefined();
  return data.article.related.map((each: { id: string }) => each.id);
}
const empty = () =>
  admin`truncate articles.articles, articles.topics, articles.article_changes, articles.fronts cascade`;

describe('related stories', () => {
  it('are nearer by a rare topic than by a common one, and by a headline’s rare words', async () => {
    await empty();
    for (const slug of ['common', 'rare']) await newsroom.topic({ slug });
    const story = (headline: string, ...topicSlugs: string[]) => newsroom.published({ headline, topicSlugs });
    const rare = await story('Something else entirely', 'rare');
    const words = await story('Ferries collide near the lighthouse');
    const common = await story('Nothing of this kind', 'common');
    for (const number of [1, 2, 3, 4, 5, 6]) await story(`Filler number ${number}`, 'common');
    const story1 = await story('Lighthouse keeper saw ferries', 'common', 'rare');
    const found = await relatedTo(story1.id);
    expect(new Set(found.slice(0, 2))).toEqual(new Set([rare.id, words.id]));
    expect(found).toContain(common.id);
    expect(found.length).toBe(9);
    const unlike = await story('Wholly unlike all');
    expect(await relatedTo(unlike.id)).toEqual([]);
  });

  it('of the same language come first, whatever others share', async () => {
    await empty();
    for (const slug of ['a', 'b', 'c']) await newsroom.topic({ slug });
    const near = await newsroom.published({ language: 'he', headline: 'כותרת', topicSlugs: ['a', 'b', 'c'] });
    const far = await newsroom.published({ language: 'en-GB', headline: 'Far', topicSlugs: ['c'] });
    const story = await newsroom.published({ headline: 'Here', topicSlugs: ['a', 'b', 'c'] });
    expect(await relatedTo(story.id)).toEqual([far.id, near.id]);
  });

  it('follow what is changed: headline, topics, language, publication and withdrawal', async () => {
    await empty();
    await newsroom.topic({ slug: 'harbour' });
    const story = await newsroom.published({ headline: 'Lighthouse', topicSlugs: ['harbour'] });
    const draft = await newsroom.draft({ headline: 'Lighthouse', topicSlugs: ['harbour'] });
    for (const viewer of [null, editor]) expect(await relatedTo(story.id, { viewer })).toEqual([]);
    expect(await relatedTo(draft.id, { viewer: editor })).toEqual([story.id]);
    let { revision } = await newsroom.publish(draft);
    expect(await relatedTo(story.id)).toEqual([draft.id]);
    const change = async (input: object) => {
      const update = `mutation ($id: ID!, $revision: Int!, $input: UpdateArticleInput!) {
        updateArticle(id: $id, expectedRevision: $revision, input: $input) { article { revision } } }`;
      ({ revision } = (await newsroom.mutate(update, { id: draft.id, revision, input })).article);
      return relatedTo(story.id);
    };
    expect(await change({ topicSlugs: [] })).toEqual([draft.id]);
    expect(await change({ headline: 'Elsewhere' })).toEqual([]);
    expect(await change({ headline: 'Lighthouse', language: 'fr' })).toEqual([]);
    expect(await change({ topicSlugs: ['harbour'] })).toEqual([draft.id]);
    await newsroom.mutate('mutation ($id: ID!) { withdrawArticle(id: $id, reason: "A test") { article { id } } }', {
      id: draft.id,
    });
    for (const viewer of [null, reader, editor]) expect(await relatedTo(story.id, { viewer })).toEqual([]);
    expect(await relatedTo(draft.id)).toEqual([]);
  });

  it('are never the story itself, never unseen, never twice, and never more than asked for', async () => {
    const runs = Number(process.env['LONG'] ?? 0) ? 200 : 12;
    const word = fc.constantFrom('harbour', 'storm', 'election', 'bridge', 'goal', 'the');
    const topic = fc.integer({ min: 0, max: 4 });
    const story = fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 4 }),
      topics: fc.uniqueArray(topic, { maxLength: 4 }),
      status: fc.constantFrom('DRAFT', 'SCHEDULED', 'PUBLISHED', 'PUBLISHED', 'WITHDRAWN'),
      language: fc.constantFrom('en', 'he', 'en-GB'),
      minutes: fc.integer({ min: 0, max: 1_000_000 }),
    });
    const all = fc.array(story, { minLength: 2, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(all, fc.integer({ min: 1, max: 20 }), async (stories, first) => {
        await empty();
        const ids = await writeStories(stories);
        const { data, errors } = await articles.graph(
          `query ($ids: [_Any!]!, $first: Int!) { _entities(representations: $ids) { ... on Article { id language related(first: $first) { id language status } } } }`,
          { ids: ids.map((id) => ({ __typename: 'Article', id })), first },
          editor,
        );
        expect(errors).toBeUndefined();
        const published = new Set(ids.filter((_id, at) => stories[at]?.status === 'PUBLISHED'));
        expect(data._entities.length).toBe(stories.length);
        for (const { id, language, related } of data._entities) {
          const found = related.map((each: { id: string }) => each.id);
          expect(found).not.toContain(id);
          expect(new Set(found).size).toBe(found.length);
          expect(found.length).toBeLessThanOrEqual(first);
          for (const each of found) expect(published).toContain(each);
          const same = related.map((each: { language: string }) => each.language.slice(0, 2) === language.slice(0, 2));
          expect(same).toEqual(same.toSorted((a: boolean, b: boolean) => Number(b) - Number(a)));
          expect(new Set(await relatedTo(id, { first, viewer: editor }))).toEqual(new Set(found));
        }
      }),
      { numRuns: runs },
    );
  }, 300_000);

  it('of a whole list are as many statements as of one story', async () => {
    await empty();
    await newsroom.topic({ slug: 'shared' });
    for (const number of [1, 2, 3, 4, 5])
      await newsroom.published({ headline: `Story ${number}`, topicSlugs: ['shared'] });
    const count = async (first: number) => {
      articles.statements.splice(0);
      const { data } = await articles.graph(`{ articles(first: ${first}) { nodes { related(first: 3) { id } } } }`);
      expect(data.articles.nodes.at(-1).related.length).toBe(3);
      return articles.statements.splice(0).length;
    };
    expect(await count(1)).toBe(3);
    expect(await count(5)).toBe(3);
  });

  it('are at most 20, and kept for ten seconds: nothing tells of a nearer story', async () => {
    const story = await newsroom.published({ headline: 'Kept' });
    for (const first of [0, 21]) {
      const { errors } = await articles.graph(`{ article(id: "${story.id}") { related(first: ${first}) { id } } }`);
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
    const { cacheControl } = await articles.graph(`{ article(id: "${story.id}") { headline related { headline } } }`);
    expect(cacheControl).toBe('max-age=10, public');
  });

  it('read a bounded part of the tables, however many stories share their terms', async () => {
    await empty();
    await admin`insert into articles.topics (id, slug, title, kind) values (gen_random_uuid(), 'busy', 'Busy', 'SUBJECT')`;
    await admin`insert into articles.articles (id, slug, language, time_zone, headline, body, word_count, urgency, status, published_at)
      select gen_random_uuid(), 'story-' || number, 'en', 'UTC', 'The harbour today ' || number, '[]', 0, 5, 'PUBLISHED', now() - number * interval '1 minute'
      from generate_series(1, 5000) number`;
    await admin`insert into articles.article_topics (article_id, topic_id, position)
      select a.id, t.id, 0 from articles.articles a, articles.topics t`;
    await admin`analyze articles.articles, articles.related_terms, articles.article_topics`;
    const [story] = await admin`select id from articles.articles limit 1`;
    const connection = connect(articles.database.url, {
      applicationName: 'test',
      schema: 'articles',
      maxConnections: 1,
    });
    const read = await connection.db.transaction(async (transaction) => {
      expect((await relatedStore.find(transaction, [story?.['id']], 20)).length).toBe(20);
      const rows =
        await transaction.execute(`select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as count, sum(seq_scan) filter (where relname in ('articles', 'related_terms', 'article_topics')) as scans
        from pg_stat_xact_user_tables where schemaname = 'articles'`);
      return { count: Number(rows[0]?.['count']), scans: Number(rows[0]?.['scans']) };
    });
    await connection.close();
    // Of 5000 that share all terms: so many are counted, and the newest looked at, for each of its six terms.
    expect(read.count).toBeLessThan(9_000);
    expect(read.scans).toBe(0);
  }, 60_000);
});

async function writeStories(
  stories: readonly {
    words: readonly string[];
    topics: readonly number[];
    status: string;
    language: string;
    minutes: number;
  }[],
): Promise<string[]> {
  const topicIds = (
    await admin`insert into articles.topics (id, slug, title, kind)
    select gen_random_uuid(), 'topic-' || number, 'Topic', 'SUBJECT' from generate_series(0, 4) number returning id`
  ).map(({ id }) => String(id));
  const at = Date.UTC(2026, 0, 1);
  const rows = stories.map(({ words, status, language, minutes }, number) => ({
    id: crypto.randomUUID(),
    slug: `story-${number}`,
    language,
    time_zone: 'UTC',
    headline: words.join(' '),
    body: '[]',
    word_count: 0,
    urgency: 5,
    status,
    published_at: status === 'PUBLISHED' ? new Date(at + minutes * 60_000) : null,
    scheduled_at: status === 'SCHEDULED' ? new Date(at + minutes * 60_000) : null,
    withdrawn_at: status === 'WITHDRAWN' ? new Date(at) : null,
    withdrawal_reason: status === 'WITHDRAWN' ? 'A test' : null,
  }));
  await admin`insert into articles.articles ${admin(rows)}`;
  const links = stories.flatMap(({ topics }, number) =>
    topics.map((topic, position) => ({
      article_id: rows[number]?.id ?? '',
      topic_id: topicIds[topic] ?? '',
      position,
    })),
  );
  if (links.length > 0) await admin`insert into articles.article_topics ${admin(links)}`;
  return rows.map(({ id }) => id);
}
