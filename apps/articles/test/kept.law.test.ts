import { editor } from '@dateline/testing/viewers';
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

const long = process.env['LONG'] === '1';
const timeoutMs = long ? 1_200_000 : 120_000;

let articles: ArticlesUnderTest;
let admin: postgres.Sql;
beforeAll(async () => {
  articles = await startArticles();
  admin = postgres(articles.database.adminUrl, { max: 2, onnotice: () => {} });
  const places = ['a', 'b'].map((slug, position) => ({ id: crypto.randomUUID(), slug, title: slug, position }));
  await admin`insert into articles.sections ${admin(places.map((one) => ({ ...one, language: 'en' })))}`;
  const topics = places.map(({ position: _, ...one }) => ({ ...one, kind: 'PLACE' }));
  await admin`insert into articles.topics ${admin(topics)}`;
});
afterAll(async () => {
  await admin.end();
  await articles[Symbol.asyncDispose]();
});

// Few values, so that both sides often say the same.
const maybe = fc.constantFrom(null, 'a', 'b');
const some = fc.subarray(['a', 'b']);
/** All that both sides may write, as both inputs name it. */
const everything = {
  headline: fc.constantFrom('A', 'B', 'C'),
  kicker: maybe,
  standfirst: maybe,
  dateline: maybe,
  copyrightNotice: maybe,
  usageTerms: maybe,
  language: fc.constantFrom('en', 'fr'),
  timeZone: fc.constantFrom('UTC', 'Asia/Jerusalem'),
  urgency: fc.integer({ min: 1, max: 3 }),
  isAccessibleForFree: fc.boolean(),
  sectionSlug: maybe,
  topicSlugs: some,
  bylines: some,
  body: fc.uniqueArray(fc.tuple(fc.constantFrom('p1', 'p2'), fc.constantFrom('x', 'y z')), {
    maxLength: 2,
    selector: ([id]) => id,
  }),
};
type Field = keyof typeof everything | 'slug';
type Values = Readonly<Record<Field, unknown>>;

/** The graph's name of each field. */
const names: Readonly<Record<Field, string>> = {
  ...{ headline: 'HEADLINE', kicker: 'KICKER', standfirst: 'STANDFIRST', dateline: 'DATELINE', slug: 'SLUG' },
  ...{ copyrightNotice: 'COPYRIGHT_NOTICE', usageTerms: 'USAGE_TERMS', language: 'LANGUAGE', timeZone: 'TIME_ZONE' },
  ...{ urgency: 'URGENCY', isAccessibleForFree: 'IS_ACCESSIBLE_FOR_FREE', sectionSlug: 'SECTION', body: 'BODY' },
  ...{ topicSlugs: 'TOPICS', bylines: 'BYLINES' },
};
const fields = Object.keys(names) as Field[];

