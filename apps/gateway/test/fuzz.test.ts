import fc from 'fast-check';
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isCompositeType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '../src/env.ts';
import { createFileSource } from '../src/supergraph-source/file-source.ts';
import { startWholeHouse, viewerSigningSecret } from './test-gateway.ts';

const words = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '=',
  '!',
  '|',
  '&',
  '$n',
  '$__proto__',
  '@include(if: true)',
  '@skip(if: $n)',
  '@defer',
  '...',
  '...F',
  '... on Article',
  'query',
  'mutation',
  'subscription',
  'fragment F on Article',
  'article',
  'articles',
  'thread',
  'comments',
  'nodes',
  'id',
  '__typename',
  '__schema',
  '__type(name: "Query")',
  '_entities',
  'constructor',
  'first: 1',
  'first: -1',
  'first: 2147483648',
  'id: null',
  '"\\u0000"',
  '"""',
  '#',
  '\u0000',
  '1e999',
  'null',
  'true',
  '{a: 1}',
];

/** A valid query that the numbers choose: which fields, how deep, under which aliases. */
function queryFrom(schema: GraphQLSchema, choices: readonly number[]): string {
  let at = 0;
  const choose = (count: number) => (choices[at++] ?? 0) % count;
  const fields = (type: GraphQLObjectType, depth: number): string => {
    const open = Object.values(type.getFields()).filter(
      ({ args, type: fieldType }) =>
        args.every(({ type: argType }) => !String(argType).endsWith('!')) &&
        (depth > 0 || !isCompositeType(getNamedType(fieldType))),
    );
    const chosen = Array.from({ length: 1 + choose(4) }, () => open[choose(open.length)]).filter(
      (field) => field !== undefined,
    );
    const printed = chosen.map((field) => {
      const named = getNamedType(field.type);
      const alias = choose(5) === 0 ? `a${choose(3)}: ` : '';
      const directive = choose(9) === 0 ? ' @include(if: true)' : '';
      if (!isCompositeType(named)) return `${alias}${field.name}${directive}`;
      return `${alias}${field.name}${directive} ${isObjectType(named) ? fields(named, depth - 1) : '{ __typename id }'}`;
    });
    return `{ __typename ${printed.join(' ')} }`;
  };
  const root = schema.getQueryType();
  return root ? fields(root, 5) : '';
}

// Every failure prints its seed and the smallest input that fails; run it again with that seed.
describe('no input makes the gateway fail', () => {
  let house: Awaited<ReturnType<typeof startWholeHouse>>;
  beforeAll(async () => {
    house = await startWholeHouse();
  });
  afterAll(async () => {
    expect((await house.gateway.ask('{ __typename }')).status).toBe(200);
    await house.close();
  });

  const holds = (property: fc.IAsyncProperty<unknown[]>, numRuns: number) =>
    fc.assert(property as fc.IAsyncProperty<[unknown]>, { numRuns });

  it('any bytes', { timeout: 120_000 }, async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    await holds(
      fc.asyncProperty(bytes, async (body) => {
        expect((await house.gateway.post(body)).status).toBeLessThan(500);
      }) as never,
      1_000,
    );
  });

  it('any JSON', { timeout: 120_000 }, async () => {
    const request = fc.record(
      {
        query: fc.oneof(
          fc.constant('query($n: Int, $id: ID) { articles(first: $n) { nodes { id } } article(id: $id) { id } }'),
          fc.string(),
          fc.jsonValue(),
        ),
        variables: fc.oneof(
          fc.record({ n: fc.jsonValue(), id: fc.jsonValue(), __proto__: fc.jsonValue() }),
          fc.jsonValue(),
        ),
        operationName: fc.oneof(fc.constant(null), fc.string()),
        extensions: fc.oneof(fc.record({ persistedQuery: fc.jsonValue() }), fc.jsonValue()),
      },
      { requiredKeys: [] },
    );
    await holds(
      fc.asyncProperty(request, async (body) => {
        expect((await house.gateway.post(JSON.stringify(body))).status).toBeLessThan(500);
      }) as never,
      1_000,
    );
  });

  it('a variable that cannot be made a number, nor a text', async () => {
    for (const odd of [{ toString: false }, { valueOf: 1, toString: null }, { toString: 'x' }, [{ toString: 0 }]]) {
      for (const query of [
        'query($n: Int, $id: ID) { articles(first: $n) { nodes { id } } article(id: $id) { id } }',
        'query($n: Int!) { articles(last: $n) { edges { node { id } } } }',
      ]) {
        // Known by now: such an operation goes a shorter way.
        for (let times = 0; times < 5; times += 1) {
          await house.gateway.post(JSON.stringify({ query, variables: { n: 1, id: 'a' } }));
        }
        const { status, errors } = await house.gateway.post(JSON.stringify({ query, variables: { n: odd, id: odd } }));
        expect([status, errors?.[0]?.message]).toEqual([400, expect.stringContaining('got invalid value')]);
      }
    }
  });

  it('any words of GraphQL in any order', { timeout: 120_000 }, async () => {
    const soup = fc.array(fc.constantFrom(...words), { maxLength: 60 });
    await holds(
      fc.asyncProperty(soup, async (chosen) => {
        expect((await house.gateway.ask(`{ ${chosen.join(' ')}`)).status).toBeLessThan(500);
        expect((await house.gateway.ask(chosen.join(' '))).status).toBeLessThan(500);
      }) as never,
      500,
    );
  });

  it('any valid query, over subgraphs that fail for half of it', { timeout: 120_000 }, async () => {
    const file = readEnv({ VIEWER_SIGNING_SECRET: viewerSigningSecret }).SUPERGRAPH_FILE;
    const { schema } = await createFileSource({ file, pollMs: 0 }).load();
    const choices = fc.array(fc.nat({ max: 1_000 }), { maxLength: 80 });
    let answered = 0;
    await holds(
      fc.asyncProperty(choices, async (numbers) => {
        const answer = await house.gateway.ask(queryFrom(schema, numbers));
        expect(answer.status).toBeLessThan(500);
        if (answer.status === 200) answered++;
        const codes = answer.errors?.map(({ extensions }) => extensions['code']) ?? [];
        expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
      }) as never,
      1_000,
    );
    // The property is about answers, not only about refusals.
    expect(answered).toBeGreaterThan(300);
  });
});
