import type { Viewer } from '@dateline/service-kit/viewer';
import { editor, moderator, reader } from '@dateline/testing/viewers';
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../src/schema.ts';
import { type ArticlesUnderTest, startArticles } from './articles.ts';
import { wholeSelection } from './whole-selection.ts';

const long = process.env['LONG'] === '1';
const runs = long ? 60 : 2;
const timeoutMs = long ? 1_800_000 : 120_000;
const asking: readonly (Viewer | null)[] = [null, reader, moderator];

const states = [
  'DRAFT',
  'EMBARGOED',
  'SCHEDULED',
  'EMBARGOED_SCHEDULED',
  'PUBLISHED',
  'CORRECTED',
  'WITHDRAWN',
] as const;
type State = (typeof states)[number];
const seen = (state: State) => state === 'PUBLISHED' || state === 'CORRECTED';

interface Story {
  readonly id: string;
  readonly slug: string;
  /** A word that stands in every text of this story and nowhere else. */
  readonly secret: string;
  readonly state: State;
}

interface Question {
  readonly root: string;
  readonly field: string;
  /** How many a search must say that it found. */
  readonly found?: number;
}

const everything = (typeName: string, maxDepth: number) => {
  const type = schema.getType(typeName);
  if (!type) throw new Error(`There is no type ${typeName}.`);
  return wholeSelection(schema, type, { maxDepth, maxNested: 2 });
};
const inZone = (instant: Date, offsetMinutes: number) => {
  const wall = new Date(instant.getTime() + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  return `${wall}${sign}${two(offsetMinutes / 60)}:${two(offsetMinutes % 60)}`;
};
const anyZone = fc.constantFrom(0, 120, -480, 330, 765, -210);

describe('what a viewer may not see', () => {
  let articles: ArticlesUnderTest;
  let admin: postgres.Sql;
  let number = 0;
  beforeAll(async () => {
    articles = await startArticles();
    admin = postgres(articles.database.adminUrl, { max: 1, onnotice: () => {} });
    for (const [table, columns] of [
      ['sections', { title: 'News', language: 'en', position: 1 }],
      ['topics', { title: 'Weather', kind: 'SUBJECT' }],
      ['contributors', { name: 'Noa Writer' }],
    ] as const) {
      await admin`insert into articles.${admin(table)} ${admin({ id: crypto.randomUUID(), slug: `the-${table}`, ...columns })}`;
    }
  });
  afterAll(async () => {
    await admin.end();
    await articles[Symbol.asyncDispose]();
  });

  const edit = async (field: string, query: string, variables: Readonly<Record<string, unknown>>) => {
    const { data, errors } = await articles.graph(query, variables, editor);
    expect(errors).toBeUndefined();
    expect(data[field].userErrors).toEqual([]);
    return data[field];
  };

  async function create(embargoedUntil: string | null): Promise<Omit<Story, 'state'>> {
    number += 1;
    const secret = `zq${number}x${Math.random().toString(36).slice(2, 10)}`;
    const input = {
      language: 'en',
      slug: `story-${number}`,
      headline: `Headline ${secret}`,
      kicker: secret,
      standfirst: `Standfirst ${secret}`,
      dateline: secret,
      copyrightNotice: secret,
      usageTerms: secret,
      sectionSlug: 'the-sections',
      topicSlugs: ['the-topics'],
      bylines: [{ name: `Writer ${secret}` }, { contributorSlug: 'the-contributors' }],
      body: [
        { figure: { role: 'LEAD', caption: secret, credit: secret, altText: secret } },
        { paragraph: { html: `A paragraph about the weather, ${secret}.` } },
        { quote: { html: secret, attribution: secret } },
        { liveEntry: { headline: secret, body: [{ paragraph: { html: `Entry ${secret}` } }] } },
      ],
      embargoedUntil,
    };
    const { article } = await edit(
      'createArticle',
      'mutation ($input: CreateArticleInput!) { createArticle(input: $input) { article { id slug } userErrors { code message } } }',
      { input },
    );
    return { id: article.id, slug: article.slug, secret };
  }
  const publish = (id: string, at: string | null = null) =>
    edit(
      'publishArticle',
      'mutation ($id: ID!, $at: DateTime) { publishArticle(id: $id, at: $at) { article { status } userErrors { code message } } }',
      { id, at },
    );

  async function make(state: State, zone: number): Promise<Story> {
    const later = inZone(new Date(Date.now() + 3_600_000), zone);
    const story = await create(state.startsWith('EMBARGOED') ? later : null);
    const { id, secret } = story;
    if (state === 'SCHEDULED' || state === 'EMBARGOED_SCHEDULED') await publish(id, later);
    if (['PUBLISHED', 'CORRECTED', 'WITHDRAWN'].includes(state)) await publish(id);
    if (state === 'CORRECTED' || state === 'WITHDRAWN') {
      await edit(
        'correctArticle',
        'mutation ($id: ID!, $note: String!) { correctArticle(id: $id, expectedRevision: 2, note: $note) { userErrors { code message } } }',
        { id, note: `Corrected ${secret}` },
      );
    }
    if (state === 'WITHDRAWN') {
      await edit(
        'withdrawArticle',
        'mutation ($id: ID!) { withdrawArticle(id: $id, reason: "It was wrong") { userErrors { code message } } }',
        { id },
      );
    }
    return { ...story, state };
  }

  /** All stories name each other, in the body and on the front. */
  async function tie(stories: readonly Story[]): Promise<void> {
    const ids = stories.map(({ id }) => id);
    const body = JSON.stringify(
      ids.map((articleId, index) => ({ kind: 'related', id: `related-${index}`, articleId })),
    );
    await admin`update articles.articles set body = body || ${body}::text::jsonb where id in ${admin(ids)}`;
    const [front] = await admin`select version from articles.fronts where slug = 'home'`;
    await edit(
      'saveFront',
      'mutation ($version: Int, $input: FrontInput!) { saveFront(slug: "home", expectedVersion: $version, input: $input) { userErrors { code message } } }',
      {
        version: front?.['version'] ?? null,
        input: { title: 'Home', language: 'en', containers: [{ title: 'All', pinnedArticleIds: ids.slice(0, 20) }] },
      },
    );
  }

  /** Every root field of the schema that reads, asked for all that it gives; those that name a story, for each. */
  function questionsAbout(stories: readonly Story[]): readonly Question[] {
    const article = everything('Article', 5);
    const list = everything('ArticleConnection', 6);
    const search = everything('ArticleSearchConnection', 6);
    const roots: Readonly<Record<string, readonly Omit<Question, 'root'>[]>> = {
      article: stories.flatMap(({ id, slug }) => [
        { field: `article(id: "${id}") ${article}` },
        { field: `article(slug: "${slug}") ${article}` },
        { field: `article(url: "https://news.example/articles/${slug}") ${article}` },
      ]),
      articles: [
        { field: `articles(first: 100) ${list}` },
        {
          field: `articles(first: 100, orderBy: UPDATED_AT_DESC, filter: { topics: ["the-topics"], sections: ["the-sections"], contributors: ["the-contributors"] }) ${list}`,
        },
        { field: `articles(last: 100, orderBy: URGENCY) ${list}` },
      ],
      searchArticles: [
        {
          field: `searchArticles(text: "weather", first: 100) ${search}`,
          found: stories.filter(({ state }) => seen(state)).length,
        },
        ...stories.flatMap(({ secret, state }) => [
          { field: `searchArticles(text: "${secret}") ${search}`, found: Number(seen(state)) },
          { field: `searchArticles(text: "${secret.slice(0, -1)}*") ${search}`, found: Number(seen(state)) },
        ]),
      ],
      section: [{ field: `section(slug: "the-sections") ${everything('Section', 6)}` }],
      sections: [{ field: `sections ${everything('Section', 6)}` }],
      topic: [{ field: `topic(slug: "the-topics") ${everything('Topic', 6)}` }],
      topics: [{ field: `topics ${everything('TopicConnection', 7)}` }],
      contributor: [{ field: `contributor(slug: "the-contributors") ${everything('Contributor', 6)}` }],
      front: [{ field: `front(slug: "home") ${everything('Front', 6)}` }],
      articleChanges: [{ field: `articleChanges(first: 500) ${everything('ArticleChangeConnection', 6)}` }],
      importFailures: [{ field: `importFailures ${everything('ImportFailureConnection', 4)}` }],
      wantedPictures: [{ field: `wantedPictures ${everything('WantedPictureConnection', 4)}` }],
      _entities: stories.map(({ id, slug }) => ({
        field: `_entities(representations: [{ __typename: "Article", id: "${id}" }, { __typename: "Article", slug: "${slug}" }]) { ... on Article ${article} }`,
      })),
      _service: [],
    };
    expect(Object.keys(roots).toSorted()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).toSorted());
    return Object.entries(roots).flatMap(([root, questions]) => questions.map((question) => ({ root, ...question })));
  }

  it(
    'is shown by no field of the schema, whatever the stories, viewers and ways of asking',
    async () => {
      const worlds = fc.array(fc.record({ state: fc.constantFrom(...states), zone: anyZone }), {
        minLength: 3,
        maxLength: 6,
      });
      await fc.assert(
        fc.asyncProperty(worlds, async (world) => {
          await admin`truncate articles.articles, articles.article_changes cascade`;
          const stories = await Promise.all(world.map(({ state, zone }) => make(state, zone)));
          await tie(stories);
          const hidden = stories.filter(({ state }) => !seen(state));
          const questions = questionsAbout(stories);
          for (const viewer of asking) {
            for (const { root, field, found } of questions) {
              const answer = await articles.graph(`{ ${field} }`, {}, viewer);
              const said = JSON.stringify(answer);
              // Of what was withdrawn the change feed tells, and its notice stands where it stood.
              const shown = hidden.filter(
                ({ id, secret, state }) => said.includes(secret) || (state !== 'WITHDRAWN' && said.includes(id)),
              );
              expect([root, viewer?.id, shown]).toEqual([root, viewer?.id, []]);
              if (found !== undefined)
                expect([field.slice(0, 40), answer.data?.searchArticles.totalCount]).toEqual([
                  field.slice(0, 40),
                  found,
                ]);
            }
          }
          // The law is not empty: what is published does come, and to editors everything.
          for (const { id, secret, state } of stories) {
            const query = `{ article(id: "${id}") { headline } }`;
            expect(JSON.stringify(await articles.graph(query, {}, null)).includes(secret)).toBe(seen(state));
            expect(JSON.stringify(await articles.graph(query, {}, editor)).includes(secret)).toBe(true);
          }
        }),
        { numRuns: runs },
      );
    },
    timeoutMs,
  );

  it(
    'is seen at no instant before its embargo ends, in whatever zone that is written, and is seen after it',
    async () => {
      const delays = fc.array(fc.record({ delayMs: fc.integer({ min: 200, max: 900 }), zone: anyZone }), {
        minLength: 2,
        maxLength: 5,
      });
      const databaseTime = async () => {
        const [row] = await admin`select clock_timestamp() as now`;
        return row?.['now'] as Date;
      };
      await fc.assert(
        fc.asyncProperty(delays, async (plan) => {
          await admin`truncate articles.articles, articles.article_changes cascade`;
          const waiting = new Map<string, { readonly secret: string; readonly until: Date }>();
          for (const { delayMs, zone } of plan) {
            const until = new Date((await databaseTime()).getTime() + delayMs);
            const { id, secret } = await create(inZone(until, zone));
            await publish(id, inZone(until, zone));
            waiting.set(id, { secret, until });
          }
          const query = `{ articles(first: 100) { nodes { headline } } searchArticles(text: "headline") { totalCount nodes { headline } }
          articleChanges(first: 500) { nodes { articleId article { headline } } } topic(slug: "the-topics") { articles { nodes { headline } } } }`;
          const deadline = Date.now() + 10_000;
          while (waiting.size > 0) {
            expect(Date.now()).toBeLessThan(deadline);
            const { data } = await articles.graph(query, {}, null);
            const said = JSON.stringify(data);
            const at = await databaseTime();
            for (const [id, { secret, until }] of waiting) {
              if (!said.includes(secret)) continue;
              expect(at.getTime()).toBeGreaterThanOrEqual(until.getTime());
              waiting.delete(id);
            }
          }
        }),
        { numRuns: Math.min(runs, 10) },
      );
    },
    timeoutMs,
  );
});
