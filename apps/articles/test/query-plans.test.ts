import type { Viewer } from '@dateline/service-kit/viewer';
import { editor, reader } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateEdition } from '../src/demo/generate.ts';
import { type ArticlesUnderTest, createArticlesDatabase, serveArticles } from './articles.ts';
import { type Asked, bigTables, planOf } from './plans.ts';

const articleCount = process.env['LONG'] ? 100_000 : 10_000;
const fillDeadlineMs = process.env['LONG'] ? 1_800_000 : 240_000;

let articles: ArticlesUnderTest;
let sql: postgres.Sql;
let asked: Asked[] = [];
let known: Record<string, string>;
let big: Set<string>;
const database = await createArticlesDatabase();

beforeAll(async () => {
  await generateEdition(database.url, { articles: articleCount, seed: 3 });
  articles = await serveArticles(database, {
    onStatement: (statement, parameters) => asked.push({ statement, parameters }),
  });
  sql = postgres(database.url, { max: 1, onnotice: () => {}, connection: { search_path: 'articles,public' } });
  await sql`insert into article_slugs (slug, article_id) select slug || '-old', id from articles`;
  await sql`insert into wanted_pictures (id, article_id, element_id, source_name, reference, wanted_at)
    select gen_random_uuid(), id, 'e', 'Wire', slug, now() from articles`;
  await sql`insert into import_failures (id, file, place, reason, first_failed_at, last_failed_at)
    select gen_random_uuid(), slug, 'item 1', 'broken', now(), now() from articles`;
  await sql`update articles set source_name = 'Wire', source_id = slug, source_format = 'ninjs',
    source_received_at = now(), translation_group_id = id, revision = revision + 1`;
  await sql`insert into kept_fields (article_id, field, supplied) select id, 'headline', '{}' from articles`;
  await sql`vacuum analyze`;
  big = await bigTables(sql, articleCount / 2);
  const [row] =
    await sql`select a.id, a.slug, to_char(a.listed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      s.slug as section, t.slug as topic, c.slug as contributor, w.id as wanted
    from articles a join sections s on s.id = a.section_id join article_topics x on x.article_id = a.id
    join topics t on t.id = x.topic_id join article_bylines b on b.article_id = a.id
    join contributors c on c.id = b.contributor_id join wanted_pictures w on w.article_id = a.id
    where a.language = 'he' order by a.listed_at offset ${articleCount / 10} limit 1`;
  known = row as unknown as Record<string, string>;
}, fillDeadlineMs);

