import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onlyCode, startTestGateway, type TestGateway } from './test-gateway.ts';

const times = (count: number, item: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => item(at)).join(' ');

/** `section { parent { parent { … slug } } }`, `depth` fields deep. */
const nested = (depth: number) => {
  const parents = depth - 3;
  return `{ article(id: "a") { section { ${'parent { '.repeat(parents)} slug ${'} '.repeat(parents)} } } }`;
};
/** A query of exactly so many tokens. */
const tokens = (count: number) => `{articles(filter:{topics:[${times(count - 19, () => '"a"')}]}){nodes{id}}}`;
/** Two selections of their own, and so many by way of one fragment that is spread ten times. */
const selections = (count: number) => {
  const perSpread = Math.floor((count - 20) / 10);
  const rest = count - 1 - 10 - 10 * perSpread;
  return `query { article(id: "a") { ${times(10, () => '...F')} ${times(rest, () => 'id')} } } fragment F on Article { ${times(perSpread, () => 'id')} }`;
};

interface Case {
  readonly name: string;
  readonly code: string;
  readonly under: readonly [query: string, variables?: object];
  readonly over: readonly [query: string, variables?: object];
}

const cases: readonly Case[] = [
  { name: 'depth 12', code: 'TOO_DEEP', under: [nested(12)], over: [nested(13)] },
  {
    name: 'depth 12, through fragments',
    code: 'TOO_DEEP',
    under: [
      '{article{section{...A}}} fragment A on Section{parent{parent{parent{...B}}}} fragment B on Section{parent{parent{parent{parent{parent{parent{slug}}}}}}}',
    ],
    over: [
      '{article{section{...A}}} fragment A on Section{parent{parent{parent{...B}}}} fragment B on Section{parent{parent{parent{parent{parent{parent{parent{slug}}}}}}}}',
    ],
  },
  {
    name: '15 aliases',
    code: 'TOO_MANY_ALIASES',
    under: [`{ article { ${times(15, (at) => `a${at}: headline`)} } }`],
    over: [`{ article { ${times(16, (at) => `a${at}: headline`)} } }`],
  },
  {
    name: '15 aliases of __typename',
    code: 'TOO_MANY_ALIASES',
    under: [`{ article { ${times(15, (at) => `a${at}: __typename`)} } }`],
    over: [`{ article { ${times(16, (at) => `a${at}: __typename`)} } }`],
  },
  {
    name: '15 aliases, counted where a fragment is spread',
    code: 'TOO_MANY_ALIASES',
    under: [
      '{ article { ...F section { articles { nodes { ...F ...F } } } } } fragment F on Article { a: id b: id c: id d: id e: id }',
    ],
    over: [
      '{ article { x: id ...F section { articles { nodes { ...F ...F } } } } } fragment F on Article { a: id b: id c: id d: id e: id }',
    ],
  },
  { name: '1000 tokens', code: 'TOO_MANY_TOKENS', under: [tokens(1_000)], over: [tokens(1_001)] },
  {
    name: '2000 selections once fragments are spread',
    code: 'MAX_RECURSIVE_SELECTIONS',
    under: [selections(2_000)],
    over: [selections(2_001)],
  },
  {
    name: '20 directives',
    code: 'TOO_MANY_DIRECTIVES',
    under: [`{ article { ${times(20, () => 'id @include(if: true)')} } }`],
    over: [`{ article { ${times(21, () => 'id @include(if: true)')} } }`],
  },
  {
    name: '15 root fields',
    code: 'TOO_MANY_ROOT_FIELDS',
    under: [`{ ${times(15, () => 'sections { slug }')} }`],
    over: [`{ ${times(16, () => 'sections { slug }')} }`],
  },
  {
    name: 'one root field in a mutation',
    code: 'TOO_MANY_ROOT_FIELDS',
    under: ['mutation { publishArticle(id: "a") { article { id } } }'],
    over: ['mutation { a: publishArticle(id: "a") { article { id } } b: publishArticle(id: "b") { article { id } } }'],
  },
  {
    name: 'cost 10000, by literals',
    code: 'TOO_COSTLY',
    // 1 + 99 × (1 + 1 + 99 × 1) = 10 000; one more comment is one more for each article.
    under: ['{ articles(first: 99) { nodes { thread { comments(first: 98) { nodes { id } } } } } }'],
    over: ['{ articles(first: 99) { nodes { thread { comments(first: 99) { nodes { id } } } } } }'],
  },
  {
    name: 'cost 10000, by variables',
    code: 'TOO_COSTLY',
    under: [
      'query($a: Int, $c: Int) { articles(first: $a) { nodes { thread { comments(first: $c) { nodes { id } } } } } }',
      { a: 99, c: 98 },
    ],
    over: [
      'query($a: Int, $c: Int) { articles(first: $a) { nodes { thread { comments(first: $c) { nodes { id } } } } } }',
      { a: 99, c: 99 },
    ],
  },
  {
    name: "cost 10000, by variables' defaults",
    code: 'TOO_COSTLY',
    under: ['query($c: Int = 98) { articles(last: 99) { nodes { thread { comments(first: $c) { nodes { id } } } } } }'],
    over: ['query($c: Int = 99) { articles(last: 99) { nodes { thread { comments(first: $c) { nodes { id } } } } } }'],
  },
  {
    name: "cost 10000, by the schema's defaults",
    code: 'TOO_COSTLY',
    // 20 comments, and 10 replies to each: 243 for an article.
    under: [
      '{ articles(first: 47) { nodes { thread { comments { nodes { replies { nodes { id } } } } } } } }'.replace(
        '47',
        '41',
      ),
    ],
    over: ['{ articles(first: 42) { nodes { thread { comments { nodes { replies { nodes { id } } } } } } } }'],
  },
  {
    name: 'cost 10000, by a list of ids',
    code: 'TOO_COSTLY',
    under: ['query($ids: [ID!]!) { commentCounts(articleIds: $ids) { count } }', { ids: Array(9_999).fill('a') }],
    over: ['query($ids: [ID!]!) { commentCounts(articleIds: $ids) { count } }', { ids: Array(10_001).fill('a') }],
  },
];

