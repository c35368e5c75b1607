import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure } from '../figures.ts';
import { deadUrl } from '../test-gateway.ts';
import { type Attacked, startAttacked } from './attacked.ts';

const times = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => item(at)).join(' ');

/** `depth` fragments, each of which spreads the next one as `spread` says. */
const bomb = (depth: number, spread: (next: string) => string) =>
  `{ articles(first: 1) { nodes { ...F0 } } } ${times(depth, (at) => `fragment F${at} on Article { ${spread(`F${at + 1}`)} }`)} fragment F${depth} on Article { id }`;
const aliased = (depth: number) =>
  bomb(
    depth,
    (next) =>
      `thread { comments { nodes { article { ...${next} } } } } t2: thread { comments { nodes { article { ...${next} } } } }`,
  );
/** Inline fragments in pairs, as the rule of overlapping fields compares them. */
const inline = (outer: number, inner: number) =>
  `{ article(id: "a") { ${times(outer, (at) => `... on Article { ${times(inner, (field) => `f${at % 2}_${field}: headline`)} }`)} } }`;
const deep = (depth: number) =>
  `{ article(id: "a") { section { ${'parent { '.repeat(depth)} slug ${'} '.repeat(depth)} } } }`;
const cycle = (depth: number) =>
  `{ article(id: "a") { ${'thread { comments { nodes { article { '.repeat(depth)} id ${'} } } } '.repeat(depth)} } }`;

interface Case {
  readonly attack: string;
  readonly what: string;
  readonly query: string;
  readonly variables?: object;
  readonly codes: readonly string[];
}

const cases: readonly Case[] = [
  { attack: 'A1', what: 'fragment bomb with aliases', query: aliased(20), codes: ['MAX_RECURSIVE_SELECTIONS'] },
  {
    attack: 'A2',
    what: 'flat fragment bomb',
    query: bomb(20, (next) => `...${next} ...${next}`),
    codes: ['MAX_RECURSIVE_SELECTIONS'],
  },
  {
    attack: 'A2',
    what: 'fragment bomb over one field',
    query: bomb(20, (next) => `section { slug } ...${next} ... { ...${next} }`),
    codes: ['MAX_RECURSIVE_SELECTIONS'],
  },
  {
    attack: 'A3',
    what: 'fragment bomb 30 deep',
    query: aliased(30),
    codes: ['MAX_RECURSIVE_SELECTIONS', 'TOO_MANY_TOKENS'],
  },
  { attack: 'A4', what: 'overlapping inline fragments, 40 × 40', query: inline(40, 40), codes: ['TOO_MANY_TOKENS'] },
  {
    attack: 'A4',
    what: 'overlapping inline fragments up to the tokens',
    query: inline(12, 24),
    codes: ['TOO_MANY_ALIASES'],
  },
  {
    attack: 'A5',
    what: '101 aliases of __typename',
    query: `{ ${times(101, (at) => `a${at}: __typename`)} }`,
    codes: ['TOO_MANY_ROOT_FIELDS', 'TOO_MANY_ALIASES'],
  },
  {
    attack: 'A5',
    what: '16 aliases of a root field',
    query: `{ ${times(16, (at) => `a${at}: article(id: "a") { id }`)} }`,
    codes: ['TOO_MANY_ROOT_FIELDS', 'TOO_MANY_ALIASES'],
  },
  {
    attack: 'A6',
    what: 'one field 5,000 times',
    query: `{ article(id: "a") { ${'id '.repeat(5_000)} } }`,
    codes: ['TOO_MANY_TOKENS'],
  },
  {
    attack: 'A7',
    what: 'ten unknown directives',
    query: `{ __typename ${'@aa '.repeat(10)} }`,
    codes: ['GRAPHQL_VALIDATION_FAILED'],
  },
  { attack: 'A8', what: "a section's parents, 14 deep", query: deep(14), codes: ['TOO_DEEP'] },
  { attack: 'A8', what: 'article and comments in turn, 8 deep', query: cycle(8), codes: ['TOO_DEEP'] },
  {
    attack: 'A9',
    what: 'a million times a million by variables',
    query: 'query($n: Int) { articles(first: $n) { nodes { thread { comments(first: $n) { nodes { id } } } } } }',
    variables: { n: 1_000_000 },
    codes: ['TOO_COSTLY'],
  },
  ...[2_147_483_648, 1.5, 'ten'].map((n) => ({
    attack: 'A10',
    what: `${JSON.stringify(n)} as the length of a page, by a variable`,
    query: 'query($n: Int) { articles(first: $n) { nodes { id } } }',
    variables: { n },
    codes: ['BAD_USER_INPUT'],
  })),
  {
    attack: 'A11',
    what: 'fifty mutations in one',
    query: `mutation { ${times(50, (at) => `m${at}: publishArticle(id: "a") { article { id } }`)} }`,
    codes: ['TOO_MANY_ROOT_FIELDS'],
  },
  {
    attack: 'A18',
    what: 'five thousand ids that are none',
    query: 'query($ids: [ID!]!) { commentCounts(articleIds: $ids) { count } }',
    variables: { ids: Array.from({ length: 5_000 }, () => ({})) },
    codes: ['BAD_USER_INPUT'],
  },
];