const slug = fc.constantFrom('one', 'two');
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constant('supplier' as const),
      version: fc.integer({ min: 1, max: 9 }),
      values: fc.record({ ...everything, slug: fc.option(slug) }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constant('editor' as const),
      values: fc.record({ ...everything, slug }, { requiredKeys: [] }),
      follow: fc.oneof(
        { weight: 3, arbitrary: fc.constant<Field[]>([]) },
        { weight: 1, arbitrary: fc.subarray(fields) },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('restore' as const), back: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('same item again' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Version = Extract<Step, { by: 'supplier' }>;

/** What an article is to be: whose each field is, and what it says. */
class Model {
  values: Values;
  readonly kept = new Set<Field>();
  readonly history: Values[];
  standing: Version;
  isGivenBack = false;
  told = 1;

  constructor(first: Version, ownSlug: string) {
    this.standing = first;
    this.values = { ...first.values, slug: first.values.slug ?? ownSlug };
    this.history = [this.values];
  }

  supply(version: Version): string {
    if (version.version < this.standing.version) return 'STALE';
    const isSame = same(version.values, this.standing.values) && !this.isGivenBack;
    this.standing = version;
    if (isSame) return 'UNCHANGED';
    this.isGivenBack = false;
    const open = fields.filter((field) => !this.kept.has(field) && !(field === 'slug' && version.values.slug === null));
    const before = this.values;
    this.values = { ...before, ...Object.fromEntries(open.map((field) => [field, version.values[field]])) };
    this.history.push(this.values);
    if (this.kept.size === 0 || !same(before, this.values)) this.told += 1;
    return 'UPDATED';
  }

  edit(values: Partial<Values>, follow: readonly Field[] = []): void {
    for (const [field, value] of Object.entries(values))
      if (!same(this.values[field as Field], value)) this.kept.add(field as Field);
    this.values = { ...this.values, ...values };
    for (const field of follow) if (this.kept.delete(field)) this.isGivenBack = true;
    this.history.push(this.values);
    this.told += 1;
  }

  restore(revision: number): void {
    const { slug: _, ...values } = this.history[revision - 1] ?? this.values;
    this.edit(values);
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}
const sorted = (value: unknown) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
    : value;

let runs = 0;

/** Both inputs name what is in them alike. Slugs are a run's own. */
function inputOf({ bylines, body, slug: wanted, ...values }: Partial<Values>, run: string) {
  return {
    ...values,
    ...(wanted == null ? {} : { slug: `${wanted}-${run}` }),
    ...(bylines === undefined ? {} : { bylines: (bylines as string[]).map((name) => ({ name })) }),
    ...(body === undefined
      ? {}
      : { body: (body as [string, string][]).map(([id, html]) => ({ id, paragraph: { html } })) }),
  };
}

async function mutate(mutation: string, variables: object) {
  const { data, errors } = await articles.graph(mutation, { ...variables }, editor);
  expect(errors).toBeUndefined();
  expect(data.answer.userErrors).toEqual([]);
  return data.answer;
}

async function send({ version, values }: Version, run: string) {
  const { sectionSlug, topicSlugs, ...rest } = inputOf(values, run) as Record<string, unknown>;
  const input = {
    source: 'Wire',
    sourceId: run,
    format: 'ninjs',
    version: String(version),
    sectionSlug,
    topicSlugs,
    ...rest,
  };
  return mutate(
    'mutation ($input: ImportArticleInput!) { answer: importArticle(input: $input) { outcome userErrors { code } article { id slug } } }',
    { input },
  );
}

/** What readers and editors see of it. */
async function seen(id: string, run: string) {
  const { data, errors } = await articles.graph(
    `query ($id: ID!) { article(id: $id) { headline kicker standfirst dateline copyrightNotice usageTerms language
      urgency isAccessibleForFree section { slug } topics { slug } bylines { name } slug revision keptFields
      body { ... on ParagraphElement { id html } } } }`,
    { id },
    editor,
  );
  expect(errors).toBeUndefined();
  const { section, topics, bylines, body, slug: url, revision, keptFields, ...plain } = data.article;
  const [row] =
    await admin`select time_zone, word_count, (select count(*)::int from articles.article_changes where article_id = id) as told
    from articles.articles where id = ${id}`;
  const values: Values = {
    ...plain,
    timeZone: row?.['time_zone'],
    sectionSlug: section?.slug ?? null,
    topicSlugs: topics.map(({ slug }: { slug: string }) => slug),
    bylines: bylines.map(({ name }: { name: string }) => name),
    body: body.map((element: { id: string; html: string }) => [element.id, element.html]),
    slug: url.replace(`-${run}`, ''),
  };
  return { values, revision, told: row?.['told'], kept: new Set(keptFields), words: row?.['word_count'] };
}

const wordsOf = (body: unknown) => (body as [string, string][]).flatMap(([, html]) => html.split(' ')).length;

it(
  'holds each field to the last editor who changed it, and to the newest version of its supplier where no editor did',
  async () => {
    const first = fc.record({
      by: fc.constant('supplier' as const),
      version: fc.constant(1),
      values: fc.record({ ...everything, slug }),
    });
    await fc.assert(
      fc.asyncProperty(first, fc.array(step, { minLength: 1, maxLength: 10 }), async (created, steps) => {
        runs += 1;
        const run = `run${runs}`;
        const { article } = await send(created, run);
        const model = new Model(created, article.slug.replace(`-${run}`, ''));
        for (const one of steps) {
          if (one.by === 'supplier') {
            const expected = model.supply(one);
            expect((await send(one, run)).outcome).toBe(expected);
          } else if (one.by === 'same item again') {
            const expected = model.supply(model.standing);
            expect((await send(model.standing, run)).outcome).toBe(expected);
          } else {
            await write(one, article.id, run, model);
          }
          expect(await seen(article.id, run)).toEqual({
            values: model.values,
            revision: model.history.length,
            told: model.told,
            kept: new Set([...model.kept].map((field) => names[field])),
            words: wordsOf(model.values.body),
          });
        }
      }),
      { numRuns: long ? 400 : 20 },
    );
  },
  timeoutMs,
);

async function write(
  one: Exclude<Step, { by: 'supplier' | 'same item again' }>,
  id: string,
  run: string,
  model: Model,
) {
  const expectedRevision = model.history.length;
  if (one.by === 'restore') {
    const revision = Math.max(1, expectedRevision - one.back);
    model.restore(revision);
    return mutate(
      'mutation ($id: ID!, $revision: Int!, $expectedRevision: Int!) { answer: restoreRevision(id: $id, revision: $revision, expectedRevision: $expectedRevision) { userErrors { code } } }',
      { id, revision, expectedRevision },
    );
  }
  model.edit(one.values, one.follow);
  const input = { ...inputOf(one.values, run), followSupplier: one.follow.map((field) => names[field]) };
  return mutate(
    'mutation ($id: ID!, $expectedRevision: Int!, $input: UpdateArticleInput!) { answer: updateArticle(id: $id, expectedRevision: $expectedRevision, input: $input) { userErrors { code } } }',
    { id, expectedRevision, input },
  );
}