describe('the limits of one operation', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.close());

  // The subgraphs are dead here: 200 with their error says that the limits let the operation through.
  it.each(cases)('$name: lets one pass that is just under', async ({ under: [query, variables] }) => {
    const answer = await gateway.ask(query, variables);
    expect(answer.errors?.map(({ extensions }) => extensions['code'])).toContain('SUBGRAPH_UNAVAILABLE');
    expect(answer.status).toBe(200);
  });

  it.each(cases)('$name: refuses one that is just over with $code', async ({ over: [query, variables], code }) => {
    const answer = await gateway.ask(query, variables);
    expect({ status: answer.status, code: onlyCode(answer) }).toEqual({ status: 400, code });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('lets a normal page through: 20 articles with 20 comments each, with authors and figures', async () => {
    const { status } = await gateway.ask(
      /* GraphQL */ `
      query FrontPage($first: Int!) {
        articles(first: $first) {
          edges { cursor node {
            headline bylines { name contributor { slug } } section { slug title } topics { slug }
            leadFigure { caption image { srcset placeholder attribution { text direction } } }
            figures { caption image { srcset placeholder attribution { text direction } } }
            thread { commentCount comments(first: 20) { nodes { bodyHtml author { displayName } } } }
          } }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      { first: 20 },
    );
    expect(status).toBe(200);
  });

  it('is not talked into a discount by a size below zero', async () => {
    const cheap = '{ articles(first: -1000000) { nodes { id } } sections { articles(first: 10000) { nodes { id } } } }';
    expect(onlyCode(await gateway.ask(cheap))).toBe('TOO_COSTLY');
  });

  it('refuses a million times a million by variables before any subgraph is asked', async () => {
    const query =
      'query($n: Int) { articles(first: $n) { nodes { thread { comments(first: $n) { nodes { id } } } } } }';
    expect(onlyCode(await gateway.ask(query, { n: 1_000_000 }))).toBe('TOO_COSTLY');
  });

  it('says one thing about a flood of variables that do not fit', async () => {
    const query = 'query($ids: [ID!]!) { commentCounts(articleIds: $ids) { count } }';
    const answer = await gateway.ask(query, { ids: Array(5_000).fill({}) });
    expect({ status: answer.status, code: onlyCode(answer) }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
    expect(answer.text.length).toBeLessThan(1_000);
  });

  it('says at most six things about a flood of faults in a document, and shortly', async () => {
    const answer = await gateway.ask(`{ ${times(200, (at) => `nothing${at}`)} }`);
    expect(answer.status).toBe(400);
    expect(answer.errors?.length).toBeLessThanOrEqual(6);
    const long = await gateway.ask(`{ ${'x'.repeat(90_000)} }`);
    expect(long.status).toBe(400);
    expect(long.text.length).toBeLessThan(1_000);
  });

  it.each([
    'query($representations: ID) { article(id: $representations) { thread { commentCount } } }',
    'query($__batch_reps_0: ID) { article(id: $__batch_reps_0) { thread { commentCount } } }',
    'query($contextualArgument_1_0: ID) { article(id: $contextualArgument_1_0) { id } }',
    '{ article(id: "a1") { _internal_qp_alias_0: headline } }',
    '{ article(id: "a1") { __typename: headline } }',
  ])('refuses a name that the engine needs for itself: %s', async (query) => {
    expect(onlyCode(await gateway.ask(query))).toBe('BAD_USER_INPUT');
  });

  it('lets the playground read the whole schema', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const answer = await gateway.ask(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.__schema.types.length).toBeGreaterThan(50);
    // Also beside data, which comes from a subgraph that is dead here.
    const mixed = await gateway.ask('{ __type(name: "Query") { isOneOf } article { id } }');
    expect(mixed.data).toEqual({ __type: { isOneOf: null }, article: null });
    expect({ status: mixed.status, code: onlyCode(mixed) }).toEqual({ status: 200, code: 'SUBGRAPH_UNAVAILABLE' });
  });

  it('bounds introspection all the same', async () => {
    const levels = 6;
    const deep = `{ __schema { types { ${'fields { type { '.repeat(levels)} name ${'} } '.repeat(levels)} } } }`;
    const answer = await gateway.ask(deep);
    expect(answer.status).toBe(400);
    const ofType = `{ __type(name: "Query") { ${'ofType { '.repeat(20)} name ${'} '.repeat(20)} } }`;
    expect(onlyCode(await gateway.ask(ofType))).toBe('TOO_DEEP');
  });
});