/** As wide as the limits let through, and made long by comments: 14 kB that have to be planned. */
const heaviest = `query Heaviest { ${times(
  7,
  () =>
    `sections { slug articles(first: 2) { nodes { id headline standfirst thread { commentCount comments(first: 2) { nodes { id bodyText author { displayName } } } } } } } # ${'x'.repeat(1_800)}\n`,
)} }`;

describe('a document that is made to do harm', { timeout: 60_000 }, () => {
  let gateway: Attacked;
  beforeAll(async () => {
    gateway = await startAttacked({
      ARTICLES_URL: deadUrl,
      COMMENTS_URL: deadUrl,
      MEDIA_SUBGRAPH_URL: deadUrl,
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
    });
    // What is loaded with the first question of all is nobody's attack.
    await gateway.ask('{ article(id: "a") { id } }');
    await gateway.ask('{ nothing }');
  }, 60_000);
  afterAll(() => gateway.close());

  it.each(cases)(
    '$attack: $what is refused, and nobody else is held up',
    async ({ attack, what, query, variables, codes }) => {
      const harm = await gateway.attack({ body: JSON.stringify({ query, variables }) });
      const { errors } = JSON.parse(harm.reply.text) as { errors: { message: string; extensions: { code: string } }[] };
      expect({
        status: harm.reply.status,
        codes: codes.includes(errors[0]?.extensions.code ?? '') || errors[0],
      }).toEqual({ status: 400, codes: true });
      expect(errors.length).toBeLessThanOrEqual(6);
      expect(harm.reply.text.length).toBeLessThan(4_096);
      figure(attack, `${what} (${(query.length / 1_000).toFixed(1)} kB): refused after`, {
        seen: harm.reply.ms,
        unit: 'ms',
        atMost: 150,
        failAbove: 3_000,
      });
      figure(attack, 'others wait', { seen: harm.othersMs, unit: 'ms', atMost: 100, failAbove: 3_000 });
      figure(attack, 'the next one', { seen: harm.nextMs, unit: 'ms', atMost: 50, failAbove: 3_000 });
      figure(attack, 'grown by', { seen: harm.grownBytes / 1e6, unit: 'MB', atMost: 50, failAbove: 150 });
    },
  );

  it('the heaviest document that passes is planned beside the others, not before them', async () => {
    const harm = await gateway.attack({ body: JSON.stringify({ query: heaviest }) });
    expect(harm.reply).toMatchObject({ status: 200, text: expect.stringContaining('SUBGRAPH_UNAVAILABLE') });
    figure('A1', `the heaviest that passes (${(heaviest.length / 1_000).toFixed(1)} kB): others wait`, {
      seen: harm.othersMs,
      unit: 'ms',
      atMost: 100,
      failAbove: 3_000,
    });
  });

  it('A11: an array of operations is no operation', async () => {
    const { reply } = await gateway.attack({ body: JSON.stringify(Array(10).fill({ query: '{ __typename }' })) });
    expect(reply.text).toContain('BAD_REQUEST');
    figure('A11', 'an array of ten operations: status', { seen: reply.status, atLeast: 400, atMost: 400 });
  });

  it('A13: says nothing of the schema to who asks for it, or guesses at it', async () => {
    const asked = [
      '{ __schema { types { name } } }',
      '{ __type(name: "Article") { name } }',
      '{ artcle(id: "a") { id } }',
      ...Array.from(
        { length: 50 },
        (_, at) =>
          `{ article(id: "a") { ${['hedlin', 'slg', 'bodi', 'sectio', 'thred'][at % 5]}${'e'.repeat(at % 4)} } }`,
      ),
    ];
    let told = 0;
    for (const query of asked) {
      const { status, text } = await gateway.ask(query);
      expect(status).toBe(400);
      if (/did you mean|headline|standfirst|"name":"Query"/i.test(text)) told++;
    }
    figure('A13', `of ${asked.length} questions about the schema, answered`, { seen: told, atMost: 0 });
  });
});