afterAll(async () => {
  await sql.end();
  await articles[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const isRead = (statement: string) => /^\s*(select|with|\(select)/i.test(statement);

/** Asks, and answers which statements read a big table from its beginning to its end. */
async function scansOf(query: string, variables: Record<string, unknown>, viewer: Viewer): Promise<string[]> {
  asked = [];
  const answer = await articles.graph(query, variables, viewer);
  expect(answer.errors ?? []).toEqual([]);
  expect(asked.filter(({ statement }) => isRead(statement)).length).toBeGreaterThan(0);
  const scans: string[] = [];
  let settings: Asked[] = [];
  for (const { statement, parameters } of asked) {
    if (/^(begin|commit|rollback)/i.test(statement)) settings = [];
    if (statement.includes('set_config')) settings.push({ statement, parameters });
    if (!isRead(statement) || statement.includes('advisory') || statement.includes('set_config')) continue;
    const nodes = await planOf(sql, statement, parameters, settings);
    const bad = nodes.filter((node) => node['Node Type'] === 'Seq Scan' && big.has(node['Relation Name'] ?? ''));
    scans.push(...bad.map((node) => `${node['Relation Name']}: ${statement.slice(0, 400)}`));
  }
  return scans;
}

const list = `query ($filter: ArticleFilter, $orderBy: ArticleOrder, $after: String) {
  articles(filter: $filter, orderBy: $orderBy, first: 20, after: $after) {
    nodes { id headline section { slug } topics { slug } bylines { name contributor { slug } } corrections { note } }
    pageInfo { endCursor } } }`;

const filters: Record<string, () => object> = {
  none: () => ({}),
  section: () => ({ sections: [known['section']] }),
  topic: () => ({ topics: [known['topic']] }),
  contributor: () => ({ contributors: [known['contributor']] }),
  language: () => ({ languages: ['he'] }),
  urgency: () => ({ maxUrgency: 3 }),
  'before a date': () => ({ publishedBefore: known['at'] }),
  'after a date': () => ({ publishedAfter: known['at'] }),
  'changed since': () => ({ updatedAfter: known['at'] }),
  'topic and date': () => ({ topics: [known['topic']], publishedBefore: known['at'] }),
  'section, topic and language': () => ({ sections: [known['section']], topics: [known['topic']], languages: ['he'] }),
  'section and contributor': () => ({ sections: [known['section']], contributors: [known['contributor']] }),
  'what does not go together': () => ({ topics: [known['topic']], languages: ['en'] }),
  'two topics and urgency': () => ({ topics: [known['topic'], 'nowhere'], maxUrgency: 4 }),
};

describe(`with ${articleCount} articles, no query reads a big table from its beginning to its end`, () => {
  it('and the tables are big', () => {
    expect([...big]).toEqual(
      expect.arrayContaining(['articles', 'article_topics', 'article_bylines', 'revisions', 'kept_fields']),
    );
  });

  it.each(Object.keys(filters))(
    'articles by %s, in every order, on the first page and on one in the middle',
    async (name) => {
      for (const orderBy of ['PUBLISHED_AT_DESC', 'PUBLISHED_AT_ASC', 'UPDATED_AT_DESC', 'URGENCY']) {
        const keyset = orderBy === 'URGENCY' ? [4, known['at'], known['id']] : [known['at'], known['id']];
        const middle = Buffer.from(JSON.stringify([orderBy, ...keyset])).toString('base64url');
        for (const after of [null, middle]) {
          expect(await scansOf(list, { filter: filters[name]?.(), orderBy, after }, reader)).toEqual([]);
        }
      }
    },
  );

  it.each<[string, string, Viewer]>([
    [
      'article(id)',
      'query ($id: ID!) { article(id: $id) { headline bodyHtml jsonLd bylines { name } topics { slug } } }',
      reader,
    ],
    ['article(slug)', 'query ($slug: String!) { article(slug: $slug) { id } }', reader],
    ['Article.translations', 'query ($id: ID!) { article(id: $id) { translations { id } } }', reader],
    ['Article.related', 'query ($id: ID!) { article(id: $id) { related(first: 5) { id } } }', reader],
    ['Article.keptFields', 'query ($id: ID!) { article(id: $id) { keptFields } }', editor],
    ['Article.revisions', 'query ($id: ID!) { article(id: $id) { revisions(first: 5) { nodes { number } } } }', editor],
    ['articleChanges', '{ articleChanges(first: 100) { nodes { cursor article { id } } } }', reader],
    ['section', 'query ($section: String!) { section(slug: $section) { articles { nodes { id } } } }', reader],
    ['sections', '{ sections { articles(first: 3) { nodes { id } } } }', reader],
    ['topic', 'query ($topic: String!) { topic(slug: $topic) { articles { nodes { id } } } }', reader],
    [
      'contributor',
      'query ($contributor: String!) { contributor(slug: $contributor) { articles { nodes { id } } } }',
      reader,
    ],
    ['importFailures', '{ importFailures { nodes { id } } }', editor],
    ['wantedPictures', '{ wantedPictures { nodes { id } } }', editor],
    [
      'entities',
      'query ($id: ID!) { _entities(representations: [{ __typename: "Article", id: $id }]) { ... on Article { slug } } }',
      reader,
    ],
    [
      'importArticles',
      `mutation ($slug: String!, $topic: String!) { importArticles(dryRun: true, inputs: [
        { source: "Wire", sourceId: $slug, format: "ninjs", language: "en", headline: "Again", body: [{ figure: { pictureReference: "x" } }],
          topics: [{ title: "New", mediaTopic: "medtop:99999999" }], topicSlugs: [$topic], translationOfSourceId: "other" },
        { source: "Wire", sourceId: "new", format: "ninjs", language: "en", headline: "New", body: [] }]) { outcome userErrors { code } } }`,
      editor,
    ],
  ])('%s', async (_name, query, viewer) => {
    const used = Object.fromEntries(Object.entries(known).filter(([name]) => query.includes(`$${name}`)));
    expect(await scansOf(query, used, viewer)).toEqual([]);
  });

  it.each(['storm', 'storm OR "the minister"', 'mini* -storm', 'strom', 'the'])('searchArticles %s', async (text) => {
    const query = 'query ($text: String!) { searchArticles(text: $text) { nodes { id } } }';
    expect(await scansOf(query, { text }, reader)).toEqual([]);
  });
});
